import { type Head, type Known, LIKELY, weigh } from './find-headings.ts';

const DELIMITERS = [',', ';', '\t', '，', '；', '、', '|', '｜'];
/** Rows below the headings that are looked at. */
const LOOKED_AT = 3;
/** Rows in which headings of another delimiter are looked for. */
const TITLES = 20;

type Rows = readonly (readonly string[])[];

/** Headings that are cut by another delimiter than the rows below them. */
export interface OtherDelimiter {
  readonly headings: string;
  readonly rows: string;
  /** The rows of both, from 0. */
  readonly head: number;
  readonly below: number;
}

const nameOf = (delimiter: string): string => (delimiter === '\t' ? 'Tab' : delimiter);

const filledIn = (cells: readonly string[]): string[] => cells.filter((cell) => cell.trim() !== '');

/** The delimiter that cuts a text into as many cells as there are headings, or one fewer; undefined where none does. */
const delimiterOf = (text: string, width: number): string | undefined =>
  DELIMITERS.find((delimiter) => {
    const { length } = text.split(delimiter);
    return length > 1 && Math.abs(length - width) <= 1;
  });

/** Known headings in one cell, by the delimiter that parts them. */
const headingsInOne = (rows: Rows, known: Known): { row: number; delimiter: string; width: number } | undefined => {
  for (const [row, cells] of rows.slice(0, TITLES).entries()) {
    const [text, ...others] = filledIn(cells);
    if (text === undefined || others.length > 0) continue;
    for (const delimiter of DELIMITERS) {
      const pieces = filledIn(text.split(delimiter));
      if (weigh(pieces, known) >= LIKELY) return { row, delimiter, width: pieces.length };
    }
  }
  return undefined;
};

/** The first rows from `from` on that are not blank. */
const firstFilled = (rows: Rows, from: number): number[] => {
  const found: number[] = [];
  for (let at = from; at < rows.length && found.length < LOOKED_AT; at++) {
    if (filledIn(rows[at]!).length > 0) found.push(at);
  }
  return found;
};

/** Whether the first rows below the headings are whole rows of another delimiter, or the headings are above whole rows. */
export const otherDelimiter = (
  rows: Rows,
  { row, headings, weight }: Head,
  delimiter: string,
  known: Known,
): OtherDelimiter | undefined => {
  const inOne = weight < LIKELY ? headingsInOne(rows, known) : undefined;
  const head = inOne?.row ?? row;
  const width = inOne?.width ?? filledIn(headings).length;
  const below = firstFilled(rows, head + 1);
  if (below.length === 0 || width < 2) return undefined;
  const cut = below.map((at) => {
    const [text = '', ...others] = filledIn(rows[at]!);
    return others.length === 0 ? delimiterOf(text, width) : delimiter;
  });
  const [first] = cut;
  if (first === undefined || cut.some((each) => each !== first)) return undefined;
  const said = inOne?.delimiter ?? delimiter;
  // What stands in quotes as a whole has the same delimiter.
  if (said === first && DELIMITERS.indexOf(said) < 3) return undefined;
  return { headings: nameOf(said), rows: nameOf(first), head, below: below[0]! };
};
