import { foldLabel } from '../model/fold.ts';
import type { LeftOut, Obligation, Scope, SlidBack, Source, TableName } from '../model/ruleset.ts';
import type { Text } from '../model/text.ts';
import { assertionsOf, toForm, toTree } from './condition-forms.ts';
import { comparisonsOf, constantsOf } from './condition-parts.ts';
import { kindOf } from './field-kind.ts';
import type { JsonSchema } from './keywords/keyword.ts';
import type { FieldPlan, IndicatorPlan, RecordPlan, RulePlan, RulesetPlan } from './ruleset-plan.ts';
import type { SourceDocument } from './source-file.ts';
import { toPercent } from './to-percent.ts';

/** The documents of a ruleset as their meta-schemas and `checkRuleset` have found them right. */
interface RulesetData {
  readonly id: string;
  readonly label: Text;
  readonly version: string;
  readonly source: Source;
  readonly from?: number;
  readonly slidBack?: Omit<SlidBack, 'cited'>;
  readonly units?: {
    readonly leftOut: readonly { digits: readonly [number, number]; from: number; to: number; label: Text }[];
  };
  readonly aliases?: Readonly<Record<string, string>>;
  readonly unknowns?: readonly string[];
  readonly indicators: Readonly<Record<string, IndicatorData>>;
  readonly properties: Readonly<Record<string, RuleData>>;
}

interface IndicatorData {
  readonly of: TableName;
  readonly meets?: JsonSchema;
  readonly counted?: { readonly met: string; readonly of: string };
}

interface RuleData {
  readonly label: Text;
  readonly short?: Text;
  readonly clause: string;
  readonly scope?: Scope;
  readonly obligation?: Obligation;
  readonly requiredFrom?: number;
  readonly remedy?: Text;
  readonly share?: { readonly atLeast: number };
  readonly field?: string;
  readonly const?: string | number;
}

interface RecordData {
  readonly headings?: readonly string[];
  readonly watch?: readonly string[];
  readonly properties: Readonly<Record<string, FieldData>>;
}

interface FieldData extends JsonSchema {
  readonly headings?: readonly string[];
  readonly labels?: Readonly<Record<string, readonly string[]>>;
  readonly mendable?: true;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly enum?: readonly string[];
}

type Intern = (schema: JsonSchema) => number;

const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)];

/** Turns checked documents into plain data and the list of schemas that it points into. */
export const planRuleset = (
  main: SourceDocument,
  records: ReadonlyMap<TableName, SourceDocument>,
): { readonly plan: RulesetPlan; readonly schemas: readonly JsonSchema[] } => {
  const indexes = new Map<string, number>();
  const schemas: JsonSchema[] = [];
  const intern: Intern = (schema) => {
    const key = JSON.stringify(schema);
    const index = indexes.get(key) ?? schemas.push(schema) - 1;
    indexes.set(key, index);
    return index;
  };
  const { id, label, version, source, from, slidBack, units, aliases, unknowns, ...data } = main.data as RulesetData;
  const recordPlans = [...records].map(([table, { data: record }]) => [
    table,
    planRecord(table, record as RecordData, intern),
  ]);
  const plan: RulesetPlan = {
    ...{ id, label, version, source },
    ...(from === undefined ? {} : { from }),
    ...(slidBack === undefined ? {} : { slidBack }),
    records: Object.fromEntries(recordPlans),
    leftOut: (units?.leftOut ?? []).map(({ digits: [first, last], ...range }): LeftOut => ({ first, last, ...range })),
    aliases: Object.entries(aliases ?? {}),
    unknowns: unknowns ?? [''],
    indicators: Object.entries(data.indicators).map(([name, indicator]) => planIndicator(name, indicator, intern)),
    rules: Object.entries(data.properties).map(([name, rule]) =>
      planRule(name, rule, main.textOf(`/properties/${name}/share/atLeast`) ?? '', intern),
    ),
  };
  return { plan, schemas };
};

const planRecord = (
  table: TableName,
  { headings = [], watch = [], properties }: RecordData,
  intern: Intern,
): RecordPlan => ({
  headings: unique([table, ...headings]),
  watch,
  fields: Object.entries(properties).map(([name, field]) => planField(name, field, intern)),
});

const planField = (name: string, field: FieldData, intern: Intern): FieldPlan => {
  const { headings = [], labels = {}, mendable, ...schema } = field;
  const { minimum, maximum } = schema;
  const written = (schema.enum ?? []).map((value) => [value, [value, ...(labels[value] ?? [])]] as const);
  return {
    name,
    kind: kindOf(field),
    headings: unique([name, ...headings]),
    labels: written.flatMap(([value, texts]) => texts.map((text) => [foldLabel(text), value] as const)),
    labelTexts: unique(written.flatMap(([value, texts]) => [...texts.slice(1), value])),
    ...(mendable && { mendable }),
    ...(minimum !== undefined && { minimum }),
    ...(maximum !== undefined && { maximum }),
    schema: intern(schema),
  };
};

const planIndicator = (id: string, { of, meets = {}, counted }: IndicatorData, intern: Intern): IndicatorPlan => {
  const assertions = assertionsOf(meets);
  return {
    ...{ id, of, assertions },
    fields: unique(assertions.flat()),
    constants: constantsOf(meets),
    comparisons: comparisonsOf(meets),
    tree: toTree(meets, intern),
    best: intern(toForm(meets, 'best')),
    worst: intern(toForm(meets, 'worst')),
    ...(counted === undefined ? {} : { counted }),
  };
};

const planRule = (id: string, rule: RuleData, atLeast: string, intern: Intern): RulePlan => {
  const { label, short = label, clause, scope, obligation = 'required', requiredFrom, remedy } = rule;
  const base = {
    ...{ id, label, short, clause, obligation },
    ...(requiredFrom === undefined ? {} : { requiredFrom }),
    ...(remedy === undefined ? {} : { remedy }),
  };
  if (rule.share !== undefined) {
    const scopes: readonly Scope[] = scope === undefined ? ['street', 'district'] : [scope];
    const schema = intern({ share: rule.share });
    return { ...base, scopes, kind: 'share', atLeast: toPercent(atLeast) ?? '', schema };
  }
  const { field = '', const: passes = '' } = rule;
  return { ...base, scopes: ['street'], kind: 'veto', field, passes, schema: intern({ const: passes }) };
};
