import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  effectiveTarget,
  formatPercent,
  gapTo,
  isAll,
  isPercent,
  percentIn,
  reaches,
  whatItTakes,
} from '../../src/model/share.ts';

/** Any target a ruleset may give, with up to six places. */
const percents = fc
  .tuple(fc.nat(100_000_000), fc.nat(6))
  .map(([micro, places]) => {
    const digits = String(micro).padStart(9, '0');
    const fraction = digits.slice(3, 3 + places);
    return String(Number(digits.slice(0, 3))) + (fraction === '' ? '' : `.${fraction}`);
  })
  .filter(isPercent);

const shares = fc
  .tuple(
    fc.oneof(
      fc.integer({ min: 1, max: 400 }),
      fc.maxSafeInteger().map((n) => Math.abs(n) + 1),
    ),
    fc.double({ min: 0, max: 1, noNaN: true }),
  )
  .map(([of, part]) => ({ of: Math.min(of, Number.MAX_SAFE_INTEGER), part }))
  .map(({ of, part }) => ({ of, met: Math.min(of, Math.floor(of * part)) }));

/** T as numerator over 10⁸, by another way than the one under test. */
const micro = (percent: string): bigint => {
  const [whole = '', fraction = ''] = percent.split('.');
  return BigInt(whole) * 1_000_000n + BigInt(fraction.padEnd(6, '0'));
};

const targets = percents.map((atLeast) => ({ atLeast }));

test('a target is reached exactly when 100·met ≥ T·of, in integers', () => {
  fc.assert(
    fc.property(shares, targets, ({ met, of }, target) => {
      expect(reaches(met, of, target)).toBe(BigInt(met) * 100_000_000n >= micro(target.atLeast) * BigInt(of));
    }),
  );
});

test('the effective target is the smallest count that reaches it', () => {
  fc.assert(
    fc.property(shares, targets, ({ of }, target) => {
      const least = effectiveTarget(of, target);
      const isEnough = (met: number) => BigInt(met) * 100_000_000n >= micro(target.atLeast) * BigInt(of);
      expect([isEnough(least), reaches(least, of, target)]).toEqual([true, true]);
      if (least > 0) expect([isEnough(least - 1), reaches(least - 1, of, target)]).toEqual([false, false]);
    }),
  );
});

test('a printed percentage reaches the target exactly when the counts do', () => {
  fc.assert(
    fc.property(shares, targets, ({ met, of }, target) => {
      const printed = formatPercent(met, of, target);
      expect(printed).toMatch(/^(?:0|[1-9]\d*)\.\d{2,6}$/);
      expect(micro(printed) >= micro(target.atLeast)).toBe(reaches(met, of, target));
    }),
  );
});

test('a printed percentage is at most the share, and less than one last place below it', () => {
  fc.assert(
    fc.property(shares, ({ met, of }) => {
      const below = BigInt(met) * 100_000_000n - micro(formatPercent(met, of, { atLeast: '0' })) * BigInt(of);
      expect(below >= 0n && below < 10_000n * BigInt(of)).toBe(true);
    }),
  );
});

test.each([
  ['199 of 200', 199, 200, '100', '99.50'],
  ['159 of 200', 159, 200, '80', '79.50'],
  ['79.996 %', 19_999, 25_000, '80', '79.99'],
  ['just below the target', 79_999, 100_000, '80', '79.99'],
  ['the target itself', 8, 10, '80', '80.00'],
  ['all', 7, 7, '100', '100.00'],
  ['none', 0, 7, '100', '0.00'],
  ['less than one', 1, 128, '100', '0.78'],
  ['a target with more places', 1, 3, '33.3334', '33.3333'],
])('%s prints %i of %i against %s as %s', (_, met, of, atLeast, printed) => {
  expect(formatPercent(met, of, { atLeast })).toBe(printed);
});

test.each([
  ['0', true],
  ['100', true],
  ['99.999999', true],
  ['100.000000', true],
  ['100.1', false],
  ['101', false],
  ['99.9999999', false],
  ['-1', false],
  ['1e1', false],
  ['', false],
  ['80.', false],
  ['８０', false],
])('%s is a per cent: %s', (text, expected) => {
  expect(isPercent(text)).toBe(expected);
  if (!expected) expect(() => effectiveTarget(1, { atLeast: text })).toThrow(RangeError);
});

test.each([
  ['100', true],
  ['100.0', true],
  ['100.000000', true],
  ['99.999999', false],
  ['99.100', false],
  ['10', false],
  ['0', false],
])('a target of %s means all of the units: %s', (percent, expected) => {
  expect(isAll(percent)).toBe(expected);
});

test.each([
  ['short of it', [6, 7, 0], '90', [7, 1, 0]],
  ['at it', [8, 10, 1], '80', [8, 0, 0]],
  ['beyond it', [10, 10, 0], '80', [8, 0, 2]],
  ['no unit at all', [0, 0, 0], '80', [null, null, null]],
  ['no total', [3, null, null], '80', [null, null, null]],
  ['no total, and nothing unknown', [3, null, 0], '80', [null, null, null]],
  ['nothing counted', [null, 7, 0], '80', [null, null, null]],
  ['nobody knows of how many', [3, 7, null], '80', [null, null, null]],
] as const)('what it takes, %s', (_, [met, of, unknown], atLeast, [target, shortfall, margin]) => {
  expect(whatItTakes({ met, of, unknown }, { atLeast })).toEqual({ effectiveTarget: target, shortfall, margin });
});

test('the gap is the difference of target and share; where there are no counts all of the target', () => {
  fc.assert(
    fc.property(shares, targets, ({ met, of }, target) => {
      const [gap, over] = gapTo(target, { met, of, unknown: 0 });
      const missed = micro(target.atLeast) * BigInt(of) - BigInt(met) * 100_000_000n;
      expect(gap * BigInt(of)).toBe(missed * over);
      for (const nothing of [
        { met: null, of },
        { met, of: null },
        { met: 0, of: 0 },
      ]) {
        expect(gapTo(target, { ...nothing, unknown: null })).toEqual([micro(target.atLeast), 1n]);
      }
      expect(percentIn(target)).toBe(target.atLeast);
    }),
  );
});
