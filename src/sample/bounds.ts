import { atLeast, atMost } from './hypergeometric.ts';
import type { Ratio } from './ratio.ts';

/** A sample of which `found` units do not conform. */
export interface Sample {
  readonly units: number;
  readonly drawn: number;
  readonly found: number;
}

const exceeds = (probability: Ratio, risk: Ratio): boolean =>
  probability.numerator * risk.denominator > risk.numerator * probability.denominator;

/**
 * The most units of all that may not conform: the largest number under which so few bad ones in the sample are still
 * more likely than `risk`. With 5 % it is the exact one-sided 95 % bound.
 */
export const mostBad = ({ units, drawn, found }: Sample, risk: Ratio): number => {
  let low = found;
  let high = units - drawn + found;
  while (low < high) {
    const bad = Math.ceil((low + high) / 2);
    if (exceeds(atMost(found, { units, bad, drawn }), risk)) low = bad;
    else high = bad - 1;
  }
  return low;
};

/** Whether `found` or more bad ones are so unlikely, with `allowed` bad units in all, that there must be more. */
export const isContradicted = ({ units, drawn, found }: Sample, allowed: number, risk: Ratio): boolean =>
  !exceeds(atLeast(found, { units, bad: allowed, drawn }), risk);
