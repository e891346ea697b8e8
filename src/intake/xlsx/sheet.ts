import { lastWhere } from '../../model/last-where.ts';
import { HEAD_ROWS } from '../find-headings.ts';
import { SHEET_ROWS } from './cell-name.ts';
import { tooLarge } from './fault.ts';
import { Merges } from './merges.ts';
import { decodeUtf8, encodeUtf8, type SharedStrings } from './shared-strings.ts';

/** What a cell holds, in the order of their numbers in the store. */
const KINDS = [
  'text',
  'shared',
  'number',
  'long-number',
  'date',
  'error',
  'no-value',
  'withdrawn',
  'affixed',
  'disguised',
] as const;
export type StoredKind = (typeof KINDS)[number];
const SHARED = KINDS.indexOf('shared');
/** A cell begins with its column and its kind in one number. */
const KIND_ROOM = 16;

/** A shared text is kept by its number. */
export interface SheetCell {
  readonly column: number;
  kind: StoredKind;
  readonly content: string | number;
}

/** A cell looked at: its text, and what it is where that matters. */
export type CellVisitor = (column: number, text: string, kind: StoredKind) => void;

/** Filled rows, and where the cells of each begin. */
interface Chunk {
  readonly bytes: Uint8Array;
  readonly rows: Uint32Array;
  readonly starts: Uint32Array;
}

const CHUNK = 1 << 16;
/** In bytes. A register of a million rows and 15 columns takes about a quarter. */
const MAX_KEPT = 512 << 20;

/** The filled rows of a sheet, packed outside the heap; any of them can be looked at again. */
export class RowStore {
  readonly #strings: SharedStrings;
  readonly #chunks: Chunk[] = [];
  #room = new Uint8Array(2 * CHUNK);
  #length = 0;
  #rows: number[] = [];
  #starts: number[] = [];
  #kept = 0;
  #last = -1;

  constructor(strings: SharedStrings) {
    this.#strings = strings;
  }

  /** The last row that is filled, counted from 0; -1 where there is none. */
  get lastRow(): number {
    return this.#last;
  }

  /** Rows and cells in rising order; blank ones are left out. */
  add(row: number, cells: readonly SheetCell[]): void {
    this.#rows.push(row);
    this.#starts.push(this.#length);
    this.#number(cells.length);
    for (const { column, kind, content } of cells) {
      this.#number(column * KIND_ROOM + KINDS.indexOf(kind));
      if (typeof content === 'number') this.#number(content);
      else this.#text(content);
    }
    this.#last = row;
    if (this.#length >= CHUNK) this.end();
  }

  /** To be called once all rows were added. */
  end(): void {
    if (this.#rows.length === 0) return;
    const bytes = this.#room.slice(0, this.#length);
    this.#kept += bytes.length;
    if (this.#kept > MAX_KEPT) throw tooLarge('cells');
    this.#chunks.push({ bytes, rows: Uint32Array.from(this.#rows), starts: Uint32Array.from(this.#starts) });
    this.#rows = [];
    this.#starts = [];
    this.#length = 0;
  }

  /** The filled rows from the first to the last, each with a way to visit its cells in order. */
  *rows(): Generator<{ readonly row: number; visit(visitor: CellVisitor): void }> {
    for (const chunk of this.#chunks) {
      for (const [nth, row] of chunk.rows.entries()) {
        yield { row, visit: (visitor) => this.#visit(chunk, nth, visitor) };
      }
    }
  }

  /** The cells of one row; none where it is blank. */
  visit(row: number, visitor: CellVisitor): void {
    const chunk = this.#chunks[lastWhere(this.#chunks.length, (at) => this.#chunks[at]!.rows[0]! <= row)];
    if (chunk === undefined) return;
    const nth = lastWhere(chunk.rows.length, (at) => chunk.rows[at]! <= row);
    if (chunk.rows[nth] === row) this.#visit(chunk, nth, visitor);
  }

  #visit({ bytes, starts }: Chunk, nth: number, visitor: CellVisitor): void {
    const at = { bytes, at: starts[nth]! };
    for (let left = readNumber(at); left > 0; left--) {
      const tag = readNumber(at);
      const kind = tag % KIND_ROOM;
      const content = readNumber(at);
      let text: string;
      if (kind === SHARED) text = this.#strings.at(content);
      else {
        text = decodeUtf8(bytes, at.at, at.at + content);
        at.at += content;
      }
      visitor(Math.floor(tag / KIND_ROOM), text, KINDS[kind]!);
    }
  }

  #number(value: number): void {
    this.#reserve(8);
    let rest = value;
    while (rest >= 0x80) {
      this.#room[this.#length++] = (rest & 0x7f) | 0x80;
      rest = Math.floor(rest / 0x80);
    }
    this.#room[this.#length++] = rest;
  }

  #text(text: string): void {
    const bytes = encodeUtf8(text);
    this.#number(bytes.length);
    this.#reserve(bytes.length);
    this.#room.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  #reserve(bytes: number): void {
    if (this.#length + bytes <= this.#room.length) return;
    if (this.#length + bytes > MAX_KEPT) throw tooLarge('cells');
    const wider = new Uint8Array(2 * (this.#length + bytes));
    wider.set(this.#room.subarray(0, this.#length));
    this.#room = wider;
  }
}

interface Reader {
  readonly bytes: Uint8Array;
  at: number;
}

const readNumber = (reader: Reader): number => {
  const { bytes } = reader;
  let value = 0;
  let factor = 1;
  for (;;) {
    const byte = bytes[reader.at++]!;
    value += (byte & 0x7f) * factor;
    if (byte < 0x80) return value;
    factor *= 0x80;
  }
};

/** What a sheet holds, as one reading found it. */
export interface Sheet {
  readonly rows: RowStore;
  readonly merges: Merges;
  /** A bit for each row with a cell that may hold no value: an error, a formula without one, a number too long, a date, what is struck out. */
  readonly marked: Uint8Array;
  readonly hidden: { first: number; count: number };
}

export const blankSheet = (strings: SharedStrings): Sheet => ({
  rows: new RowStore(strings),
  merges: new Merges(),
  marked: new Uint8Array(SHEET_ROWS >> 3),
  hidden: { first: -1, count: 0 },
});

export const mark = (marked: Uint8Array, row: number): void => {
  marked[row >> 3]! |= 1 << (row & 7);
};

export const isMarked = (marked: Uint8Array, row: number): boolean => (marked[row >> 3]! & (1 << (row & 7))) !== 0;

/** Longer instructions than these stand above no headings. */
const HEAD_CHARACTERS = 1 << 20;

/** The rows of a sheet in which headings are looked for, blank ones included. */
export const firstRows = ({ rows }: Sheet): string[][] => {
  const first: string[][] = [];
  let length = 0;
  for (const { row, visit } of rows.rows()) {
    if (row >= HEAD_ROWS || length > HEAD_CHARACTERS) break;
    while (first.length < row) first.push([]);
    const cells: string[] = [];
    visit((column, text) => {
      while (cells.length < column) cells.push('');
      cells.push(text);
      length += text.length;
    });
    first.push(cells);
  }
  return first;
};

/** The cells of the columns that are read whose texts a program does not show: merged cells cover them and show another. */
export const coveredCells = (rows: RowStore, merges: Merges, read: ReadonlySet<number>, headRow: number) => {
  const columns = new Set([...read].filter((column) => merges.over(column).some(({ bottom }) => bottom > headRow)));

  const is = (row: number, column: number, text: string): boolean => {
    const cover = text === '' || !columns.has(column) ? undefined : merges.coverOf(row, column);
    if (cover === undefined) return false;
    let shown = '';
    rows.visit(cover.top, (at, other) => {
      if (at === cover.left) shown = other;
    });
    return shown !== text;
  };

  return {
    is,
    /** Whether there are any in a row. */
    isIn: (texts: readonly string[], row: number): boolean => {
      for (const column of columns) if (is(row, column, texts[column]!)) return true;
      return false;
    },
  };
};
