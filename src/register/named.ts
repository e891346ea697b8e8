import type { Named } from '../model/tell-apart.ts';

export type { Named };

export const UNNAMED: Named = { code: null, name: null };

export const isNamed = ({ code, name }: Named): boolean => code !== null || name !== null;

export const labelOf = ({ code, name }: Named): string => [code, name].filter((part) => part !== null).join(' ');

/** Whether one is known by its code only and the other by its name only, so that nobody can tell whether they are one. */
export const areHalves = (a: Named, b: Named): boolean =>
  a.code === null ? a.name !== null && b.name === null : a.name === null && b.code === null;

/** In place of the print of a code or a name that is not there; no print is ever this. */
export const NONE = 0;

/** A 53-bit hash of `text`, well spread. Never taken for equality without a second look. */
export const fingerprint = (text: string): number => {
  let low = 0xdeadbeef;
  let high = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    low = Math.imul(low ^ code, 0x9e3779b1);
    high = Math.imul(high ^ code, 0x5f356495);
  }
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  return (high & 0x1fffff) * 0x100000000 + (low >>> 0);
};

export const namePrint = (folded: string): number => fingerprint(folded) + 1;

const ZERO = 48;

/**
 * A code as a number: up to 15 digits without a leading zero as they are, so that nearly every code is exact; any other
 * text as a negative hash.
 */
export const codePrint = (code: string): number => {
  const { length } = code;
  if (length > 15 || code.charCodeAt(0) === ZERO) return -1 - fingerprint(code);
  let value = 0;
  for (let at = 0; at < length; at++) {
    const digit = code.charCodeAt(at) - ZERO;
    if (digit < 0 || digit > 9) return -1 - fingerprint(code);
    value = value * 10 + digit;
  }
  return value;
};
