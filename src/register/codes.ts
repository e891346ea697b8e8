import { innerLevels, judgedLevel } from '../model/levels.ts';
import { remembered } from '../model/remembered.ts';
import type { LeftOut, Level, Ruleset } from '../model/ruleset.ts';
import { isPlainCode } from './normalize-cell.ts';

const DIGITS = /^\d+$/;
const LETTERS: Readonly<Record<string, string>> = { O: '0', o: '0', I: '1', l: '1' };

/** 10 to the power of an index: codes as numbers have so many digits at the most, and `**` takes its time. */
export const POWERS: readonly number[] = Array.from({ length: 17 }, (_, digits) => 10 ** digits);

/** What the codes of a scheme show by their digits; nothing where its levels do not say how many they have. */
export interface Codes {
  /** Whether a code has as many digits as those of a level, or is such a one padded with noughts. */
  isOf(code: string, level: Level): boolean;
  /** Whether a code begins with that of a parent. */
  isWithin(code: string, parent: string): boolean;
  /** The digits of the unit of a level in which a code lies. */
  prefix(code: string | null, level: Level): string | null;
  /** Whether a code has as many digits as that of a subject or of a unit in one, and so shows where it lies. */
  isNested(code: string): boolean;
  /** The digits of the codes of subjects, the shortest of all. */
  readonly least: number;
  /** So many digits at the least has a code of a unit within the judged level that says where it lies; an office's own are shorter. */
  readonly nested: number;
  /**
   * The code of a register that another text was meant to be: a letter for a digit (O for 0, l for 1), a hyphen within,
   * noughts in front. Undefined where it is such a code already, or none by any reading.
   */
  alike(code: string): string | undefined;
  /** The rule of the ruleset by which a code is no unit, if any. Only codes of digits have places to look at. */
  leftOut(code: string): LeftOut | undefined;
}

const ZERO = 48;

/** The number that the digits of `code` from `first` to `last` (from 1) make, or -1. */
const digitsAt = (code: string, first: number, last: number): number => {
  if (code.length < last) return -1;
  let value = 0;
  for (let at = first - 1; at < last; at++) {
    const digit = code.charCodeAt(at) - ZERO;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
};

export const codesOf = remembered((ruleset: Ruleset): Codes => {
  const lengths = ruleset.levels.flatMap(({ digits }) => digits ?? []);
  const inner = innerLevels(ruleset).flatMap(({ digits }) => digits ?? []);
  const nested = Math.max(...inner, 0) || Number.POSITIVE_INFINITY;
  const judged = judgedLevel(ruleset).digits ?? Number.POSITIVE_INFINITY;

  /** Without the noughts with which a code is padded to the length of an inner one. */
  const stem = (code: string): string => {
    if (!DIGITS.test(code) || !lengths.includes(code.length)) return code;
    const own = lengths.find((digits) => digits < code.length && /^0+$/.test(code.slice(digits)));
    return own === undefined ? code : code.slice(0, own);
  };

  return {
    isOf: (code, { digits }) => digits !== null && DIGITS.test(code) && stem(code).length === digits,
    isWithin: (code, parent) => code.startsWith(parent) || code.startsWith(stem(parent)),
    prefix: (code, { digits }) =>
      digits !== null && code !== null && DIGITS.test(code.slice(0, digits)) && code.length >= digits
        ? code.slice(0, digits)
        : null,
    isNested: (code) =>
      /^[1-9]\d*$/.test(code) && (code.length === judged || inner.includes(code.length) || code.length > nested),
    least: judged,
    nested,
    alike: (code) => {
      const meant = code
        .replace(/[OoIl]/g, (letter) => LETTERS[letter]!)
        .replace(/[-_]/g, '')
        .replace(/^0+/, '');
      return meant !== code && meant.length >= judged && DIGITS.test(meant) ? meant : undefined;
    },
    leftOut: (code) => {
      for (const rule of ruleset.leftOut) {
        const digits = digitsAt(code, rule.first, rule.last);
        if (digits >= rule.from && digits <= rule.to && isPlainCode(code)) return rule;
      }
      return undefined;
    },
  };
});
