import { getOrInsert, remembered } from '../model/remembered.ts';
import type { Comparison, Condition, Field, RecordValues, Value } from '../model/ruleset.ts';
import { type Cover, cover } from './cover.ts';

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

type Known = ReadonlyMap<string, readonly number[]>;

const isNumber = ({ kind }: Field): boolean => kind === 'count' || kind === 'year';

const leastOf = ({ minimum = 0 }: Field): number => Math.max(0, minimum);

const around = (value: number): number[] => [value - 1, value, value + 1];

/** The ends of its range, and both sides of every value that it is held against. */
const ownBounds = (field: Field, conditions: readonly Condition[]): number[] => [
  leastOf(field),
  ...(field.maximum === undefined ? [] : [field.maximum]),
  ...conditions.flatMap(({ constants }) =>
    (constants[field.name] ?? []).flatMap((value) => (typeof value === 'number' ? around(value) : [])),
  ),
];

/** Every sum of one value of each field; none where a field has no value. */
const sumsOf = (fields: readonly string[], known: Known): number[] =>
  fields.reduce<number[]>(
    (sums, field) => sums.flatMap((sum) => (known.get(field) ?? []).map((value) => sum + value)),
    [0],
  );

/** Where the two sums of a comparison are equal, one less and one more. */
const tightBounds = (field: string, { sum, against }: Comparison, known: Known): number[] => {
  const [own, other] = sum.includes(field) ? [sum, against] : [against, sum];
  if (!own.includes(field)) return [];
  const rest = sumsOf(
    own.filter((name) => name !== field),
    known,
  );
  return sumsOf(other, known).flatMap((total) => rest.flatMap((part) => around(total - part)));
};

/** Every text that it is held against, and one that is none of them. */
const textsFor = (field: Field, conditions: readonly Condition[]): readonly Value[] => {
  const named = conditions.flatMap(({ constants }) => constants[field.name] ?? []);
  return [...new Set([...named, `${named.join('')}-`])].filter((value) => field.accepts(value));
};

/**
 * The values worth trying for the free fields of a record: every value of a choice; of a number one on each side of all
 * that it is held against, so that every outcome it can bring about is among them (see `areSearchable`).
 */
const candidatesOf = (
  free: readonly Field[],
  conditions: readonly Condition[],
  record: RecordValues,
): ReadonlyMap<string, readonly Value[]> => {
  const counts = free.filter(isNumber);
  const comparisons = conditions.flatMap((condition) => condition.comparisons);
  const fixed = new Map(
    Object.entries(record).flatMap(([name, value]) => (typeof value === 'number' ? [[name, [value]] as const] : [])),
  );
  const allowed = (field: Field, values: readonly number[]): number[] =>
    [...new Set(values)].filter((value) => value >= 0 && field.accepts(value)).sort((a, b) => a - b);

  const own = new Map(counts.map((field) => [field.name, allowed(field, ownBounds(field, conditions))]));
  // The second time a field sees what the first has found for the others.
  const widen = (before: Known): Known =>
    new Map(
      counts.map((field) => {
        const known = new Map([...fixed, ...before]);
        const tight = comparisons.flatMap((comparison) => tightBounds(field.name, comparison, known));
        return [field.name, allowed(field, [...before.get(field.name)!, ...tight])] as const;
      }),
    );
  const found = comparisons.length === 0 ? own : widen(widen(own));
  return new Map(
    free.map((field) => [
      field.name,
      field.kind === 'choice'
        ? [...new Set(field.labels.values())]
        : (found.get(field.name) ?? textsFor(field, conditions)),
    ]),
  );
};

const timesIn = (name: string, names: readonly string[]): number => names.filter((other) => other === name).length;

/**
 * Whether candidates can stand for all values: of the free numbers in one comparison, each once, all but one may appear
 * nowhere else, so that no chain of comparisons has to be solved.
 */
const areSearchable = (free: readonly Field[], conditions: readonly Condition[]): boolean => {
  const counts = new Set(free.filter(isNumber).map(({ name }) => name));
  const comparisons = conditions.flatMap((condition) => condition.comparisons);
  const uses = (name: string): number =>
    comparisons.filter(({ sum, against }) => sum.includes(name) || against.includes(name)).length +
    conditions.filter(({ constants }) => constants[name] !== undefined).length;
  return comparisons.every(({ sum, against }) => {
    const names = [...sum, ...against];
    const found = [...new Set(names)].filter((name) => counts.has(name));
    return found.every((name) => timesIn(name, names) === 1) && found.filter((name) => uses(name) > 1).length <= 1;
  });
};

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
    return getOrInsert(known, key, () => {
      const free = fields.filter((field) => read.includes(field.name) && isFree(field, record));
      return optionsOf(record, free, rules, kept);
    });
  };
};

/** Whether a rule is among those that bits stand for. */
export const has = (bits: number, rule: number): boolean => ((bits >> rule) & 1) === 1;

/**
 * An option for each unit, the cheapest together after which each rule counts as many units as it needs. A unit costs
 * the fields that are written into it, and `visit` where there are any.
 */
export const chooseOptions = (
  options: readonly (readonly Option[])[],
  gainOf: (option: Option) => number,
  needs: readonly number[],
  visit = 0,
): Cover => {
  const choicesOf = remembered((each: readonly Option[]) =>
    each.map((option) => {
      const fields = option.values.length;
      return { cost: fields === 0 ? 0 : visit + fields, gain: gainOf(option) };
    }),
  );
  return cover(options.map(choicesOf), needs);
};
