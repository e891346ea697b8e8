import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Entries, indented, indentedPieces } from '../../src/report/json-text.ts';

const long = Array.from({ length: 1001 }, (_, at) => ({ at, list: [at], none: {} }));

test('the pieces of a text are the text, long lists in it or not', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.integer({ min: 0, max: 4 }), (value, depth) => {
      for (const whole of [value, { value, long }, [value, { inner: { long, value } }], { left: undefined, long }]) {
        expect([...indentedPieces(whole, depth)].join('')).toBe(indented(whole, depth));
      }
    }),
  );
});

test('entries made when they are written are written as a list of them would be', () => {
  const entry = (of: unknown) => ({ of, twice: [of, of] });
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), fc.integer({ min: 0, max: 4 }), (items, depth) => {
      for (const of of [items, [...items, ...long], [...items, { long }]]) {
        const [later, now] = [{ inner: [new Entries(of, entry)] }, { inner: [of.map(entry)] }];
        expect([...indentedPieces(later, depth)].join('')).toBe(indented(now, depth));
      }
    }),
  );
});

test('entries of a long list are made one by one', () => {
  let made = 0;
  const entries = new Entries(long, (each) => ({ each, number: ++made }));
  const pieces = indentedPieces({ entries }, 0)[Symbol.iterator]();
  const seen = Array.from({ length: 8 }, () => [pieces.next().done, made]);
  expect(seen.at(-1)).toEqual([false, 4]);
});
