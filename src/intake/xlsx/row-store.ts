import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { lastWhere } from '../../model/last-where.ts';
import { tooLarge } from './fault.ts';
import type { SharedStrings } from './shared-strings.ts';

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

interface Chunk {
  readonly first: number;
  readonly last: number;
  readonly packed: Buffer;
  readonly length: number;
}

const CHUNK = 1 << 16;
/** Packed, in bytes. A register of a million rows and 15 columns takes about a third. */
const MAX_KEPT = 128 << 20;
const CACHED = 16;
const UNUSED = -1;

/** The filled rows of a sheet, packed outside the heap; any of them can be looked at again. */
export class RowStore {
  readonly #strings: SharedStrings;
  readonly #chunks: Chunk[] = [];
  readonly #looked = new Map<number, { readonly bytes: Buffer; readonly rows: number[]; readonly starts: number[] }>();
  #room: Buffer = Buffer.allocUnsafe(2 * CHUNK);
  #length = 0;
  #first = UNUSED;
  #last = UNUSED;
  #kept = 0;

  constructor(strings: SharedStrings) {
    this.#strings = strings;
  }

  /** The last row that is filled, counted from 0; -1 where there is none. */
  get lastRow(): number {
    return this.#last;
  }

  /** Rows and cells in rising order; blank ones are left out. */
  add(row: number, cells: readonly SheetCell[]): void {
    if (this.#first === UNUSED) this.#first = row;
    this.#number(row - this.#first);
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
    if (this.#first === UNUSED) return;
    const packed = deflateRawSync(this.#room.subarray(0, this.#length), { level: 1 });
    this.#kept += packed.length;
    if (this.#kept > MAX_KEPT) throw tooLarge('cells');
    this.#chunks.push({ first: this.#first, last: this.#last, packed, length: this.#length });
    this.#first = UNUSED;
    this.#length = 0;
  }

  /** The filled rows from the first to the last, each with a way to visit its cells in order. */
  *rows(): Generator<{ readonly row: number; visit(visitor: CellVisitor): void }> {
    for (let index = 0; index < this.#chunks.length; index++) {
      const { first } = this.#chunks[index]!;
      const bytes = this.#inflate(index);
      const at = { bytes, at: 0 };
      while (at.at < bytes.length) {
        const row = first + readNumber(at);
        let visited = false;
        const start = at.at;
        yield {
          row,
          visit: (visitor) => {
            visited = true;
            this.#visit(at, visitor);
          },
        };
        if (!visited) {
          at.at = start;
          this.#visit(at, () => undefined);
        }
      }
    }
  }

  /** The cells of one row; none where it is blank. */
  visit(row: number, visitor: CellVisitor): void {
    const index = lastWhere(this.#chunks.length, (chunk) => this.#chunks[chunk]!.first <= row);
    if (index < 0 || row > this.#chunks[index]!.last) return;
    const { bytes, rows, starts } = this.#look(index);
    const nth = lastWhere(rows.length, (each) => rows[each]! <= row);
    if (rows[nth] === row) this.#visit({ bytes, at: starts[nth]! }, visitor);
  }

  #look(index: number) {
    const known = this.#looked.get(index);
    if (known) return known;
    const bytes = this.#inflate(index);
    const rows: number[] = [];
    const starts: number[] = [];
    const at = { bytes, at: 0 };
    while (at.at < bytes.length) {
      rows.push(this.#chunks[index]!.first + readNumber(at));
      starts.push(at.at);
      skipCells(at);
    }
    const oldest = this.#looked.size < CACHED ? undefined : this.#looked.keys().next().value;
    if (oldest !== undefined) this.#looked.delete(oldest);
    const fresh = { bytes, rows, starts };
    this.#looked.set(index, fresh);
    return fresh;
  }

  #inflate(index: number): Buffer {
    const { packed, length } = this.#chunks[index]!;
    return inflateRawSync(packed, { maxOutputLength: length });
  }

  #visit(at: Reader, visitor: CellVisitor): void {
    for (let left = readNumber(at); left > 0; left--) {
      const tag = readNumber(at);
      const kind = tag % KIND_ROOM;
      const content = readNumber(at);
      let text: string;
      if (kind === SHARED) text = this.#strings.at(content);
      else {
        text = at.bytes.toString('utf8', at.at, at.at + content);
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
    const length = Buffer.byteLength(text);
    this.#number(length);
    this.#reserve(length);
    this.#length += this.#room.write(text, this.#length);
  }

  #reserve(bytes: number): void {
    if (this.#length + bytes <= this.#room.length) return;
    if (this.#length + bytes > MAX_KEPT) throw tooLarge('cells');
    const wider = Buffer.allocUnsafe(2 * (this.#length + bytes));
    this.#room.copy(wider, 0, 0, this.#length);
    this.#room = wider;
  }
}

interface Reader {
  readonly bytes: Buffer;
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

const skipCells = (reader: Reader): void => {
  for (let left = readNumber(reader); left > 0; left--) {
    const tag = readNumber(reader);
    const content = readNumber(reader);
    if (tag % KIND_ROOM !== SHARED) reader.at += content;
  }
};
