import type { Condition, Decision, Outcome, RecordValues, Value } from '../model/ruleset.ts';

/** A cell's meaning as the tally needs it; the same object for the same text, so that its outcome can be remembered. */
export interface Weighed {
  readonly value: Value | undefined;
}

const REMEMBERED = 1 << 14;

/**
 * The outcome of a condition for the readings of its fields. Where it reads one field, the outcome is remembered by
 * the reading; combinations of several are too many to be worth it.
 */
export const weigher = (condition: Condition): ((readings: readonly (Weighed | undefined)[]) => Outcome) => {
  const { fields } = condition;
  const record: Record<string, Value | undefined> = Object.fromEntries(fields.map((field) => [field, undefined]));
  const judge = (readings: readonly (Weighed | undefined)[]): Outcome => {
    for (let at = 0; at < fields.length; at++) record[fields[at]!] = readings[at]?.value;
    return condition.outcome(record as RecordValues);
  };
  if (fields.length > 1) return judge;
  const known = new Map<Weighed | undefined, Outcome>();
  return (readings) => {
    const [reading] = readings;
    let outcome = known.get(reading);
    if (outcome === undefined) {
      outcome = judge(readings);
      if (known.size < REMEMBERED) known.set(reading, outcome);
    }
    return outcome;
  };
};

/** What decided a condition, shown at the first of its fields; of an open one at the first that is missing. */
export const decisionOf = ({ fields, outcome, decidedBy }: Condition, record: RecordValues): Decision => {
  const decided = decidedBy(record);
  const first = outcome(record) === 'unknown' ? decided.find((field) => record[field] === undefined) : decided[0];
  return { field: first ?? fields[0]!, fields: decided };
};
