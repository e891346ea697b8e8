import { sha256 as digest } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { byCodePoint } from '../intake/find-inputs.ts';
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

const ENCODER = new TextEncoder();

/** SHA-256 of a text in UTF-8, as 64 lower-case hexadecimal digits. */
const sha256 = (text: string): string => bytesToHex(digest(ENCODER.encode(text)));

/** A surrogate stands for a code point above all others, and is less than some of them as a number. */
const SURROGATE = /[\ud800-\udfff]/;

/** By code points, as `sorted` of Python and `LC_ALL=C sort` have it. */
export const compareKeys = (a: string, b: string): number => {
  if (SURROGATE.test(a) || SURROGATE.test(b)) return byCodePoint(a, b);
  return a < b ? -1 : a > b ? 1 : 0;
};

export const sortKeys = (keys: readonly string[]): string[] => keys.toSorted(compareKeys);

/** What a register is known by: SHA-256 over its sorted keys, each followed by a line feed. No file format or order counts. */
export const registerHash = (sortedKeys: readonly string[]): string =>
  sha256(sortedKeys.length === 0 ? '' : `${sortedKeys.join('\n')}\n`);

const SPARE = 1024;

/** The first `size` of the keys ordered by SHA-256 of `seed LF register LF key`. Nothing holds all digests at once. */
export const drawKeys = (keys: Iterable<string>, size: number, seed: string, register: string): string[] => {
  let best: { readonly digest: string; readonly key: string }[] = [];
  let worst: string | undefined;
  const cut = () => {
    best = best.sort((a, b) => (a.digest < b.digest ? -1 : 1)).slice(0, size);
    worst = best.length === size ? best.at(-1)?.digest : undefined;
  };
  for (const key of keys) {
    const digest = sha256(`${seed}\n${register}\n${key}`);
    if (worst !== undefined && digest > worst) continue;
    best.push({ digest, key });
    if (best.length >= 2 * size + SPARE) cut();
  }
  cut();
  return best.map(({ key }) => key);
};

/** Short enough to be copied by hand, and not to be taken for a number by a spreadsheet. */
export const drawId = (seed: string, register: string, keys: readonly string[]): string =>
  `draw-${sha256([seed, register, ...keys].join('\n')).slice(0, 12)}`;

/** The draw: what the register of these strata is known by, how many of each are drawn, and which; `frames` are their keys. */
export const drawUnits = (frames: readonly (readonly string[])[], size: SizeRule, seed: string) => {
  const all = sortKeys(frames.flat());
  const sha256 = registerHash(all);
  const sizes = frames.map(({ length }) => sizeStratum(length, size));
  const drawn = frames.flatMap((frame, stratum) =>
    drawKeys(frame, sizes[stratum]?.size ?? 0, seed, sha256).map((key) => ({ stratum, key })),
  );
  const keys = drawn.map(({ key }) => key);
  return { id: drawId(seed, sha256, keys), register: { units: all.length, sha256 }, sizes, drawn };
};

/** A seed is read aloud, copied and typed in again: one line, nothing hidden in it, no space at its ends. */
export const isOneLine = (seed: string): boolean =>
  seed !== '' && seed === seed.trim() && !/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(seed);
