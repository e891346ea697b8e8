/** An exact share: integers, no float. */
export interface Ratio {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

const DECIMAL = /^(\d{1,3})(?:\.(\d{1,12}))?(%?)$/;

export const ratio = (numerator: number, denominator: number): Ratio => ({
  numerator: BigInt(numerator),
  denominator: BigInt(denominator),
});

/** `0.90`, `90%` or `12.5%` as it is written, up to 12 decimal places; undefined for anything else or above 1. */
export const parseRatio = (text: string): Ratio | undefined => {
  const [, whole, fraction = '', percent] = DECIMAL.exec(text.normalize('NFKC').trim()) ?? [];
  if (whole === undefined) return undefined;
  const numerator = BigInt(whole + fraction);
  const denominator = 10n ** BigInt(fraction.length + (percent ? 2 : 0));
  return numerator > denominator ? undefined : { numerator, denominator };
};

/** ⌊share · count⌋. */
export const floorOf = ({ numerator, denominator }: Ratio, count: number): number =>
  Number((numerator * BigInt(count)) / denominator);

/** ⌈share · count⌉. */
export const ceilingOf = ({ numerator, denominator }: Ratio, count: number): number =>
  Number((numerator * BigInt(count) + denominator - 1n) / denominator);

/** Whether `a` is less than `b`. */
export const isLess = (a: Ratio, b: Ratio): boolean => a.numerator * b.denominator < b.numerator * a.denominator;

/** In per cent with two places, rounded up: a risk is never told smaller than it is. */
export const percentUp = ({ numerator, denominator }: Ratio): string => {
  const hundredths = ((numerator * 10_000n + denominator - 1n) / denominator).toString().padStart(3, '0');
  return `${hundredths.slice(0, -2)}.${hundredths.slice(-2)}`;
};

/** In per cent as short as it can be written exactly: 0.90 is 90, 0.125 is 12.5. Only for what `parseRatio` reads. */
export const percentOf = ({ numerator, denominator }: Ratio): string => {
  const places = denominator.toString().length - 1;
  const digits = (numerator * 100n).toString().padStart(places + 1, '0');
  const whole = places === 0 ? digits : digits.slice(0, -places);
  const rest = places === 0 ? '' : digits.slice(-places).replace(/0+$/, '');
  return rest === '' ? whole : `${whole}.${rest}`;
};
