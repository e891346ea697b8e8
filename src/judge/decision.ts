import type { Condition, Decision, RecordValues } from '../model/ruleset.ts';

/** What decided a condition, shown at the first of its fields; of an open one at the first that is missing. */
export const decisionOf = ({ fields, outcome, decidedBy }: Condition, record: RecordValues): Decision => {
  const decided = decidedBy(record);
  const first = outcome(record) === 'unknown' ? decided.find((field) => record[field] === undefined) : decided[0];
  return { field: first ?? fields[0]!, fields: decided };
};
