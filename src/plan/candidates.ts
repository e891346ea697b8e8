import type { Comparison, Condition, Field, RecordValues, Value } from '../model/ruleset.ts';

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
export const candidatesOf = (
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
export const areSearchable = (free: readonly Field[], conditions: readonly Condition[]): boolean => {
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
