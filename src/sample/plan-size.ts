import { noneFound, Walk } from './hypergeometric.ts';
import { ceilingOf, floorOf, parseRatio, percentUp, type Ratio, ratio } from './ratio.ts';
import type { MissRisk, SizeRule } from './sample.ts';

/** Draw `size`; the lot is accepted where at most `accept` of them do not conform. */
export interface SizePlan {
  readonly size: number;
  readonly accept: number;
}

/** What a plan has to tell apart, and the risks of taking the one for the other. */
export interface Demands {
  /** The conforming share that is good enough, and the one that is not: `acceptable` is the greater. */
  readonly acceptable: Ratio;
  readonly unacceptable: Ratio;
  /** Risk of rejecting what is good enough, and of accepting what is not. */
  readonly alpha: Ratio;
  readonly beta: Ratio;
}

/** Nobody checks more units than this on the spot; the search ends here. */
export const MOST_DRAWN = 10_000;

/**
 * The smallest sample for which some number of bad units tells both shares apart within the risks, by the exact
 * hypergeometric distribution: P(X > accept | N − ⌈acceptable·N⌉ bad) ≤ alpha and P(X ≤ accept | N − ⌊unacceptable·N⌋
 * bad) ≤ beta. Null beyond `MOST_DRAWN`. For a given `accept` more units only lessen the second risk and add to the
 * first, so the first size that satisfies the second decides, and it grows with `accept`: nothing is tried twice.
 */
export const planSize = (units: number, { acceptable, unacceptable, alpha, beta }: Demands): SizePlan | null => {
  const good = new Walk(units, units - ceilingOf(acceptable, units));
  const bad = new Walk(units, units - floorOf(unacceptable, units));
  let all = 1n;
  let size = 0;
  for (let accept = 0; ; accept++) {
    while (bad.ways * beta.denominator > beta.numerator * all) {
      if (size === Math.min(units, MOST_DRAWN)) return null;
      all = (all * BigInt(units - size)) / BigInt(size + 1);
      size++;
      good.draw();
      bad.draw();
    }
    if ((all - good.ways) * alpha.denominator <= alpha.numerator * all) return { size, accept };
    good.accept();
    bad.accept();
  }
};

const percent = (text: string): Ratio => parseRatio(`${text}%`)!;

type Asked = Readonly<Record<keyof Demands, string>>;

const demandsOf = ({ acceptable, unacceptable, alpha, beta }: Asked): Demands => ({
  ...{ acceptable: percent(acceptable), unacceptable: percent(unacceptable) },
  ...{ alpha: percent(alpha), beta: percent(beta) },
});

/** To refute that all conform is to tell that from 95 % that do; a single bad unit refutes it. */
const REFUTING = demandsOf({ acceptable: '100', unacceptable: '95', alpha: '5', beta: '5' });

/** A sample of nine tenths of all saves nothing and leaves a risk: then all are taken. */
const NEARLY_ALL = ratio(9, 10);

const isNearlyAll = (size: number, units: number): boolean =>
  BigInt(size) * NEARLY_ALL.denominator >= NEARLY_ALL.numerator * BigInt(units);

/** How many of `units` are drawn, and how many bad ones are accepted; null beyond `MOST_DRAWN` of a plan. */
export const sizeStratum = (
  units: number,
  rule: SizeRule,
): { readonly size: number; readonly accept: number | null } | null => {
  if (rule.kind === 'rate') {
    const size = Math.max(rule.atLeast, ceilingOf(percent(rule.rate), units));
    return { size: isNearlyAll(size, units) ? units : size, accept: null };
  }
  const demands = rule.kind === 'plan' ? demandsOf(rule) : REFUTING;
  const plan = planSize(units, demands);
  if (plan === null && units > MOST_DRAWN) return null;
  if (plan !== null && !isNearlyAll(plan.size, units)) return plan;
  // Of all units the number that may be bad is known: what the acceptable share leaves.
  return { size: units, accept: units - ceilingOf(demands.acceptable, units) };
};

/** The shares of bad units for which the risk of finding none is printed. */
const TOLD = ['5', '10', '20', '30'] as const;

/** What a sample of this size leaves open: how likely it shows no bad unit at all although so many are. */
export const missRisks = (units: number, drawn: number): readonly MissRisk[] =>
  drawn === units
    ? []
    : TOLD.map((bad) => ({ bad, count: ceilingOf(percent(bad), units) }))
        .filter(({ count }, at, all) => count !== all[at - 1]?.count)
        .map(({ bad, count }) => {
          const missed = percentUp(noneFound({ units, bad: count, drawn }));
          return { bad, units: count, missed };
        });
