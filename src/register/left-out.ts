import type { LeftOut } from '../model/ruleset.ts';
import { isPlainCode } from './normalize-cell.ts';

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

/** The rule of the ruleset by which a code is no unit, if any. Only codes of digits have places to look at. */
export const leftOutTest =
  (rules: readonly LeftOut[]) =>
  (code: string): LeftOut | undefined => {
    for (const rule of rules) {
      const digits = digitsAt(code, rule.first, rule.last);
      if (digits >= rule.from && digits <= rule.to && isPlainCode(code)) return rule;
    }
    return undefined;
  };
