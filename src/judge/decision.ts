import type { Condition, Decision, RecordValues, Value } from '../model/ruleset.ts';

/** The assertions that settle an outcome that is known: the earliest that do so, and none that it does not take. */
export const decidingAssertions = (
  { assertions, outcome }: Condition,
  record: RecordValues,
): readonly (readonly string[])[] => {
  const whole = outcome(record);
  const settles = (read: readonly (readonly string[])[]): boolean => {
    const part: Record<string, Value> = {};
    for (const field of read.flat()) if (record[field] !== undefined) part[field] = record[field];
    return outcome(part) === whole;
  };
  const enough = assertions.findIndex((_, at) => settles(assertions.slice(0, at + 1)));
  let taken = assertions.slice(0, enough + 1);
  for (const assertion of taken.toReversed()) {
    const others = taken.filter((other) => other !== assertion);
    if (settles(others)) taken = others;
  }
  return taken;
};

/** What decided a condition, shown at the first of its fields; of an open one at the first that is missing. */
export const decisionOf = ({ fields, outcome, decidedBy }: Condition, record: RecordValues): Decision => {
  const decided = decidedBy(record);
  const first = outcome(record) === 'unknown' ? decided.find((field) => record[field] === undefined) : decided[0];
  return { field: first ?? fields[0]!, fields: decided };
};
