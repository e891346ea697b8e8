import type { Assessment } from '../model/assessment.ts';
import { plain } from './plain.ts';
import type { Words } from './words.ts';

/** A line names this many streets; the rest is counted. */
const NAMED = 8;

/** That the report is about the streets asked for alone; null where it is about all, or about none. */
export const onlyStreets = ({ options, unmatchedStreets, verdict }: Assessment, text: Words): string | null => {
  if (verdict === null || options.street.length === 0) return null;
  const names = options.street.filter((wish) => !unmatchedStreets.includes(wish)).map(plain);
  return text.onlyStreets(names.slice(0, NAMED), Math.max(0, names.length - NAMED));
};
