import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Condition, Outcome, RecordValues } from '../../src/model/ruleset.ts';
import { Tally } from '../../src/tally/tally.ts';
import { decidingField, weigher } from '../../src/tally/weigh.ts';

interface Added {
  readonly street: number;
  readonly outcome: Outcome;
}

const additions = fc.array(
  fc.record({ street: fc.nat(700), outcome: fc.constantFrom<Outcome>('yes', 'no', 'unknown') }),
  { maxLength: 300 },
);

const tallyOf = (list: readonly Added[], limit: number): Tally => {
  const tally = new Tally(limit);
  list.forEach(({ street, outcome }, row) => {
    tally.add(street, outcome, row);
  });
  return tally;
};

test('counts each street as a list would, and keeps the first rows of each outcome', () => {
  fc.assert(
    fc.property(additions, fc.nat(4), (list, limit) => {
      const tally = tallyOf(list, limit);
      for (const street of new Set([0, 800, ...list.map((added) => added.street)])) {
        const own = list.flatMap((added, row) => (added.street === street ? [{ ...added, row }] : []));
        const rows = (outcome: Outcome) => own.filter((added) => added.outcome === outcome).map(({ row }) => row);
        expect(tally.counts(street)).toEqual({
          met: rows('yes').length,
          of: own.length,
          unknown: rows('unknown').length,
        });
        for (const outcome of ['no', 'unknown'] as const) {
          const all = rows(outcome);
          expect(tally.rows(street, outcome)).toEqual(limit === 0 ? all : all.slice(0, limit));
        }
      }
    }),
  );
});

test('counts add up however the input is cut', () => {
  fc.assert(
    fc.property(additions, fc.nat(300), (list, cut) => {
      const [left, right] = [tallyOf(list.slice(0, cut), 20), tallyOf(list.slice(cut), 20)];
      const whole = tallyOf(list, 20);
      for (const { street } of list) {
        const [a, b] = [left.counts(street), right.counts(street)];
        const sum = { met: a.met + b.met, of: a.of + b.of, unknown: a.unknown + b.unknown };
        expect(sum).toEqual(whole.counts(street));
      }
    }),
  );
});

/** This year's a at most last year's b, and the same of c and d. */
const trend: Condition = {
  constants: {},
  comparisons: [],
  fields: ['a', 'b', 'c', 'd'],
  assertions: [
    ['a', 'b'],
    ['c', 'd'],
  ],
  outcome: ({ a, b, c, d }: RecordValues): Outcome => {
    const pairs = [
      [a, b],
      [c, d],
    ] as const;
    const known = pairs.filter(([now, before]) => now !== undefined && before !== undefined);
    if (known.some(([now, before]) => now! > before!)) return 'no';
    return known.length === 2 ? 'yes' : 'unknown';
  },
};

test.each([
  ['the first pair rises', { a: 2, b: 1, c: 1, d: 1 }, 'a'],
  ['the second pair rises', { a: 1, b: 1, c: 2, d: 1 }, 'c'],
  ['both rise', { a: 2, b: 1, c: 2, d: 1 }, 'a'],
  ['the second rises, the first is not known', { c: 2, d: 1 }, 'c'],
  ['the base of the first is missing', { a: 1, c: 1, d: 1 }, 'b'],
  ['the last is missing', { a: 1, b: 1, c: 1 }, 'd'],
  ['all are missing', {}, 'a'],
] as const)('the deciding field where %s', (_, record, field) => {
  expect(decidingField(trend, record as RecordValues)).toBe(field);
});

const and = (...parts: readonly Outcome[]): Outcome =>
  parts.includes('no') ? 'no' : parts.includes('unknown') ? 'unknown' : 'yes';
const or = (...parts: readonly Outcome[]): Outcome =>
  parts.includes('yes') ? 'yes' : parts.includes('unknown') ? 'unknown' : 'no';
const isOne = (value: unknown): Outcome => (value === undefined ? 'unknown' : value === 1 ? 'yes' : 'no');
const abc = { fields: ['a', 'b', 'c'], assertions: [['a'], ['b'], ['c']], constants: {}, comparisons: [] };
const anyIsOne: Condition = { ...abc, outcome: ({ a, b, c }) => or(isOne(a), isOne(b), isOne(c)) };
const firstTwoOrThird: Condition = { ...abc, outcome: ({ a, b, c }) => or(and(isOne(a), isOne(b)), isOne(c)) };
const oneOfTwoAndThird: Condition = { ...abc, outcome: ({ a, b, c }) => and(or(isOne(a), isOne(b)), isOne(c)) };

test.each([
  ['none of a, b, c', anyIsOne, { a: 2, b: 2, c: 2 }, 'a'],
  ['neither a with b, for b, nor c', firstTwoOrThird, { a: 1, b: 2, c: 2 }, 'b'],
  ['neither a with b, for both, nor c', firstTwoOrThird, { a: 2, b: 2, c: 2 }, 'a'],
  ['neither a nor b, nor c with them', oneOfTwoAndThird, { a: 2, b: 2, c: 2 }, 'a'],
  ['b, but not c with it', oneOfTwoAndThird, { a: 2, b: 1, c: 2 }, 'c'],
] as const)('the deciding field of alternatives where %s', (_, condition, record, field) => {
  expect(decidingField(condition, record)).toBe(field);
});

test('the outcome of a single field is worked out once for each reading', () => {
  let asked = 0;
  const weigh = weigher({
    fields: ['level'],
    assertions: [['level']],
    constants: {},
    comparisons: [],
    outcome: ({ level }) => {
      asked++;
      return level === undefined ? 'unknown' : level === 'model' ? 'yes' : 'no';
    },
  });
  const [model, none] = [{ value: 'model' }, { value: 'none' }];
  expect([model, none, undefined, model, none, undefined].map((reading) => weigh([reading]))).toEqual([
    'yes',
    'no',
    'unknown',
    'yes',
    'no',
    'unknown',
  ]);
  expect(asked).toBe(3);
});

test('fields that the last record had do not linger in the next', () => {
  const weigh = weigher(trend);
  const value = (given: number | undefined) => ({ value: given });
  expect(weigh([value(2), value(1), value(1), value(1)])).toBe('no');
  expect(weigh([undefined, value(1), value(1), value(1)])).toBe('unknown');
  expect(weigh([value(undefined), value(1), value(1), value(1)])).toBe('unknown');
});
