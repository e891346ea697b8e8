import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Float64Numbers, Uint32Numbers } from '../../src/model/numbers.ts';

/** Around the ends of the first blocks, small and whole. */
const index = fc.oneof(fc.nat(40), fc.nat(20_000), fc.constantFrom(7, 8, 15, 16, 63, 64, 4095, 4096, 8191, 8192));

test.each([
  ['Uint32Numbers', () => new Uint32Numbers()],
  ['Float64Numbers', () => new Float64Numbers()],
] as const)('%s gives back what was set, and 0 elsewhere', (_, make) => {
  fc.assert(
    fc.property(fc.array(fc.tuple(index, fc.nat(0xffff_ffff))), fc.array(index), (entries, asked) => {
      const numbers = make();
      const known = new Map<number, number>();
      for (const [at, value] of entries) {
        numbers.set(at, value);
        known.set(at, value);
      }
      for (const at of [...known.keys(), ...asked]) expect(numbers.at(at)).toBe(known.get(at) ?? 0);
    }),
  );
});
