/** Exact share arithmetic: counts are integers, targets exact decimal per cents; no float ever decides. */

/** A per cent as written in a ruleset, e.g. `80` or `99.5`: up to 6 decimal places, 0 to 100. */
export type Percent = string;

const PERCENT = /^(?:100(?:\.0{1,6})?|\d{1,2}(?:\.\d{1,6})?)$/;

export const isPercent = (text: string): boolean => PERCENT.test(text);

/**
 * What a share rule asks for: as yet a per cent of the units. It is made of the ruleset, worked with here and told by
 * `report/reasons.ts`; everybody else hands it on.
 */
export interface Target {
  readonly atLeast: Percent;
}

/** The per cent asked for, to draw and to list; null of a target that is none. */
export const percentIn = ({ atLeast }: Target): Percent | null => atLeast;

/** Whether a per cent means all of the units. */
export const isAll = (percent: Percent): boolean => /^100(?:\.0*)?$/.test(percent);

const SCALE = 100_000_000;
/** Below this count every product stays an exact integer; above, BigInt takes over. */
const SMALL = 90_000_000;
const known = new Map<Percent, number>();

/** `percent` as an integer number of 10⁻⁶ per cent. */
const toMicroPercent = (percent: Percent): number => {
  let micro = known.get(percent);
  if (micro === undefined) {
    if (!isPercent(percent)) throw new RangeError(`not a per cent with up to 6 places: ${percent}`);
    const [whole, fraction = ''] = percent.split('.');
    micro = Number(whole! + fraction.padEnd(6, '0'));
    known.set(percent, micro);
  }
  return micro;
};

/**
 * The smallest `met` that reaches the target: ⌈T·of/100⌉, so that 100·met ≥ T·of (以上 includes the figure itself,
 * 民法典 §1259).
 */
export const effectiveTarget = (of: number, { atLeast }: Target): number => {
  const micro = toMicroPercent(atLeast);
  if (of > SMALL) return Number((BigInt(micro) * BigInt(of) + BigInt(SCALE - 1)) / BigInt(SCALE));
  const product = micro * of;
  const rest = product % SCALE;
  return (product - rest) / SCALE + (rest > 0 ? 1 : 0);
};

/** Whether `met` of `of` is enough. */
export const reaches = (met: number, of: number, target: Target): boolean => met >= effectiveTarget(of, target);

/** Units that meet a condition, of how many, and of how many it is not known; null where nobody can say. */
export interface Counted {
  readonly met: number | null;
  readonly of: number | null;
  readonly unknown: number | null;
}

/** What it takes to reach a target, what is missing to it, what is spare; null unless `of` > 0 and all is known. */
export interface Takes {
  readonly effectiveTarget: number | null;
  readonly shortfall: number | null;
  readonly margin: number | null;
}

const NOTHING_KNOWN: Takes = { effectiveTarget: null, shortfall: null, margin: null };

export const whatItTakes = ({ met, of, unknown }: Counted, target: Target): Takes => {
  if (met === null || of === null || of === 0 || unknown === null) return NOTHING_KNOWN;
  const least = effectiveTarget(of, target);
  return { effectiveTarget: least, shortfall: Math.max(0, least - met), margin: Math.max(0, met - least) };
};

/** By how much the worst case misses a target, as a fraction of 10⁻⁶ per cent; by all of it where there are no counts. */
export const gapTo = ({ atLeast }: Target, { met, of }: Counted): readonly [gap: bigint, of: bigint] => {
  const asked = BigInt(toMicroPercent(atLeast));
  if (met === null || of === null || of === 0) return [asked, 1n];
  return [asked * BigInt(of) - BigInt(SCALE) * BigInt(met), BigInt(of)];
};

/** Decimal places of the figures that stand beside a target: two, or as many as the target has. */
export const placesOf = ({ atLeast }: Target): number => Math.max(2, atLeast.split('.')[1]?.length ?? 0);

/**
 * `met` of `of` in per cent, truncated, so that the printed figure never reaches a target that the counts miss: 199 of
 * 200 is `99.50`, 7999 of 10000 is `79.99`.
 */
export const formatPercent = (met: number, of: number, target: Target): string => {
  const places = placesOf(target);
  const digits = ((10n ** BigInt(places + 2) * BigInt(met)) / BigInt(of)).toString();
  const padded = digits.padStart(places + 1, '0');
  return `${padded.slice(0, -places)}.${padded.slice(-places)}`;
};
