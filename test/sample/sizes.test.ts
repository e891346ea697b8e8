import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Demands, MOST_DRAWN, planSize } from '../../src/sample/draw-units.ts';
import { atLeast, atMost, choose, isContradicted, mostBad, noneFound } from '../../src/sample/hypergeometric.ts';
import { ceilingOf, floorOf, parseRatio, percentOf, percentUp, type Ratio, ratio } from '../../src/sample/ratio.ts';

const FIVE = ratio(5, 100);
const demands = (acceptable: string, unacceptable: string, alpha: string, beta: string): Demands => ({
  acceptable: parseRatio(acceptable)!,
  unacceptable: parseRatio(unacceptable)!,
  alpha: parseRatio(alpha)!,
  beta: parseRatio(beta)!,
});
const USUAL = demands('0.90', '0.70', '5%', '10%');
const isAtMost = (a: Ratio, b: Ratio) => a.numerator * b.denominator <= b.numerator * a.denominator;

describe('0.90 against 0.70 with risks of 5 % and 10 %', () => {
  test.each([
    [60, 23, 4],
    [120, 28, 5],
    [300, 32, 6],
    [4, 3, 0],
    [7, 4, 0],
    [23, 13, 2],
    [50, 22, 4],
  ])('of %i units', (units, size, accept) => {
    expect(planSize(units, USUAL)).toEqual({ size, accept });
  });

  test.each([
    [1, { size: 1, accept: 0 }],
    [2, { size: 2, accept: 0 }],
    [2_000_000, { size: 33, accept: 6 }],
  ])('of %i units, small and huge', (units, plan) => {
    expect(planSize(units, USUAL)).toEqual(plan);
  });

  test('a risk that is met exactly is met', () => {
    expect(planSize(2, demands('1', '0.5', '5%', '50%'))).toEqual({ size: 1, accept: 0 });
    expect(planSize(2, demands('0.5', '0', '50%', '5%'))).toEqual({ size: 1, accept: 0 });
  });

  test('shares that only a sample beyond all measure tells apart are not searched', () => {
    const close = demands('0.9', '0.899', '5%', '10%');
    expect(planSize(2_000_000, close)).toBeNull();
    expect(planSize(400, close)!.size).toBeLessThanOrEqual(MOST_DRAWN);
  });
});

test.each([
  [60, 38],
  [120, 47],
  [1000, 57],
  [23, 18],
  [1, 1],
  [2_000_000, 59],
  // Exactly 5 %.
  [20, 19],
])('to refute 100 %% of %i units', (units, size) => {
  const demands = { acceptable: ratio(1, 1), unacceptable: ratio(95, 100), alpha: FIVE, beta: FIVE };
  expect(planSize(units, demands)).toEqual({ size, accept: 0 });
});

describe('four bad units in 23 of 60', () => {
  test('there are at most 19', () => {
    expect(mostBad({ units: 60, drawn: 23, found: 4 }, FIVE)).toBe(19);
  });

  test.each([
    [7, false],
    [8, true],
  ])('a claim of 80 %% with %i found', (found, contradicted) => {
    expect(isContradicted({ units: 60, drawn: 23, found }, 12, FIVE)).toBe(contradicted);
  });
});

/** How often each number of bad units is among all subsets of `drawn` of `units`, of which the first are bad. */
const countSubsets = (units: number, bad: number, drawn: number): number[] => {
  const counts = Array.from({ length: units + 1 }, () => 0);
  for (let subset = 0; subset < 1 << units; subset++) {
    let [size, found] = [0, 0];
    for (let unit = 0; unit < units; unit++) {
      if (((subset >> unit) & 1) === 0) continue;
      size++;
      if (unit < bad) found++;
    }
    if (size === drawn) counts[found]!++;
  }
  return counts;
};

const drawings = fc.integer({ min: 1, max: 9 }).chain((units) =>
  fc.record({
    units: fc.constant(units),
    bad: fc.integer({ min: 0, max: units }),
    drawn: fc.integer({ min: 0, max: units }),
    found: fc.integer({ min: -1, max: units }),
  }),
);

test.each([
  [5, 2, 10n],
  [5, 0, 1n],
  [5, 5, 1n],
  [0, 0, 1n],
  [3, 4, 0n],
  [3, -1, 0n],
])('%i choose %i is %i', (a, b, ways) => {
  expect(choose(a, b)).toBe(ways);
});

test('tails are those of counting every subset', () => {
  fc.assert(
    fc.property(drawings, ({ units, bad, drawn, found }) => {
      const counts = countSubsets(units, bad, drawn);
      const total = counts.reduce((sum, each) => sum + each, 0);
      const below = counts.slice(0, found + 1).reduce((sum, each) => sum + each, 0);
      expect(atMost(found, { units, bad, drawn })).toEqual(ratio(below, total));
      expect(atLeast(found + 1, { units, bad, drawn })).toEqual(ratio(total - below, total));
      expect(choose(units, drawn)).toBe(BigInt(total));
    }),
  );
});

test('bounds and contradictions are those of trying every number of bad units', () => {
  fc.assert(
    fc.property(drawings, fc.integer({ min: 1, max: 99 }), ({ units, drawn, bad: found }, percent) => {
      fc.pre(found <= drawn);
      const risk = ratio(percent, 100);
      const possible = Array.from({ length: units + 1 }, (_, bad) => bad).filter(
        (bad) => bad >= found && units - bad >= drawn - found,
      );
      const likely = possible.filter((bad) => !isAtMost(atMost(found, { units, bad, drawn }), risk));
      expect(mostBad({ units, drawn, found }, risk)).toBe(Math.max(...likely));
    }),
  );
});

/** The definition, tried size by size and number by number. */
const slowPlan = (units: number, { acceptable, unacceptable, alpha, beta }: Demands) => {
  const good = units - ceilingOf(acceptable, units);
  const bad = units - floorOf(unacceptable, units);
  for (let size = 0; size <= units; size++) {
    for (let accept = 0; accept <= size; accept++) {
      const rejects = atLeast(accept + 1, { units, bad: good, drawn: size });
      const accepts = atMost(accept, { units, bad, drawn: size });
      if (isAtMost(rejects, alpha) && isAtMost(accepts, beta)) return { size, accept };
    }
  }
  return null;
};

test('a plan is the smallest that keeps its definition', () => {
  const percents = fc.integer({ min: 1, max: 99 }).map((percent) => ratio(percent, 100));
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 })).filter(([a, b]) => a !== b),
      percents,
      percents,
      (units, shares, alpha, beta) => {
        const [unacceptable, acceptable] = shares.toSorted((a, b) => a - b).map((share) => ratio(share, 100));
        const own = { acceptable: acceptable!, unacceptable: unacceptable!, alpha, beta };
        expect(planSize(units, own)).toEqual(slowPlan(units, own));
      },
    ),
    { numRuns: 60 },
  );
});

const HUNDREDTH = ratio(1, 10_000);

test('what is printed of a risk is the risk, rounded up once', () => {
  fc.assert(
    fc.property(drawings, fc.integer({ min: 1, max: 40 }), ({ units, bad, drawn }, times) => {
      const drawing = { units: units * times, bad: bad * times, drawn: drawn * times };
      const printed = noneFound(drawing);
      const exact = atMost(0, drawing);
      expect(percentUp(printed)).toBe(percentUp(exact));
      expect(isAtMost(printed, HUNDREDTH)).toBe(isAtMost(exact, HUNDREDTH));
    }),
  );
});

test.each([
  [4, 5, '20.00'],
  [1, 2, '50.00'],
  [4, 9, '55.56'],
  [5, 5, '0.00'],
])('%i of %i units drawn, one of them bad: the risk of missing it', (drawn, units, percent) => {
  expect(percentUp(noneFound({ units, bad: 1, drawn }))).toBe(percent);
});

test('the risk of a huge sample needs no long integers', () => {
  expect(percentUp(noneFound({ units: 2_000_000, bad: 600_000, drawn: 200_000 }))).toBe('0.01');
});

const PYTHON = `
from fractions import Fraction
from math import comb
tail = lambda N, D, n, c: sum(Fraction(comb(D, k) * comb(N - D, n - k), comb(N, n)) for k in range(c + 1) if n >= k)
for N, D, n, c in [(60, 18, 23, 4), (788, 158, 79, 20), (2000, 400, 300, 50), (100000, 5000, 59, 0)]:
    p = tail(N, D, n, c)
    print(p.numerator, p.denominator)
`;
const python = spawnSync('python3', ['-c', PYTHON], { encoding: 'utf8' });

test.skipIf(python.error !== undefined && !process.env.CI)('tails are those of Python’s fractions', () => {
  expect(python.status, python.stderr).toBe(0);
  const lines = python.stdout.trim().split('\n');
  const own = [
    atMost(4, { units: 60, bad: 18, drawn: 23 }),
    atMost(20, { units: 788, bad: 158, drawn: 79 }),
    atMost(50, { units: 2000, bad: 400, drawn: 300 }),
    atMost(0, { units: 100_000, bad: 5000, drawn: 59 }),
  ];
  expect(lines).toHaveLength(own.length);
  for (const [at, { numerator, denominator }] of own.entries()) {
    const [above, below] = lines[at]!.split(' ').map(BigInt);
    expect(numerator * below!).toBe(above! * denominator);
  }
});

test.each([
  ['0.90', '90'],
  ['90%', '90'],
  ['12.5%', '12.5'],
  ['1', '100'],
  ['0', '0'],
  ['９０％', '90'],
  ['0.005', '0.5'],
  ['100%', '100'],
  ['101%', null],
  ['1.01', null],
  ['-1', null],
  ['', null],
  ['9e-1', null],
  ['0.1.2', null],
  ['.9', null],
  [' 90% ', '90'],
  ['0.1005', '10.05'],
])('%j as a share in per cent', (text, percent) => {
  const parsed = parseRatio(text);
  expect(parsed === undefined ? null : percentOf(parsed)).toBe(percent);
});

test.each([
  [1, 3, '33.34'],
  [1, 1, '100.00'],
  [0, 1, '0.00'],
  [1, 1_000_000, '0.01'],
])('%i/%i in per cent, rounded up', (numerator, denominator, text) => {
  expect(percentUp(ratio(numerator, denominator))).toBe(text);
});
