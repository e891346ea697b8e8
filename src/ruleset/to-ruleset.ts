import { foldLabel } from '../model/fold.ts';
import { readClause } from '../model/read-clause.ts';
import {
  type Field,
  type Indicator,
  type Level,
  type Obligation,
  type RecordSchema,
  type Rule,
  type Ruleset,
  type Scope,
  type SlidBack,
  type Source,
  TABLES,
  type TableName,
} from '../model/ruleset.ts';
import { reaches } from '../model/share.ts';
import type { Text } from '../model/text.ts';
import { toCondition } from './condition.ts';
import { kindOf, toAccepts } from './field.ts';
import type { JsonSchema } from './plain-data.ts';

/** A ruleset as its documents say it, all of them found right: plain JSON, and so what the build ships. */
export interface RulesetDocuments {
  /** The files it was read from, and their digest. */
  readonly files: readonly string[];
  readonly sha256: string;
  readonly main: MainDocument;
  readonly records: Readonly<Partial<Record<TableName, RecordDocument>>>;
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

interface IndicatorDocument extends Pick<Indicator, 'of' | 'counted'> {
  readonly meets?: JsonSchema;
}

interface RuleDocument extends Pick<Rule, 'label' | 'clause' | 'requiredFrom' | 'remedy'> {
  readonly short?: Text;
  readonly scope?: Scope;
  readonly obligation?: Obligation;
  readonly share?: { readonly atLeast: number };
  readonly field?: string;
  readonly const?: string | number;
}

interface RecordDocument {
  readonly headings?: readonly string[];
  readonly watch?: readonly string[];
  readonly properties: Readonly<Record<string, FieldDocument>>;
}

interface FieldDocument extends JsonSchema, Pick<Field, 'mendable' | 'minimum' | 'maximum'> {
  readonly headings?: readonly string[];
  readonly labels?: Readonly<Record<string, readonly string[]>>;
  readonly enum?: readonly string[];
}

/** Until rulesets say it: their levels. */
export const LEVELS: readonly Level[] = [
  {
    id: 'district',
    noun: { zh: '区', en: 'district' },
    plural: 'districts',
    table: null,
    within: [],
    judged: false,
    digits: 6,
    endings: [],
    marks: ['区', '县', '市', '旗'],
  },
  {
    id: 'street',
    noun: { zh: '街道', en: 'street' },
    plural: 'streets',
    table: 'streets',
    within: ['district'],
    judged: true,
    digits: 9,
    endings: ['街道办事处', '办事处', '街道办', '街办', '街道'],
    marks: ['镇', '乡'],
  },
  {
    id: 'community',
    noun: { zh: '社区', en: 'community' },
    plural: 'communities',
    table: 'communities',
    within: ['street'],
    judged: false,
    digits: 12,
    endings: ['社区居委会', '居委会', '社区'],
    marks: ['村'],
  },
  {
    id: 'compound',
    noun: { zh: '小区', en: 'compound' },
    plural: 'compounds',
    table: 'compounds',
    within: ['community', 'street'],
    judged: false,
    digits: null,
    endings: [],
    marks: [],
  },
];

/** The documents of a ruleset as the other stages know it. */
export const toRuleset = ({ main, records, sha256 }: RulesetDocuments): Ruleset => {
  const { id, label, version, source, from, slidBack, units, aliases = {}, unknowns = [''] } = main;
  return {
    ...{ id, label, version, sha256, source, unknowns },
    ...(from !== undefined && { from }),
    ...(slidBack && { slidBack: { ...slidBack, cited: readClause(slidBack.clause, source).cited } }),
    levels: LEVELS,
    records: Object.fromEntries(TABLES.map((table) => [table, toRecordSchema(table, records[table])])) as Record<
      TableName,
      RecordSchema
    >,
    leftOut: (units?.leftOut ?? []).map(({ digits: [first, last], ...range }) => ({ first, last, ...range })),
    aliases: new Map(Object.entries(aliases)),
    indicators: Object.entries(main.indicators).map(([name, { meets = {}, ...indicator }]) => ({
      ...indicator,
      ...{ id: name, condition: toCondition(meets) },
    })),
    rules: Object.entries(main.properties).map(([name, rule]) => toRule(name, rule, source)),
  };
};

const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)];

const toRecordSchema = (table: TableName, document: RecordDocument | undefined): RecordSchema => ({
  table,
  headings: document === undefined ? [] : unique([table, ...(document.headings ?? [])]),
  watch: document?.watch ?? [],
  fields: Object.entries(document?.properties ?? {}).map(([name, field]) => toField(name, field)),
});

const toField = (name: string, field: FieldDocument): Field => {
  const { headings = [], labels = {}, enum: values = [], mendable, minimum, maximum } = field;
  const written = values.map((value) => [value, [value, ...(labels[value] ?? [])]] as const);
  return {
    name,
    kind: kindOf(field),
    headings: unique([name, ...headings]),
    labels: new Map(written.flatMap(([value, texts]) => texts.map((text) => [foldLabel(text), value] as const))),
    labelTexts: unique(written.flatMap(([value, texts]) => [...texts.slice(1), value])),
    ...(mendable && { mendable }),
    ...(minimum !== undefined && { minimum }),
    ...(maximum !== undefined && { maximum }),
    accepts: toAccepts(field),
  };
};

const toRule = (id: string, rule: RuleDocument, source: Source): Rule => {
  const { label, short = label, clause, scope, obligation = 'required', requiredFrom, remedy } = rule;
  const base = {
    ...{ id, label, short, clause, obligation, ...readClause(clause, source) },
    ...(requiredFrom !== undefined && { requiredFrom }),
    ...(remedy && { remedy }),
  };
  if (rule.share !== undefined) {
    const scopes: readonly Scope[] = scope === undefined ? ['street', 'district'] : [scope];
    // A number of up to six places survives JSON, and its shortest text is the decimal that was written.
    const atLeast = String(rule.share.atLeast);
    return { ...base, scopes, kind: 'share', atLeast, holds: ({ met, of }) => reaches(met, of, atLeast) };
  }
  const { field = '', const: passes = '' } = rule;
  return { ...base, scopes: ['street'], kind: 'veto', field, passes, holds: (value) => value === passes };
};
