import type { Witness } from '../../src/model/assessment.ts';
import type { UnitState } from '../../src/model/plan.ts';
import type { Condition, RecordValues } from '../../src/model/ruleset.ts';
import { effectiveTarget } from '../../src/model/share.ts';
import type { ShortRule } from '../../src/plan/open-rules.ts';

export interface Rule {
  readonly id: string;
  readonly condition: Condition;
  readonly atLeast: string;
}

const cellOf = (code: string, field: string, values: RecordValues): Witness => ({
  ...{ code, name: null, field, heading: field, text: values[field] === undefined ? '' : String(values[field]) },
  place: { path: 'a.csv', line: Number(code), column: 1 },
});

const unitOf = (values: RecordValues, at: number): UnitState => {
  const code = String(at + 1);
  return { code, name: null, values, cell: (field) => cellOf(code, field, values) };
};

export const metBy = ({ condition }: Rule, records: readonly RecordValues[]): number =>
  records.filter((values) => condition.outcome(values) === 'yes').length;

export const openBy = ({ condition }: Rule, records: readonly RecordValues[]): number =>
  records.filter((values) => condition.outcome(values) !== 'no').length;

export const targetOf = ({ atLeast }: Rule, records: readonly RecordValues[]): number =>
  effectiveTarget(records.length, { atLeast });

/** The rules that do not surely hold, and the others, as `planSubject` hands them on. */
export const splitRules = (rules: readonly Rule[], records: readonly RecordValues[]) => {
  const isShort = (rule: Rule) => metBy(rule, records) < targetOf(rule, records);
  const short = rules.filter(isShort).map((rule): ShortRule => {
    const target = targetOf(rule, records);
    const need = target - metBy(rule, records);
    return {
      id: rule.id,
      table: 'communities',
      condition: rule.condition,
      need,
      missing: 0,
      allowed: records.length - target,
    };
  });
  return { short, kept: rules.filter((rule) => !isShort(rule)) };
};

/** The units that do not surely meet one of the rules. */
export const lackingOf = (short: readonly ShortRule[], records: readonly RecordValues[]): readonly UnitState[] =>
  records.map(unitOf).filter(({ values }) => short.some(({ condition }) => condition.outcome(values) !== 'yes'));

/** Every combination of one item of each list. */
export function* product<T>(lists: readonly (readonly T[])[]): Iterable<readonly T[]> {
  const [first, ...rest] = lists;
  if (first === undefined) {
    yield [];
    return;
  }
  for (const item of first) for (const others of product(rest)) yield [item, ...others];
}
