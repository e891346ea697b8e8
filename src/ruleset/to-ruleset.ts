import { foldLabel } from '../model/fold.ts';
import { judgedLevel, levelOf, outerLevels, tableOf } from '../model/levels.ts';
import type {
  Field,
  Indicator,
  Level,
  Obligation,
  RecordSchema,
  Rule,
  Ruleset,
  SlidBack,
  Source,
} from '../model/ruleset.ts';
import type { Text } from '../model/text.ts';
import { toCondition } from './condition.ts';
import { type JsonSchema, kindOf, readLevels, roleOf, toAccepts } from './documents.ts';

/** A ruleset as its documents say it, all of them found right: plain JSON, and so what the build ships. */
export interface RulesetDocuments {
  /** The files it was read from, and their digest. */
  readonly files: readonly string[];
  readonly sha256: string;
  readonly main: MainDocument;
  /** By level. */
  readonly records: Readonly<Partial<Record<string, RecordDocument>>>;
}

interface MainDocument extends Pick<Ruleset, 'id' | 'label' | 'version' | 'source' | 'from'> {
  readonly slidBack?: Omit<SlidBack, 'cited'>;
  readonly units?: {
    readonly leftOut: readonly { digits: readonly [number, number]; from: number; to: number; label: Text }[];
  };
  readonly aliases?: Readonly<Record<string, string>>;
  readonly unknowns?: readonly string[];
  readonly indicators: Readonly<Record<string, IndicatorDocument>>;
  readonly properties: Readonly<Record<string, RuleDocument>>;
}

interface IndicatorDocument extends Pick<Indicator, 'counted'> {
  /** A level. */
  readonly of: string;
  readonly meets?: JsonSchema;
}

/** Its kind is told by the keyword: `share`, `veto`. */
type RuleDocument = Pick<Rule, 'label' | 'clause' | 'requiredFrom' | 'remedy'> & {
  readonly short?: Text;
  readonly scope?: string;
  readonly obligation?: Obligation;
} & (
    | { readonly share: { readonly atLeast: number } }
    | { readonly veto: true; readonly field: string; readonly const: string | number }
  );

interface RecordDocument {
  readonly headings?: readonly string[];
  readonly watch?: readonly string[];
  readonly properties: Readonly<Record<string, FieldDocument>>;
}

interface FieldDocument extends JsonSchema, Pick<Field, 'mendable' | 'previousOf' | 'minimum' | 'maximum'> {
  readonly headings?: readonly string[];
  readonly labels?: Readonly<Record<string, readonly string[]>>;
  readonly enum?: readonly string[];
}

/** The documents of a ruleset as the other stages know it. */
export const toRuleset = ({ main, records, sha256 }: RulesetDocuments): Ruleset => {
  const { id, label, version, source, from, slidBack, units, aliases = {}, unknowns = [''] } = main;
  const levels = readLevels(main);
  const isCounted = (at: number) => levels.slice(0, at + 1).some(({ judged }) => judged);
  const tables = levels.flatMap((level, at): readonly RecordSchema[] => {
    const document = records[level.id];
    if (document !== undefined) return [toRecordSchema(level, levels.slice(0, at), document)];
    return isCounted(at) ? [{ table: tableOf(level), headings: [], watch: [], fields: [] }] : [];
  });
  return {
    ...{ id, label, version, sha256, source, levels, unknowns },
    ...(from !== undefined && { from }),
    ...(slidBack && { slidBack: { ...slidBack, cited: readClause(slidBack.clause, source).cited } }),
    records: Object.fromEntries(tables.map((schema) => [schema.table, schema])),
    leftOut: (units?.leftOut ?? []).map(({ digits: [first, last], ...range }) => ({ first, last, ...range })),
    aliases: new Map(Object.entries(aliases)),
    indicators: Object.entries(main.indicators).map(([name, { of, meets = {}, counted }]) => ({
      id: name,
      of: tableOf(levelOf({ levels }, of)),
      condition: toCondition(meets),
      ...(counted && { counted }),
    })),
    rules: Object.entries(main.properties).map(([name, rule]) => toRule(name, rule, levels, source)),
  };
};

const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)];

const toRecordSchema = (
  level: Level,
  outer: readonly Level[],
  { headings = [], watch = [], properties }: RecordDocument,
): RecordSchema => {
  const table = tableOf(level);
  const fields = Object.entries(properties).map(([name, field]) => toField(name, field, outer));
  return { table, headings: unique([table, ...headings]), watch, fields };
};

const toField = (name: string, field: FieldDocument, outer: readonly Level[]): Field => {
  const { headings = [], labels = {}, enum: values = [], mendable, previousOf, minimum, maximum } = field;
  const written = values.map((value) => [value, [value, ...(labels[value] ?? [])]] as const);
  return {
    name,
    kind: kindOf(field),
    ...roleOf(name, field, outer),
    ...(previousOf !== undefined && { previousOf }),
    headings: unique([name, ...headings]),
    labels: new Map(written.flatMap(([value, texts]) => texts.map((text) => [foldLabel(text), value] as const))),
    labelTexts: unique(written.flatMap(([value, texts]) => [...texts.slice(1), value])),
    ...(mendable && { mendable }),
    ...(minimum !== undefined && { minimum }),
    ...(maximum !== undefined && { maximum }),
    accepts: toAccepts(field),
  };
};

interface ReadClause {
  /** 第二部分; as the rule has it where the ruleset does not say how it is read. */
  readonly clauseText: Text;
  /** 《…》第二部分. */
  readonly cited: Text;
}

/** A clause as people read and cite it, by the forms that the ruleset gives. */
export const readClause = (clause: string, { title, clauses = {} }: Source): ReadClause => {
  const form = Object.hasOwn(clauses, clause) ? clauses[clause] : undefined;
  const clauseText = form ?? { zh: clause, en: clause };
  const english = form === undefined ? `clause ${clause}` : form.en;
  return {
    clauseText,
    cited:
      title === undefined
        ? { zh: clauseText.zh, en: english }
        : { zh: `${title.zh}${clauseText.zh}`, en: `${title.en}, ${english}` },
  };
};

const toRule = (id: string, rule: RuleDocument, levels: readonly Level[], source: Source): Rule => {
  const { label, short = label, clause, scope, obligation = 'required', requiredFrom, remedy } = rule;
  const base = {
    ...{ id, label, short, clause, obligation, ...readClause(clause, source) },
    ...(requiredFrom !== undefined && { requiredFrom }),
    ...(remedy && { remedy }),
  };
  const judged = judgedLevel({ levels });
  if ('share' in rule) {
    const all = [judged, ...outerLevels({ levels }).toReversed()].map((level) => level.id);
    const scopes = scope === undefined ? all : [scope];
    // A number of up to six places survives JSON, and its shortest text is the decimal that was written.
    return { ...base, scopes, kind: 'share', target: { atLeast: String(rule.share.atLeast) } };
  }
  if ('veto' in rule) return { ...base, scopes: [judged.id], kind: 'veto', field: rule.field, passes: rule.const };
  return rule;
};
