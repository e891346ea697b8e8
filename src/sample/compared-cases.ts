import type { Indicator, RecordValues } from '../model/ruleset.ts';
import type { TargetReason } from './sample.ts';

/** A fall to nothing from fewer than this is chance. */
const MANY = 10;

/** Where a count is missing no number, which is neither equal to another nor more. */
const sumOf = (fields: readonly string[], values: RecordValues): number =>
  fields.reduce((sum, field) => {
    const value = values[field];
    return typeof value === 'number' ? sum + value : Number.NaN;
  }, 0);

/** What is remarkable in counts that a rule compares: a fall from many to none, or a comparison with nothing to spare. */
export const comparedCases = ({ id: rule, condition }: Indicator, values: RecordValues): TargetReason[] =>
  condition.comparisons.flatMap(({ sum, bound, against, always }): TargetReason[] => {
    if (!always || bound !== 'atMost') return [];
    const now = sumOf(sum, values);
    const before = sumOf(against, values);
    if (now === 0 && before >= MANY) return [{ kind: 'zero', rule, before }];
    return now === before && now > 0 ? [{ kind: 'limit', rule, at: now }] : [];
  });
