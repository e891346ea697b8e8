import { guarded } from '../../model/formula.ts';
import { visible } from '../plain.ts';

/** Spreadsheets show 12 digits and more as 4.40308E+11 and save them like that, and drop leading zeros. */
const LOSES_DIGITS = /^(?:0\d+|\d{12,})$/;

/** Whether a spreadsheet would not write the text back as it stands. */
export const losesDigits = (text: string): boolean => LOSES_DIGITS.test(text);

export type CsvCell = string | number | null;

const NEEDS_QUOTES = /[",;]|^\s|\s$/u;

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/**
 * A cell safe to be opened in a spreadsheet: one `'` in front of what would be a formula, and digits that would not
 * come back as they are written as `="440308001002"`. See NOTES.md.
 */
const csvCell = (value: CsvCell): string => {
  if (value === null) return '';
  if (typeof value === 'number') return `${value}`;
  if (losesDigits(value)) return quoted(`="${value}"`);
  const safe = guarded(visible(value));
  return NEEDS_QUOTES.test(safe) ? quoted(safe) : safe;
};

export const csvRow = (cells: readonly CsvCell[]): string => `${cells.map(csvCell).join(',')}\r\n`;
