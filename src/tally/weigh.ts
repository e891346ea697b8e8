import type { Condition, Outcome, RecordValues, Value } from '../model/ruleset.ts';

/** A cell's meaning as the tally needs it; the same object for the same text, so that its outcome can be remembered. */
export interface Weighed {
  readonly value: Value | undefined;
}

const REMEMBERED = 1 << 14;

const recordOf = (fields: readonly string[], values: readonly (Value | undefined)[]): RecordValues => {
  const record: Record<string, Value> = {};
  fields.forEach((field, at) => {
    const value = values[at];
    if (value !== undefined) record[field] = value;
  });
  return record;
};

/** The outcome of a condition for the readings of its fields, remembered by distinct readings. */
export const weigher = (condition: Condition): ((readings: readonly (Weighed | undefined)[]) => Outcome) => {
  const { fields } = condition;
  const judge = (readings: readonly (Weighed | undefined)[]): Outcome =>
    condition.outcome(
      recordOf(
        fields,
        readings.map((reading) => reading?.value),
      ),
    );
  if (fields.length === 1) {
    const known = new Map<Weighed | undefined, Outcome>();
    return (readings) => {
      const [reading] = readings;
      let outcome = known.get(reading);
      if (outcome === undefined) {
        outcome = judge(readings);
        if (known.size >= REMEMBERED) known.clear();
        known.set(reading, outcome);
      }
      return outcome;
    };
  }
  const known = new Map<string, Outcome>();
  return (readings) => {
    let key = '';
    for (const reading of readings) key += `${reading?.value}\n`;
    let outcome = known.get(key);
    if (outcome === undefined) {
      outcome = judge(readings);
      if (known.size >= REMEMBERED) known.clear();
      known.set(key, outcome);
    }
    return outcome;
  };
};

/**
 * The field at which a condition was decided: the first of the first assertion after which the fields read so far
 * settle the outcome; for an unknown one the first field that is missing.
 */
export const decidingField = ({ fields, assertions, outcome }: Condition, record: RecordValues): string => {
  const whole = outcome(record);
  if (whole === 'unknown') return fields.find((field) => record[field] === undefined) ?? fields[0]!;
  const part: Record<string, Value> = {};
  for (const assertion of assertions) {
    for (const field of assertion) if (record[field] !== undefined) part[field] = record[field];
    if (outcome(part) === whole) return assertion[0]!;
  }
  return fields[0]!;
};
