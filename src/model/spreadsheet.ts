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
const LETTERS = 26;
const NAME = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/;

/** What a sheet of a spreadsheet holds at most, by the format itself. */
export const MOST_ROWS = 1_048_576;
export const MOST_COLUMNS = 16_384;

/** The letters of a column counted from 0: A, B … Z, AA. */
export const columnLetters = (column: number): string =>
  column < LETTERS
    ? String.fromCharCode(65 + column)
    : columnLetters(Math.floor(column / LETTERS) - 1) + columnLetters(column % LETTERS);

/** The name of a cell, row and column counted from 0. */
export const cellName = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`;

/** Rows and columns counted from 0, the last ones included. */
export interface CellRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Row and column of a name such as `F18`, counted from 0; undefined where it names no cell of a sheet. */
export const parseCellName = (name: string): { readonly row: number; readonly column: number } | undefined => {
  const found = NAME.exec(name);
  if (!found) return undefined;
  let column = 0;
  for (const letter of found[1]!.toUpperCase()) column = column * LETTERS + letter.charCodeAt(0) - 64;
  const row = Number(found[2]);
  return row <= MOST_ROWS && column <= MOST_COLUMNS ? { row: row - 1, column: column - 1 } : undefined;
};

const ROWS = /^\$?([1-9]\d{0,6}):\$?([1-9]\d{0,6})$/;
const COLUMNS = /^\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})$/;

/** The names of the first and the last cell of a range. */
const cornersOf = (range: string): readonly string[] => {
  const [, top, bottom] = ROWS.exec(range) ?? [];
  if (top !== undefined) return [`A${top}`, `${columnLetters(MOST_COLUMNS - 1)}${bottom}`];
  const [, left, right] = COLUMNS.exec(range) ?? [];
  return left === undefined ? range.split(':') : [`${left}1`, `${right}${MOST_ROWS}`];
};

/** The cells of `A3:B4`, of `A3`, of the rows `3:4` or of the columns `A:B`; undefined where it names none. */
export const parseRange = (range: string): CellRange | undefined => {
  const [from = '', to = from] = cornersOf(range);
  const [start, end] = [parseCellName(from), parseCellName(to)];
  if (start === undefined || end === undefined || end.row < start.row || end.column < start.column) return undefined;
  return { top: start.row, left: start.column, bottom: end.row, right: end.column };
};
