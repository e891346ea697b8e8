import { cellName, MOST_COLUMNS, MOST_ROWS } from '../model/spreadsheet.ts';
import type { Cell } from './open-table.ts';

/**
 * Where records and cells begin and end, without parsing them, by the same rules as the parser: a quote opens a cell only
 * at its beginning; inside, `""` is a quote, and a quote before a delimiter, line break or the end closes; any other
 * quote is a plain character. Bytes are those of an encoding in which ASCII stands for itself only (UTF-8, GB18030 below
 * 0x30); delimiters are given by their codes.
 */
const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;

export const isBreak = (unit: number | undefined): boolean => unit === LF || unit === CR;

/** The parser takes a NUL for the end of a quoted cell, too. */
const endsCell = (unit: number | undefined, delimiter: number): boolean =>
  unit === undefined || unit === delimiter || isBreak(unit) || unit === 0;

/** The quote that ends what the quote at `open` begins, or -1. */
const closingQuote = (csv: Uint8Array, open: number): number => {
  let at = csv.indexOf(QUOTE, open + 1);
  while (at >= 0 && csv[at + 1] === QUOTE) at = csv.indexOf(QUOTE, at + 2);
  return at;
};

/** Line breaks between `from` and `to`: LF, CR LF, or CR alone. */
export const countBreaks = (bytes: Uint8Array, from = 0, to = bytes.length): number => {
  let count = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at];
    if (byte === LF || (byte === CR && !(at + 1 < to && bytes[at + 1] === LF))) count++;
  }
  return count;
};

/**
 * Ranges of quoted cells, `[from, to)` alternating; `open` is where an unclosed one begins, or -1. Text behind a
 * closing quote is let pass, but not where delimiters or line breaks stand between: then the quote was left `open` and
 * the next one only seems to close it (`stray`), however many bytes follow.
 */
export interface Quoted {
  readonly ranges: readonly number[];
  readonly open: number;
  readonly stray: boolean;
}

/** `csv` begins at the beginning of a record. */
export const findQuoted = (csv: Uint8Array, delimiter: number): Quoted => {
  const ranges: number[] = [];
  let at = csv.indexOf(QUOTE, 0);
  while (at >= 0) {
    const before = at === 0 ? LF : csv[at - 1];
    if (before !== delimiter && !isBreak(before)) {
      at = csv.indexOf(QUOTE, at + 1);
      continue;
    }
    const end = closingQuote(csv, at) + 1;
    if (end === 0) return { ranges, open: at, stray: false };
    if (!endsCell(csv[end], delimiter) && holdsEnd(csv, at, end, delimiter)) {
      return { ranges, open: at, stray: true };
    }
    ranges.push(at, end);
    at = csv.indexOf(QUOTE, end);
  }
  return { ranges, open: -1, stray: false };
};

/** Whether a delimiter or line break stands in a part. */
const holdsEnd = (csv: Uint8Array, from: number, to: number, delimiter: number): boolean => {
  for (let at = from; at < to; at++) {
    const unit = csv[at];
    if (unit === delimiter || isBreak(unit)) return true;
  }
  return false;
};

/** Where the quoted cell around `at` begins, or -1. */
export const quoteAround = (ranges: readonly number[], at: number): number => {
  for (let i = ranges.length - 2; i >= 0; i -= 2) {
    if (at >= ranges[i]!) return at < ranges[i + 1]! ? ranges[i]! : -1;
  }
  return -1;
};

/** The last `byte` before `limit` that stands in no quoted cell, or -1. */
const lastUnquoted = (bytes: Uint8Array, byte: number, limit: number, { ranges }: Quoted): number => {
  while (limit > 0) {
    const at = bytes.lastIndexOf(byte, limit - 1);
    const quote = at < 0 ? -1 : quoteAround(ranges, at);
    if (quote < 0) return at;
    limit = quote;
  }
  return -1;
};

/**
 * The end of the last whole record (0 when there is none). A carriage return at the very end may be half a line break
 * and does not count.
 */
export const lastRecordEnd = (bytes: Uint8Array, quoted: Quoted): number => {
  const limit = quoted.open >= 0 ? quoted.open : bytes.length;
  const lineFeed = lastUnquoted(bytes, LF, limit, quoted);
  return 1 + (lineFeed >= 0 ? lineFeed : lastUnquoted(bytes, CR, Math.min(limit, bytes.length - 1), quoted));
};

/** Four times the columns of any spreadsheet; a record with more takes memory for each of them. */
export const CELL_LIMIT = 1 << 16;

/** Where the first record with more cells than the limit begins, or -1. */
export const firstWide = (bytes: Uint8Array, delimiter: number, { ranges }: Quoted): number => {
  if (bytes.length < CELL_LIMIT) return -1;
  let start = 0;
  let cells = 1;
  let range = 0;
  for (let at = 0; at < bytes.length; at++) {
    if (at === ranges[range]) {
      at = ranges[range + 1]! - 1;
      range += 2;
    } else if (bytes[at] === delimiter) {
      if (++cells > CELL_LIMIT) return start;
    } else if (isBreak(bytes[at])) {
      start = at + 1;
      cells = 1;
    }
  }
  return -1;
};

/** A first guess; longer lists are copied. */
const BYTES_PER_RECORD = 64;

/** Where each record begins; `ranges` are the quoted cells. Outside the heap: many such lists are kept for a while. */
export const recordStarts = (bytes: Uint8Array, { ranges }: Quoted): Uint32Array => {
  let starts = new Uint32Array(16 + Math.ceil(bytes.length / BYTES_PER_RECORD));
  let count = 0;
  let range = 0;
  let at = 0;
  const [lineFeed, carriageReturn] = [nextOf(bytes, LF), nextOf(bytes, CR)];
  while (at < bytes.length) {
    if (count === starts.length) {
      const longer = new Uint32Array(2 * count);
      longer.set(starts);
      starts = longer;
    }
    starts[count++] = at;
    for (;;) {
      const end = Math.min(bytes.length, lineFeed(at), carriageReturn(at));
      while (range < ranges.length && ranges[range + 1]! <= end) range += 2;
      at = range < ranges.length && ranges[range]! <= end ? ranges[range + 1]! : end;
      if (at === end) break;
    }
    at += bytes[at] === CR && bytes[at + 1] === LF ? 2 : 1;
  }
  return starts.subarray(0, count);
};

/** Where `byte` stands next, asked for positions that only grow; past the end where it does not. */
const nextOf = (bytes: Uint8Array, byte: number): ((from: number) => number) => {
  let next = -1;
  return (from) => {
    if (next < from) next = bytes.indexOf(byte, from);
    if (next < 0) next = Number.POSITIVE_INFINITY;
    return next;
  };
};

/** The end of a record without the line break in front of `end`. */
export const withoutBreak = (bytes: Uint8Array, end: number): number => {
  if (bytes[end - 1] === CR) return end - 1;
  if (bytes[end - 1] !== LF) return end;
  return bytes[end - 2] === CR ? end - 2 : end - 1;
};

/** Where a cell stands in its record: `to` is the delimiter behind it, or the record's end. */
interface CellSpan {
  readonly from: number;
  readonly to: number;
  /** Where the quote stands that ends a quoted cell; -1 where the cell does not begin with a quote. */
  readonly quote: number;
}

/** The cell of a record that begins at `from`. */
export const cellSpan = (record: Uint8Array, delimiter: number, from: number): CellSpan => {
  const isQuoted = record[from] === QUOTE;
  const closing = isQuoted ? closingQuote(record, from) : -1;
  const quote = isQuoted && closing < 0 ? record.length : closing;
  const to = record.indexOf(delimiter, Math.max(from, quote));
  return { from, to: to < 0 ? record.length : to, quote };
};

/** A record in bytes. */
interface Spelled {
  readonly bytes: Uint8Array;
  readonly decode: (bytes: Uint8Array) => string;
  /** The row in which a spreadsheet shows it, from 0; absent where none does. */
  readonly row?: number | undefined;
}

/**
 * A cell of a record. Of most only some are asked for, and then for one thing. Its text is decoded by itself: as a part
 * of a longer one it would keep that alive.
 */
class CsvCell implements Cell {
  readonly line: number;
  readonly #record: Spelled;
  readonly #at: number;
  readonly #lineStart: number;
  readonly #from: number;
  readonly #to: number;
  readonly #quote: number;

  /** The cell `at` of a record; its line begins at `lineStart`. */
  constructor(record: Spelled, at: number, { from, to, quote }: CellSpan, line: number, lineStart: number) {
    this.line = line;
    this.#record = record;
    this.#at = at;
    this.#lineStart = lineStart;
    this.#from = from;
    this.#to = to;
    this.#quote = quote;
  }

  #decode(from: number, to: number): string {
    const { bytes, decode } = this.#record;
    return decode(bytes.subarray(from, to));
  }

  get column(): number {
    return this.#decode(this.#lineStart, this.#from).length + 1;
  }

  get text(): string {
    if (this.#quote < 0) return this.#decode(this.#from, this.#to);
    const text = this.#decode(this.#from + 1, this.#quote).replaceAll('""', '"');
    const behind = this.#decode(this.#quote + 1, this.#to);
    return behind === '' || behind.startsWith('\0') ? text + behind : `"${text}"${behind}`;
  }

  get sheetCell(): string | undefined {
    const { row = MOST_ROWS } = this.#record;
    return row < MOST_ROWS && this.#at < MOST_COLUMNS ? cellName(row, this.#at) : undefined;
  }
}

/** The cells of one record with their beginnings, `least` at least; `line` is the line the record begins on. */
export const splitCells = (record: Spelled, delimiter: number, line: number, least = 0): readonly Cell[] => {
  const { bytes } = record;
  const { length } = bytes;
  const cells: Cell[] = [];
  let lineNow = line;
  let lineStart = 0;
  for (let at = 0; at <= length; ) {
    const span = cellSpan(bytes, delimiter, at);
    const { from, to, quote } = span;
    cells.push(new CsvCell(record, cells.length, span, lineNow, lineStart));
    if (quote >= 0) {
      lineNow += countBreaks(bytes, from, quote);
      for (let end = from; end < quote; end++) if (isBreak(bytes[end])) lineStart = end + 1;
    }
    at = to + 1;
  }
  const nothing = { from: length, to: length, quote: -1 };
  while (cells.length < least) cells.push(new CsvCell(record, cells.length, nothing, lineNow, lineStart));
  return cells;
};
