import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indented, indentedPieces } from '../../src/report/json-text.ts';

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
