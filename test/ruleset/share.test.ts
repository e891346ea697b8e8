import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reaches } from '../../src/model/share.ts';
import { loadRuleset } from '../../src/ruleset/load-ruleset.ts';
import { stockAjv } from './stock-ajv.ts';
import { writeRuleset } from './write-ruleset.ts';

/** The first rule of a ruleset with the target as written; null where it is refused. */
const shareOf = async (written: string) => {
  const loaded = await loadRuleset(writeRuleset(['ruleset.yaml', 'atLeast: 80', `atLeast: ${written}`]));
  const [rule] = 'ruleset' in loaded ? loaded.ruleset.rules : [];
  return rule?.kind === 'share' ? rule : null;
};

test.each([
  ['exactly at the target', 80, 8, 10, true],
  ['one unit below', 80, 7, 10, false],
  ['159 of 200 at 80', 80, 159, 200, false],
  ['199 of 200 at 100', 100, 199, 200, false],
  ['90 per cent of 7 is all 7', 90, 6, 7, false],
  ['a decimal target, reached', 99.5, 199, 200, true],
  ['six places, reached', 33.333333, 33_333_333, 100_000_000, true],
  ['six places, missed by one in a hundred million', 33.333333, 33_333_332, 100_000_000, false],
  ['the smallest target', 0.000001, 1, 100_000_000, true],
  ['counts beyond what products of doubles keep apart', 99.999999, 2 ** 53 - 90_071_994, 2 ** 53 - 1, false],
])('share: %s', async (_, atLeast, met, of, expected) => {
  expect(reaches(met, of, (await shareOf(String(atLeast)))!.target)).toBe(expected);
});

const percent = fc
  .tuple(fc.integer({ min: 0, max: 100_000_000 }), fc.integer({ min: 0, max: 6 }))
  .map(([micro, places]) => {
    const scale = 10 ** (6 - places);
    const digits = String(Math.floor(micro / scale)).padStart(places + 1, '0');
    return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  });

test('reaches is the inequality on every target and all counts', () => {
  const ajv = stockAjv();
  fc.assert(
    fc.property(percent, fc.maxSafeNat(), fc.maxSafeNat(), fc.integer({ min: -2, max: 2 }), (written, a, b, near) => {
      const of = Math.max(a, b);
      const target = Number((BigInt(Math.round(Number(written) * 1_000_000)) * BigInt(of)) / 100_000_000n);
      const validate = ajv.compile({ share: { atLeast: Number(written) } });
      for (const met of [Math.min(a, b), Math.min(of, Math.max(0, target + near))]) {
        expect(validate({ met, of })).toBe(reaches(met, of, { atLeast: written }));
      }
    }),
    { numRuns: 50 },
  );
});

test.each([
  ['80', '80'],
  ['80.0', '80'],
  ['99.50', '99.5'],
  ['08', '8'],
  ['0.000001', '0.000001'],
  ['33.333333', '33.333333'],
  ['100.000000', '100'],
  ['80.0000001', null],
  ['8e1', null],
  ['101', null],
  ['-1', null],
  ['', null],
])('per cent as written: %s', async (written, expected) => {
  expect((await shareOf(written))?.target.atLeast ?? null).toBe(expected);
});
