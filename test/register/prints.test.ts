import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codePrint, fingerprint } from '../../src/register/named.ts';
import { PrintTable } from '../../src/register/print-table.ts';

test('codes of up to fifteen digits are themselves, all others hashes below zero', () => {
  const digits = fc.stringMatching(/^[1-9]\d{0,14}$/);
  const others = fc.oneof(
    fc.stringMatching(/^0\d{0,14}$/),
    fc.stringMatching(/^\d{16,30}$/),
    fc.stringMatching(/^[A-Z]\d+$/),
  );
  fc.assert(
    fc.property(digits, (code) => {
      expect(codePrint(code)).toBe(Number(code));
    }),
  );
  fc.assert(
    fc.property(others, (code) => {
      expect(codePrint(code)).toBe(-1 - fingerprint(code));
    }),
  );
});

test('what was added is found by its print, in the order in which it came', () => {
  const prints = fc.array(fc.oneof(fc.nat(50), fc.constantFrom(-(2 ** 53) + 1, 440_308_001_001_001, -1)), {
    maxLength: 200,
  });
  fc.assert(
    fc.property(prints, (list) => {
      const table = new PrintTable((index) => list[index]!);
      for (const index of list.keys()) table.add(index);
      for (const print of new Set([...list, 51])) {
        const all = [...list.keys()].filter((index) => list[index] === print);
        expect([...table.all(print)]).toEqual(all);
        expect(table.first(print)).toBe(all[0]);
      }
    }),
  );
});
