import type { Condition, Field, RecordValues, Value } from '../model/ruleset.ts';
import { areSearchable, candidatesOf } from './candidates.ts';

/**
 * One way to leave a unit: what is written into it, and what then holds besides what holds anyway. Bits stand for the
 * rules looked at.
 */
export interface Option {
  readonly values: readonly (readonly [field: string, value: Value])[];
  /** The rules it then meets and does not meet as it is. */
  readonly met: number;
  /** The same, with those that it may yet meet. */
  readonly open: number;
}

/** Beyond so many combinations of values a unit is not searched. */
const MOST = 1 << 14;
/** Rules that fit the bits of a number. */
const MOST_RULES = 30;

/** Every combination of values, each field left as it is first; the first field changes fastest. */
function* combinations(fields: readonly (readonly [string, readonly Value[]])[]): Iterable<Option['values']> {
  const at = fields.map(() => -1);
  for (;;) {
    yield at.flatMap((index, field) => (index < 0 ? [] : [[fields[field]![0], fields[field]![1][index]!] as const]));
    const next = at.findIndex((index, field) => index + 1 < fields[field]![1].length);
    if (next < 0) return;
    at.fill(-1, 0, next);
    at[next]!++;
  }
}

const bitsOf = (conditions: readonly Condition[], record: RecordValues, before: number) => {
  let [met, open] = [0, 0];
  for (const [rule, condition] of conditions.entries()) {
    if ((before >> rule) & 1) continue;
    const outcome = condition.outcome(record);
    if (outcome === 'yes') met |= 1 << rule;
    if (outcome !== 'no') open |= 1 << rule;
  }
  return { met, open };
};

/** Other values than the one there is, of numbers those next to it first. */
const nearest = (now: Value | undefined, values: readonly Value[]): readonly Value[] => {
  const distance = (value: Value): number =>
    typeof value === 'number' && typeof now === 'number' ? Math.abs(value - now) : 0;
  return values.filter((value) => value !== now).toSorted((a, b) => distance(a) - distance(b));
};

/**
 * The ways to leave a unit by writing into its free fields, as it is now first. No unit loses what it meets. Of ways
 * that come to the same the one with the fewest fields, then that with the earlier fields and values. Null where there
 * are too many to try.
 */
const optionsOf = (
  record: RecordValues,
  free: readonly Field[],
  rules: readonly Condition[],
  kept: readonly Condition[],
): readonly Option[] | null => {
  if (rules.length > MOST_RULES || !areSearchable(free, [...rules, ...kept])) return null;
  const candidates = candidatesOf(free, [...rules, ...kept], record);
  const fields = free
    .map(({ name }) => [name, nearest(record[name], candidates.get(name)!)] as const)
    .filter(([, values]) => values.length > 0);
  if (fields.reduce((product, [, values]) => product * (values.length + 1), 1) > MOST) return null;

  const before = bitsOf(rules, record, 0).met;
  const held = [...rules, ...kept].filter(({ outcome }) => outcome(record) === 'yes');
  const best = new Map<string, Option>();
  for (const values of combinations(fields)) {
    const after: RecordValues = { ...record, ...Object.fromEntries(values) };
    if (!held.every(({ outcome }) => outcome(after) === 'yes')) continue;
    const { met, open } = bitsOf(rules, after, before);
    const key = `${met} ${open}`;
    const known = best.get(key);
    if (known === undefined || values.length < known.values.length) best.set(key, { values, met, open });
  }
  return [...best.values()];
};

/** `optionsOf`, remembered by the values of a unit: most units of a register lack the same. */
export const optionsFinder = (
  fields: readonly Field[],
  rules: readonly Condition[],
  kept: readonly Condition[],
  isFree: (field: Field, record: RecordValues) => boolean,
): ((record: RecordValues) => readonly Option[] | null) => {
  const known = new Map<string, readonly Option[] | null>();
  const read = [...new Set([...rules, ...kept].flatMap((condition) => condition.fields))];
  return (record) => {
    const key = JSON.stringify(read.map((field) => record[field] ?? null));
    let options = known.get(key);
    if (options === undefined) {
      const free = fields.filter((field) => read.includes(field.name) && isFree(field, record));
      options = optionsOf(record, free, rules, kept);
      known.set(key, options);
    }
    return options;
  };
};
