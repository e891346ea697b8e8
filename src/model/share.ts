/** Exact share arithmetic: counts are integers, targets exact decimal per cents; no float ever decides. */

/** A target in per cent as written in a ruleset, e.g. `80` or `99.5`: up to 6 decimal places, 0 to 100. */
export type Percent = string;

const PERCENT = /^(?:100(?:\.0{1,6})?|\d{1,2}(?:\.\d{1,6})?)$/;

export const isPercent = (text: string): boolean => PERCENT.test(text);

const decimals = (percent: Percent): number => percent.split('.')[1]?.length ?? 0;

const SCALE = 100_000_000;
/** Below this count every product stays an exact integer; above, BigInt takes over. */
const SMALL = 90_000_000;
const known = new Map<Percent, number>();

/** `percent` as an integer number of 10⁻⁶ per cent. */
export const toMicroPercent = (percent: Percent): number => {
  let micro = known.get(percent);
  if (micro === undefined) {
    if (!isPercent(percent)) throw new RangeError(`not a per cent with up to 6 places: ${percent}`);
    const [whole, fraction = ''] = percent.split('.');
    micro = Number(whole! + fraction.padEnd(6, '0'));
    known.set(percent, micro);
  }
  return micro;
};

/** Whether a target means all of the units. */
export const isAll = (percent: Percent): boolean => /^100(?:\.0*)?$/.test(percent);

/** Whether 100·met ≥ T·of, in integers (以上 includes the figure itself, 民法典 §1259). */
export const reaches = (met: number, of: number, atLeast: Percent): boolean =>
  BigInt(SCALE) * BigInt(met) >= BigInt(toMicroPercent(atLeast)) * BigInt(of);

/** The smallest `met` that reaches the target: ⌈T·of/100⌉. */
export const effectiveTarget = (of: number, atLeast: Percent): number => {
  const micro = toMicroPercent(atLeast);
  if (of > SMALL) return Number((BigInt(micro) * BigInt(of) + BigInt(SCALE - 1)) / BigInt(SCALE));
  const product = micro * of;
  const rest = product % SCALE;
  return (product - rest) / SCALE + (rest > 0 ? 1 : 0);
};

/**
 * `met` of `of` in per cent, truncated to two places or to as many as the target has, so that the printed
 * figure never reaches a target that the counts miss: 199 of 200 is `99.50`, 7999 of 10000 is `79.99`.
 */
export const formatPercent = (met: number, of: number, atLeast: Percent = '0'): string => {
  const places = Math.max(2, decimals(atLeast));
  const digits = ((10n ** BigInt(places + 2) * BigInt(met)) / BigInt(of)).toString();
  const padded = digits.padStart(places + 1, '0');
  return `${padded.slice(0, -places)}.${padded.slice(-places)}`;
};
