/** What spreadsheets take for the beginning of a formula, in any width, after spaces, and behind `'` of the input. */
const FORMULA = /^'*\s*[=+\-@＝＋－＠﹦﹢﹣﹫−]/u;

/** One `'` in front of what would be a formula, so that taking one away always gives the text back. */
export const guarded = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** A text that may be guarded, as it is meant. */
export const unguarded = (text: string): string =>
  text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text;

/** For a file in which no formula needs a guard: only what would be taken for guarded gets one. */
export const unmistaken = (text: string): string => (text.startsWith("'") ? guarded(text) : text);

/** Spreadsheets show 12 digits and more as 4.40308E+11 and save them like that, and drop leading zeros. */
const LOSES_DIGITS = /^(?:0\d+|\d{12,})$/;

/** Whether a spreadsheet would not write the text back as it stands. */
export const losesDigits = (text: string): boolean => LOSES_DIGITS.test(text);

/**
 * The name, defined for a sheet, by which streetcheck knows one that it wrote for people to read: a report is no data,
 * whatever its headings look like. Spreadsheet programs keep it.
 */
export const OWN_SHEET = 'streetcheck_report';

/** The same for a copy of a table that was read: it is a table again, whatever became of its headings. */
export const COPIED_SHEET = 'streetcheck_table';
