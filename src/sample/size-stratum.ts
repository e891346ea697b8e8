import { noneFound } from './hypergeometric.ts';
import { planSize, refutingSize, type SizePlan } from './plan-size.ts';
import { ceilingOf, parseRatio, percentUp, type Ratio, ratio } from './ratio.ts';
import type { MissRisk, SizeRule } from './sample.ts';

/** A sample of nine tenths of all saves nothing and leaves a risk: then all are taken. */
const NEARLY_ALL = ratio(9, 10);

/** The shares of bad units for which the risk of finding none is printed. */
const TOLD = ['5', '10', '20', '30'] as const;

const percent = (text: string): Ratio => parseRatio(`${text}%`)!;

const planned = (units: number, rule: SizeRule): { readonly size: number; readonly accept: number | null } | null => {
  switch (rule.kind) {
    case 'rate':
      return { size: Math.min(units, Math.max(rule.atLeast, ceilingOf(percent(rule.rate), units))), accept: null };
    case 'refute':
      return refutingSize(units);
    case 'plan':
      return planSize(units, {
        acceptable: percent(rule.acceptable),
        unacceptable: percent(rule.unacceptable),
        alpha: percent(rule.alpha),
        beta: percent(rule.beta),
      });
    default:
      return rule satisfies never;
  }
};

/** Of all units the number that may be bad is known: what the acceptable share leaves. */
const acceptedOfAll = (units: number, rule: SizeRule): number | null =>
  rule.kind === 'plan' ? units - ceilingOf(percent(rule.acceptable), units) : rule.kind === 'refute' ? 0 : null;

/** How many of `units` are drawn, and how many bad ones are accepted; null beyond `MOST_DRAWN` of a plan. */
export const sizeStratum = (
  units: number,
  rule: SizeRule,
): (Omit<SizePlan, 'accept'> & { readonly accept: number | null }) | null => {
  const plan = planned(units, rule);
  if (plan === null) return null;
  const isNearlyAll = BigInt(plan.size) * NEARLY_ALL.denominator >= NEARLY_ALL.numerator * BigInt(units);
  return isNearlyAll ? { size: units, accept: acceptedOfAll(units, rule) } : plan;
};

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
