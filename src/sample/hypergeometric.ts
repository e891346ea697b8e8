import { lastWhere } from '../model/numbers.ts';
import type { Ratio } from './ratio.ts';

/** `units` of which `bad` do not conform; `drawn` of them are drawn without replacement. X is how many of those are bad. */
export interface Drawing {
  readonly units: number;
  readonly bad: number;
  readonly drawn: number;
}

/** a choose b; 0 outside 0…a. */
export const choose = (a: number, b: number): bigint => {
  if (b < 0 || b > a) return 0n;
  let result = 1n;
  for (let i = 0; i < Math.min(b, a - b); i++) result = (result * BigInt(a - i)) / BigInt(i + 1);
  return result;
};

/** P(X ≤ found), exactly. Its cost grows with the square of what is drawn: a second at 10,000. */
export const atMost = (found: number, { units, bad, drawn }: Drawing): Ratio => {
  const good = units - bad;
  const least = Math.max(0, drawn - good);
  let term = choose(bad, least) * choose(good, drawn - least);
  let sum = 0n;
  for (let k = least; k <= Math.min(found, bad, drawn); k++) {
    sum += term;
    term = (term * BigInt(bad - k) * BigInt(drawn - k)) / (BigInt(k + 1) * BigInt(Math.max(1, good - drawn + k + 1)));
  }
  return { numerator: sum, denominator: choose(units, drawn) };
};

/** P(X ≥ found), exactly. */
export const atLeast = (found: number, drawing: Drawing): Ratio => {
  const { numerator, denominator } = atMost(found - 1, drawing);
  return { numerator: denominator - numerator, denominator };
};

/** Below this nothing is told apart in what is printed. */
const SMALLEST_TOLD = 10_000n;

/** P(X = 0), exactly; where it is below one in 10,000 a greater number that is, too, so that no integer gets long. */
export const noneFound = ({ units, bad, drawn }: Drawing): Ratio => {
  let [numerator, denominator] = [units - bad < drawn ? 0n : 1n, 1n];
  const [few, many] = bad < drawn ? [bad, drawn] : [drawn, bad];
  for (let i = 0; i < few && numerator * SMALLEST_TOLD >= denominator; i++) {
    numerator *= BigInt(units - many - i);
    denominator *= BigInt(units - i);
  }
  return { numerator, denominator };
};

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
  const isLikely = (more: number) => exceeds(atMost(found, { units, bad: found + more, drawn }), risk);
  return found + lastWhere(units - drawn + 1, isLikely);
};

/** Whether `found` or more bad ones are so unlikely, with `allowed` bad units in all, that there must be more. */
export const isContradicted = ({ units, drawn, found }: Sample, allowed: number, risk: Ratio): boolean =>
  !exceeds(atLeast(found, { units, bad: allowed, drawn }), risk);

/**
 * P(X ≤ accept) as units are drawn one by one, in integers: what was reckoned for n is a few products away from n + 1.
 * P(n + 1) = P(n) − p(n, accept) · (bad − accept) / (units − n), all times `units` choose n.
 */
export class Walk {
  readonly #units: number;
  readonly #bad: number;
  #drawn = 0;
  #accept = 0;
  /** Ways to draw `accept` bad units, and at most as many. */
  #just = 1n;
  #sum = 1n;

  constructor(units: number, bad: number) {
    this.#units = units;
    this.#bad = bad;
  }

  /** Ways to draw at most `accept` bad units. */
  get ways(): bigint {
    return this.#sum;
  }

  draw(): void {
    const n = this.#drawn++;
    const left = BigInt(this.#units - n);
    this.#sum = (this.#sum * left - this.#just * BigInt(this.#bad - this.#accept)) / BigInt(n + 1);
    this.#just = this.#ways();
  }

  accept(): void {
    this.#accept++;
    this.#just = this.#ways(this.#accept - 1);
    this.#sum += this.#just;
  }

  /** From the neighbour where there is one: one draw less, or one accepted less. */
  #ways(acceptedBefore?: number): bigint {
    const [n, c, good] = [this.#drawn, this.#accept, this.#units - this.#bad];
    if (this.#just > 0n && acceptedBefore === undefined && n > c) {
      return (this.#just * BigInt(good - n + 1 + c)) / BigInt(n - c);
    }
    if (this.#just > 0n && acceptedBefore !== undefined && good - n + c > 0) {
      return (this.#just * BigInt(this.#bad - c + 1) * BigInt(n - c + 1)) / (BigInt(c) * BigInt(good - n + c));
    }
    return choose(this.#bad, c) * choose(good, n - c);
  }
}
