import type { Diagnostics } from '../diagnostics/diagnostics.ts';
import type { Ruleset } from '../model/ruleset.ts';
import { CsvFile, type ParsedRows, RECORD_LIMIT } from './csv-file.ts';
import { CELL_LIMIT, findQuoted, firstWide, lastRecordEnd } from './csv-grammar.ts';
import { parseRows } from './csv-rows.ts';
import type { Decoded } from './encoding.ts';
import { findHeadings, HEAD_ROWS, type Head, LIKELY, SURE, weigh } from './find-headings.ts';
import type { FoundInput } from './find-inputs.ts';
import { type KnownHeadings, knownHeadings } from './heading-index.ts';
import { type OpenTable, placeOf, type Rows, tableOf, whereIn } from './open-table.ts';
import { readHeadings } from './read-headings.ts';
import { asciiOf } from './source.ts';

const DELIMITERS = [',', ';', '\t'];
/** Most headings stand in the first of these; long notes above them take the second, one without an end the third. */
const HEAD_BYTES = [1 << 12, 1 << 18, RECORD_LIMIT];

interface CsvHead extends Head {
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

type Texts = readonly (readonly string[])[];

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
const headingsInOne = (
  rows: Texts,
  known: KnownHeadings,
): { row: number; delimiter: string; width: number } | undefined => {
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
const firstFilled = (rows: Texts, from: number): number[] => {
  const found: number[] = [];
  for (let at = from; at < rows.length && found.length < LOOKED_AT; at++) {
    if (filledIn(rows[at]!).length > 0) found.push(at);
  }
  return found;
};

/** Whether the first rows below the headings are whole rows of another delimiter, or the headings are above whole rows. */
const otherDelimiter = (
  rows: Texts,
  { row, headings, weight }: Head,
  delimiter: string,
  known: KnownHeadings,
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

const readHead = (
  { source, start, decode, encoding }: Decoded,
  known: KnownHeadings,
  size: number,
  delimiter: string,
) => {
  const bytes = source.read(start, size);
  const final = start + bytes.length >= source.size;
  const quoted = findQuoted(bytes, delimiter.charCodeAt(0));
  const end = final && quoted.open < 0 ? bytes.length : lastRecordEnd(bytes, quoted);
  const wide = firstWide(bytes.subarray(0, end), delimiter.charCodeAt(0), quoted);
  const whole = bytes.subarray(0, wide < 0 ? end : wide);
  const rows = parseRows(encoding === 'utf-8' ? whole : decode(whole), delimiter, HEAD_ROWS);
  const looked = rows.map(cut);
  const found = findHeadings(looked, [], known);
  const { row, headings, above, weight } = found;
  const other = otherDelimiter(looked, found, delimiter, known);
  const isAll = final && whole.length === bytes.length && rows.length < HEAD_ROWS;
  const all = isAll ? { length: whole.length, rows } : null;
  const head = { row, headings, above, weight, delimiter, other, all, wide: wide < 0 ? null : rows.length };
  return { head, isWhole: final || rows.length === HEAD_ROWS };
};

/** Reads the beginning of the file with each delimiter and takes the one under which most headings are known. */
export const findHead = (decoded: Decoded, ruleset: Ruleset): CsvHead => {
  const said = /^sep=(.)\r?\n?/i.exec(asciiOf(decoded.source.read(decoded.start, 8)))?.[1];
  const candidates = said !== undefined && DELIMITERS.includes(said) ? [said] : DELIMITERS;
  const known = knownHeadings(ruleset);
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

const DELIMITER_NAMES: Readonly<Record<string, string>> = { ';': ';', '\t': 'Tab' };

/** Finds the headings of a CSV file and opens its records; no table when they make no sense. */
export const openCsvTable = (
  decoded: Decoded,
  { path, table: asked }: FoundInput,
  input: number,
  ruleset: Ruleset,
  diagnostics: Diagnostics,
  onBytes: (bytes: number) => void,
): OpenTable[] => {
  const head = findHead(decoded, ruleset);
  const isSeparated = head.above.some(({ kind }) => kind === 'separator');
  const csv = new CsvFile(decoded, head.delimiter, onBytes, { isSeparated, parsed: head.all });
  const at = (row: number, cell: number) => ({
    path,
    place: () => {
      const own = csv.locate(row);
      // A heading over two rows stands in the first of them.
      const isAbove =
        row === head.row && row > 0 && (own[cell]?.text ?? '').trim() === '' && head.headings[cell] !== '';
      const cells = isAbove ? csv.locate(row - 1) : own;
      return placeOf(path, cells[cell] ?? cells.at(-1) ?? { line: 1, column: 1 });
    },
  });
  const start = whereIn(path);
  let said = false;
  const tellEndless = (): boolean => {
    const endless = csv.endless(head.wide ?? 0);
    if (endless === undefined || said) return said;
    said = true;
    const { kind } = endless;
    const where = whereIn(path, endless);
    if (kind === 'open-quote') diagnostics.add('csv.open-quote', {}, where);
    else if (kind === 'too-many-cells') diagnostics.add('csv.too-many-cells', { limit: CELL_LIMIT }, where);
    else diagnostics.add('csv.record-too-large', { limit: '16 MiB' }, where);
    return true;
  };
  if ((head.headings.length === 0 || (head.weight === 0 && head.wide !== null)) && tellEndless()) return [];
  if (head.other !== undefined) {
    const { headings: cut, rows, head: from, below } = head.other;
    const related = () => [at(below, 0).place()];
    diagnostics.add('csv.other-delimiter', { headings: cut, rows }, { ...at(from, 0), related });
    return [];
  }
  const read = readHeadings(head, asked, ruleset, diagnostics, start, at);
  if (read === undefined) return [];
  const delimiter = DELIMITER_NAMES[head.delimiter];
  if (delimiter !== undefined) diagnostics.add('csv.delimiter', { delimiter }, start);
  const rows: Rows = {
    async *batches(from) {
      yield* csv.batches(from);
      tellEndless();
    },
    locate: (row) => csv.locate(row, row > head.row ? head.headings.length : 0),
  };
  return [tableOf(rows, head, read, { input, path, isSheet: true, place: (cell = 0) => at(head.row, cell).place() })];
};
