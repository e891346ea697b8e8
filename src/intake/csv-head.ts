import type { Ruleset } from '../model/ruleset.ts';
import { findQuoted, firstWide, lastRecordEnd } from './csv-cut.ts';
import { type ParsedRows, RECORD_LIMIT } from './csv-file.ts';
import { parseRows } from './csv-rows.ts';
import type { Decoded } from './encoding.ts';
import { HEAD_ROWS, type Head, type Known, LIKELY, SURE, toKnown } from './find-headings.ts';
import type { Headings } from './heading-index.ts';
import { joinedHead } from './joined-headings.ts';
import { type OtherDelimiter, otherDelimiter } from './other-delimiter.ts';

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

const readHead = ({ source, start, decode, encoding }: Decoded, known: Known, size: number, delimiter: string) => {
  const bytes = source.read(start, size);
  const final = start + bytes.length >= source.size;
  const quoted = findQuoted(bytes, bytes.length, delimiter.charCodeAt(0));
  const end = final && quoted.open < 0 ? bytes.length : lastRecordEnd(bytes, bytes.length, quoted);
  const wide = firstWide(bytes, end, delimiter.charCodeAt(0), quoted);
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
  const said = /^sep=(.)\r?\n?/i.exec(decoded.source.read(decoded.start, 8).toString('latin1'))?.[1];
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
