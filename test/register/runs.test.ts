import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Runs } from '../../src/register/runs.ts';

const runsOf = (step: number, numbers: readonly number[]): Runs => {
  const runs = new Runs(step);
  for (const number of numbers) runs.push(number);
  return runs;
};

/** Numbers with long runs, breaks, and ones that are none. */
const numbers = fc
  .array(
    fc.record({
      from: fc.oneof(fc.integer({ min: -(2 ** 40), max: 2 ** 50 }), fc.nat(30), fc.constant(Number.NaN)),
      length: fc.integer({ min: 1, max: 9 }),
      step: fc.constantFrom(0, 1),
    }),
    { maxLength: 30 },
  )
  .map((parts) => parts.flatMap(({ from, length, step }) => Array.from({ length }, (_, at) => from + at * step)));

test('gives back what was put in, in whatever order it is asked for', () => {
  fc.assert(
    fc.property(numbers, fc.constantFrom(0, 1), fc.array(fc.nat(), { maxLength: 40 }), (list, step, asked) => {
      const runs = runsOf(step, list);
      expect(runs.size).toBe(list.length);
      for (const any of list.length === 0 ? [] : asked) {
        const index = any % list.length;
        expect(runs.at(index)).toBe(list[index]);
      }
      expect(list.map((_, index) => runs.at(index))).toEqual(list);
    }),
  );
});

test('finds any number of a rising list, and no other', () => {
  const near = fc.integer({ min: -2, max: 2 });
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: -50, max: 200 })),
      fc.array(fc.tuple(fc.nat(), near)),
      (set, asked) => {
        const list = set.toSorted((a, b) => a - b);
        const runs = runsOf(1, list);
        const wanted = asked.map(([any, off]) => (list[any % Math.max(1, list.length)] ?? 0) + off);
        for (const value of [...wanted, 0.5, -60, 300]) {
          const index = list.indexOf(value);
          expect(runs.indexOfRising(value)).toBe(index < 0 ? undefined : index);
        }
      },
    ),
  );
});
