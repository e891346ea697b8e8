import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Choice, type Cover, cover } from '../../src/plan/cover.ts';

const bit = (bits: number, rule: number): number => (bits >> rule) & 1;

/** Every combination of choices; the cheapest, of those the one whose costly units come first. */
const exhaustive = (units: readonly (readonly Choice[])[], needs: readonly number[]) => {
  let best: { cost: number; costly: string } | null = null;
  const visit = (taken: readonly Choice[]): void => {
    if (taken.length < units.length) {
      for (const choice of units[taken.length]!) visit([...taken, choice]);
      return;
    }
    if (!needs.every((need, rule) => taken.filter(({ gain }) => bit(gain, rule)).length >= need)) return;
    const cost = taken.reduce((sum, choice) => sum + choice.cost, 0);
    const costly = taken.map((choice) => (choice.cost > 0 ? 'a' : 'b')).join('');
    if (best === null || cost < best.cost || (cost === best.cost && costly < best.costly)) best = { cost, costly };
  };
  visit([]);
  return best as { cost: number; costly: string } | null;
};

const summary = (units: readonly (readonly Choice[])[], found: Cover) => {
  if (typeof found === 'string') return found;
  const taken = found.map((index, unit) => units[unit]![index]!);
  return {
    cost: taken.reduce((sum, { cost }) => sum + cost, 0),
    costly: taken.map(({ cost }) => (cost > 0 ? 'a' : 'b')).join(''),
  };
};

/** Costs as they come about: nothing, or a visit (10) with some fields. */
const choice = (rules: number) => fc.record({ cost: fc.integer({ min: 11, max: 13 }), gain: fc.nat(2 ** rules - 1) });
const problem = fc.integer({ min: 1, max: 3 }).chain((rules) =>
  fc.record({
    units: fc.array(
      fc
        .tuple(
          fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.nat(2 ** rules - 1)),
          fc.array(choice(rules), { maxLength: 3 }),
        )
        .map(([gain, visits]): readonly Choice[] => [{ cost: 0, gain }, ...visits]),
      { maxLength: 6 },
    ),
    needs: fc.array(fc.nat(4), { minLength: rules, maxLength: rules }),
  }),
);

test('a cover is the one that an exhaustive search finds', () => {
  const kinds = new Set<string>();
  fc.assert(
    fc.property(problem, ({ units, needs }) => {
      const found = cover(units, needs);
      kinds.add(typeof found === 'string' ? found : 'found');
      expect(summary(units, found)).toEqual(exhaustive(units, needs) ?? 'impossible');
      if (typeof found === 'string') return;
      for (const [rule, need] of needs.entries()) {
        const met = found.filter((index, unit) => bit(units[unit]![index]!.gain, rule)).length;
        expect(met).toBeGreaterThanOrEqual(need);
      }
    }),
    { numRuns: 1500 },
  );
  expect([...kinds].sort()).toEqual(['found', 'impossible']);
});

const nothing: Choice = { cost: 0, gain: 0 };
const both: readonly Choice[] = [nothing, { cost: 11, gain: 1 }, { cost: 11, gain: 2 }, { cost: 12, gain: 3 }];
const timed = (units: readonly (readonly Choice[])[], needs: readonly number[]) => {
  const start = performance.now();
  return { found: cover(units, needs), milliseconds: performance.now() - start };
};

test('2,000 units with one rule take no time', () => {
  const units = Array.from({ length: 2000 }, (_, at) => (at % 3 === 0 ? [nothing] : [nothing, { cost: 11, gain: 1 }]));
  const { found, milliseconds } = timed(units, [1200]);
  expect(found).toEqual(units.map((choices, at) => (choices.length > 1 && at < 1800 ? 1 : 0)));
  expect(milliseconds).toBeLessThan(500);
});

test('170 units with two rules that have slack are searched', () => {
  const { found } = timed(
    Array.from({ length: 170 }, () => both),
    [40, 60],
  );
  expect(found).toEqual(Array.from({ length: 170 }, (_, at) => (at >= 60 ? 0 : found[at])));
  expect((found as number[]).filter((index) => index === 3)).toHaveLength(40);
});

test('what is too much to search is not answered', () => {
  expect(
    cover(
      Array.from({ length: 2000 }, () => both),
      [900, 900],
    ),
  ).toBe('too-many');
});
