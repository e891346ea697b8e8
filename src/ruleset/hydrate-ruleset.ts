import { readClause } from '../model/read-clause.ts';
import {
  type Condition,
  type Field,
  type Indicator,
  type Level,
  type RecordSchema,
  type Rule,
  type Ruleset,
  type Source,
  TABLES,
  type TableName,
} from '../model/ruleset.ts';
import { type ConditionTree, decidedBy } from './condition-tree.ts';
import type { CompiledRuleset, FieldPlan, IndicatorPlan, RulePlan, RulesetPlan, Validator } from './ruleset-plan.ts';

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

/** Puts the compiled schemas back into the plain data: the ruleset as the other stages know it. */
export const hydrateRuleset = ({ plan, sha256, validators }: Omit<CompiledRuleset, 'files'>): Ruleset => {
  const { aliases, indicators, records, rules, slidBack, ...rest } = plan;
  const { source } = plan;
  return {
    ...rest,
    sha256,
    ...(slidBack && { slidBack: { ...slidBack, cited: readClause(slidBack.clause, source).cited } }),
    levels: LEVELS,
    aliases: new Map(aliases),
    records: toRecords(records, validators),
    indicators: indicators.map((indicator) => toIndicator(indicator, validators)),
    rules: rules.map((rule) => toRule(rule, source, validators)),
  };
};

const validatorAt = (validators: readonly Validator[], index: number): Validator => {
  const validator = validators[index];
  if (validator === undefined) throw new RangeError(`no compiled schema ${index}`);
  return validator;
};

const toField = ({ schema, labels, ...field }: FieldPlan, validators: readonly Validator[]): Field => ({
  ...field,
  labels: new Map(labels),
  accepts: validatorAt(validators, schema),
});

const toRecords = (
  records: RulesetPlan['records'],
  validators: readonly Validator[],
): Readonly<Record<TableName, RecordSchema>> => {
  const toRecord = (table: TableName): RecordSchema => ({
    table,
    headings: records[table]?.headings ?? [],
    watch: records[table]?.watch ?? [],
    fields: (records[table]?.fields ?? []).map((field) => toField(field, validators)),
  });
  return Object.fromEntries(TABLES.map((table) => [table, toRecord(table)])) as Record<TableName, RecordSchema>;
};

const withValidators = (tree: ConditionTree<number>, validators: readonly Validator[]): ConditionTree<Validator> => {
  const each = (part: ConditionTree<number>) => withValidators(part, validators);
  if ('all' in tree) return { all: tree.all.map(each) };
  if ('any' in tree) return { any: tree.any.map(each) };
  if ('not' in tree) return { not: each(tree.not) };
  const { fields, best, worst } = tree;
  return { fields, best: validatorAt(validators, best), worst: validatorAt(validators, worst) };
};

const toIndicator = (
  { tree, best, worst, fields, assertions, constants, comparisons, ...indicator }: IndicatorPlan,
  validators: readonly Validator[],
): Indicator => {
  const inBest = validatorAt(validators, best);
  const inWorst = validatorAt(validators, worst);
  const outcome: Condition['outcome'] = (record) => (inWorst(record) ? 'yes' : inBest(record) ? 'unknown' : 'no');
  const compiled = withValidators(tree, validators);
  const condition = { fields, assertions, constants, comparisons, outcome };
  return { ...indicator, condition: { ...condition, decidedBy: (record) => decidedBy(compiled, record) } };
};

const toRule = ({ schema, ...rule }: RulePlan, source: Source, validators: readonly Validator[]): Rule => ({
  ...rule,
  ...readClause(rule.clause, source),
  holds: validatorAt(validators, schema),
});
