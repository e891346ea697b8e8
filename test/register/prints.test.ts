import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Communities } from '../../src/register/communities.ts';
import { codePrint, Fingerprints, repeatedIn, sortedPrints } from '../../src/register/fingerprints.ts';

/** More than are kept unpacked. */
const MANY = 10_000;

const printsOf = (numbers: Iterable<number>): Fingerprints => {
  const prints = new Fingerprints();
  for (const number of numbers) prints.add(number);
  return prints;
};

/** Numbers up to `MANY` of them from steps that repeat, so that long lists are quickly made. */
const walks = fc
  .record({
    first: fc.oneof(fc.nat(), fc.constantFrom(0, -1, -(2 ** 53) + 1, 440_308_001_001_001)),
    steps: fc.array(
      fc.oneof(
        { weight: 9, arbitrary: fc.constantFrom(1, 2, 126, 127, 128, 1000, 1_000_000, 2 ** 31, 2 ** 40) },
        fc.constantFrom(0, -1, -1000),
      ),
      { minLength: 1, maxLength: 9 },
    ),
    length: fc.nat(MANY),
  })
  .map(({ first, steps, length }) => {
    const numbers: number[] = [];
    for (let value = first, at = 0; at < length && value < 1e15; at++) {
      numbers.push(value);
      value += steps[at % steps.length]!;
    }
    return numbers;
  });

test('prints come back as they went in, packed or not', () => {
  fc.assert(
    fc.property(walks, (numbers) => {
      const prints = printsOf(numbers);
      expect(prints.size).toBe(numbers.length);
      expect(prints.isRising).toBe(numbers.every((number, at) => at === 0 || number > numbers[at - 1]!));
      const copy = new Float64Array(numbers.length + 1);
      prints.copyTo(copy, 1);
      expect(copy).toEqual(Float64Array.of(0, ...numbers));
    }),
  );
});

test('repeated ones are found in one list and across lists', () => {
  fc.assert(
    fc.property(walks, walks, (a, b) => {
      const counts = new Map<number, number>();
      for (const number of [...a, ...b]) counts.set(number, (counts.get(number) ?? 0) + 1);
      const repeated = [...counts].filter(([, count]) => count > 1).map(([number]) => number);
      const lists = [printsOf(a), printsOf(b)];
      expect(repeatedIn(lists)).toEqual(Float64Array.from(repeated).sort());
      expect(sortedPrints(lists)).toEqual(Float64Array.from([...a, ...b]).sort());
    }),
  );
});

test('a community is found by its code, the first of equal ones, however the register is sorted', () => {
  const codes = fc.array(fc.oneof(fc.nat(50).map(String), fc.constantFrom('A-1', 'A-2', '012', null)), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(codes, fc.boolean(), (list, sorted) => {
      const added = sorted
        ? list.filter((code) => code !== null).toSorted((a, b) => codePrint(a) - codePrint(b))
        : list;
      const communities = new Communities();
      added.forEach((code, row) => {
        communities.add(code === null ? null : codePrint(code), null, row % 7, row);
      });
      for (const code of [
        '0',
        '7',
        '50',
        '51',
        'A-1',
        'A-2',
        'A-3',
        '012',
        '12',
        ...added.filter((one) => one !== null),
      ]) {
        const row = added.indexOf(code);
        const found = { street: row % 7, of: row % 7, row, code: codePrint(code), name: 0 };
        expect(communities.byCode(code)).toEqual(row < 0 ? undefined : found);
      }
    }),
  );
});

test('hashes below zero and codes above do not lose a bit between them', () => {
  const numbers = [-(2 ** 53) + 1, ...Array.from({ length: MANY }, (_, at) => 440_308_001_000_002 + at)];
  const copy = new Float64Array(numbers.length);
  printsOf(numbers).copyTo(copy, 0);
  expect([...copy]).toEqual(numbers);
});
