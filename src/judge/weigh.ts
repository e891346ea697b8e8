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
