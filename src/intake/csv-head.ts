import type { Ruleset } from '../model/ruleset.ts';
import { type ParsedRows, RECORD_LIMIT } from './csv-file.ts';
import { findQuoted, firstWide, lastRecordEnd } from './csv-grammar.ts';
import { parseRows } from './csv-rows.ts';
import type { Decoded } from './encoding.ts';
import { HEAD_ROWS, type Head, type Known, LIKELY, SURE, toKnown, weigh } from './find-headings.ts';
import type { Headings } from './heading-index.ts';
import { joinedHead } from './joined-headings.ts';
import { asciiOf } from './source.ts';

const DELIMITERS = [',', ';', '\t'];
/** Most headings stand in the first of these; long notes above them take the second, one without an end the third. */
const HEAD_BYTES = [1 << 12, 1 << 18, RECORD_LIMIT];

export interface CsvHead extends Head {
  readonly delimiter: string;
  /** The row that is of too many cells to be read, so that nothing behind it was looked at; null for none. */
  readonly wide: number | null;
  /** The rows of the whole file, where it is so short that they were looked at. */
  readonly all: ParsedRows | null;
  /** Where the rows below the headings are cut by another delimiter. */
  readonly other?: OtherDelimiter | undefined;
}

/** In UTF-16 units: no heading is longer, and matching takes stack for the length of a text. */
const LONGEST_HEADING = 1 << 12;

const isTooLong = ({ length }: string): boolean => length > LONGEST_HEADING;
const cut = (cells: string[]): string[] =>
  cells.some(isTooLong) ? cells.map((cell) => (isTooLong(cell) ? cell.slice(0, LONGEST_HEADING) : cell)) : cells;

const ANY_DELIMITER = [',', ';', '\t', '，', '；', '、', '|', '｜'];
/** Rows below the headings that are looked at. */
const LOOKED_AT = 3;
/** Rows in which headings of another delimiter are looked for. */
const TITLES = 20;

type Rows = readonly (readonly string[])[];

/** Headings that are cut by another delimiter than the rows below them. */
interface OtherDelimiter {
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
  ANY_DELIMITER.find((delimiter) => {
    const { length } = text.split(delimiter);
    return length > 1 && Math.abs(length - width) <= 1;
  });

/** Known headings in one cell, by the delimiter that parts them. */
const headingsInOne = (rows: Rows, known: Known): { row: number; delimiter: string; width: number } | undefined => {
  for (const [row, cells] of rows.slice(0, TITLES).entries()) {
    const [text, ...others] = filledIn(cells);
    if (text === undefined || others.length > 0) continue;
    for (const delimiter of ANY_DELIMITER) {
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
const otherDelimiter = (
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
  if (said === first && ANY_DELIMITER.indexOf(said) < 3) return undefined;
  return { headings: nameOf(said), rows: nameOf(first), head, below: below[0]! };
};

const readHead = ({ source, start, decode, encoding }: Decoded, known: Known, size: number, delimiter: string) => {
  const bytes = source.read(start, size);
  const final = start + bytes.length >= source.size;
  const quoted = findQuoted(bytes, delimiter.charCodeAt(0));
  const end = final && quoted.open < 0 ? bytes.length : lastRecordEnd(bytes, quoted);
  const wide = firstWide(bytes.subarray(0, end), delimiter.charCodeAt(0), quoted);
  const whole = bytes.subarray(0, wide < 0 ? end : wide);
  const rows = parseRows(encoding === 'utf-8' ? whole : decode(whole), delimiter, HEAD_ROWS);
  const looked = rows.map(cut);
  const found = joinedHead(looked, [], known);
  const { row, headings, above, weight } = found;
  const other = otherDelimiter(looked, found, delimiter, known);
  const isAll = final && whole.length === bytes.length && rows.length < HEAD_ROWS;
  const all = isAll ? { length: whole.length, rows } : null;
  const head = { row, headings, above, weight, delimiter, other, all, wide: wide < 0 ? null : rows.length };
  return { head, isWhole: final || rows.length === HEAD_ROWS };
};

/** Reads the beginning of the file with each delimiter and takes the one under which most headings are known. */
export const findHead = (decoded: Decoded, headings: Headings, ruleset: Ruleset): CsvHead => {
  const said = /^sep=(.)\r?\n?/i.exec(asciiOf(decoded.source.read(decoded.start, 8)))?.[1];
  const candidates = said !== undefined && DELIMITERS.includes(said) ? [said] : DELIMITERS;
  const known = toKnown(headings, ruleset);
  let best: CsvHead | undefined;
  for (const size of HEAD_BYTES) {
    best = undefined;
    let areWhole = true;
    for (const delimiter of candidates) {
      const { head, isWhole } = readHead(decoded, known, size, delimiter);
      if (head.weight >= SURE) return head;
      const isFirstFound = best?.wide === null && best.headings.length === 0 && head.headings.length > 0;
      if (best === undefined || head.weight > best.weight || isFirstFound) best = head;
      areWhole &&= isWhole;
    }
    if (areWhole || (size > HEAD_BYTES[0]! && best!.weight >= LIKELY)) break;
  }
  return best!;
};
