import { lastWhere } from '../model/numbers.ts';
import {
  countBreaks,
  findQuoted,
  firstWide,
  lastRecordEnd,
  recordStarts,
  splitCells,
  withoutBreak,
} from './csv-grammar.ts';
import { parseRows, rowsOf } from './csv-rows.ts';
import type { Decoded } from './encoding.ts';
import { type Batch, type Cell, pause } from './open-table.ts';

const CHUNK = 1 << 16;
/** A record may span this many bytes at most. */
export const RECORD_LIMIT = 16 << 20;
const CACHED_CHUNKS = 16;

/** A part of the file that begins and ends with whole records. */
interface Chunk {
  readonly offset: number;
  readonly length: number;
  readonly firstRow: number;
  readonly rows: number;
  readonly firstLine: number;
}

/** A record that never ends: an open quote, or more bytes or cells than a record may have. Nothing behind it can be read. */
interface Endless {
  readonly kind: 'open-quote' | 'too-large' | 'too-many-cells';
  readonly line: number;
  readonly column: number;
}

/** The rows that so many bytes from the start of the file hold. */
export interface ParsedRows {
  readonly length: number;
  readonly rows: readonly (readonly string[])[];
}

/** A chunk looked at lately: where its records begin, and on which lines. */
interface Look {
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
  readonly lines: Uint32Array;
}

const breaksInside = (bytes: Uint8Array, ranges: readonly number[]): number => {
  let breaks = 0;
  for (let i = 0; i < ranges.length && ranges[i]! < bytes.length; i += 2) {
    breaks += countBreaks(bytes, ranges[i]!, ranges[i + 1]!);
  }
  return breaks;
};

/**
 * Rows of a CSV file in order, and any of them again with the places of its cells. The file is cut into chunks (about
 * `chunkBytes`) of whole records, each handed to the parser, so that memory stays bounded. A class, since a folder may
 * hold 60,000 files: closures would be most of what each takes.
 */
export class CsvFile {
  readonly #decoded: Decoded;
  readonly #delimiter: string;
  readonly #chunkBytes: number;
  /** Given once: a file of one chunk need not be parsed again. */
  #parsed: ParsedRows | null;
  /** Begins with `sep=`, a line that some spreadsheets show and others do not: which row is which is not sure then. */
  readonly #isSeparated: boolean;
  readonly #onBytes: (bytes: number) => void;
  #chunks: Chunk[] = [];
  #endless: Endless | undefined;
  #looked: Map<number, Look> | undefined;
  /** Many things may be said of one row. */
  #last: { readonly row: number; readonly cells: readonly Cell[] } | undefined;

  constructor(
    decoded: Decoded,
    delimiter: string,
    onBytes: (bytes: number) => void = () => {},
    {
      chunkBytes = CHUNK,
      isSeparated = false,
      parsed = null,
    }: { readonly chunkBytes?: number; readonly isSeparated?: boolean; readonly parsed?: ParsedRows | null } = {},
  ) {
    this.#decoded = decoded;
    this.#isSeparated = isSeparated;
    this.#delimiter = delimiter;
    this.#onBytes = onBytes;
    this.#chunkBytes = chunkBytes;
    this.#parsed = parsed;
  }

  get #mark(): number {
    return this.#delimiter.charCodeAt(0);
  }

  /** Cuts off one chunk after the other; those already known are not read again by `locate`. */
  *#cuts(): Generator<Batch> {
    const { source, start, decode, encoding } = this.#decoded;
    const mark = this.#mark;
    this.#chunks = [];
    let offset = start;
    let row = 0;
    let line = 1;
    let want = this.#chunkBytes;
    const room = new Uint8Array(Math.min(this.#chunkBytes, source.size));
    while (offset < source.size) {
      const bytes = source.read(offset, want, room);
      const final = offset + bytes.length >= source.size;
      const quoted = findQuoted(bytes, mark);
      const isOpen = quoted.open >= 0 && (final || quoted.stray);
      const whole = final && !isOpen ? bytes.length : lastRecordEnd(bytes, quoted);
      const wide = firstWide(bytes.subarray(0, whole), mark, quoted);
      if (wide === 0) {
        this.#endless = this.#toEndless('too-many-cells', bytes, 0, line);
        return;
      }
      const length = wide > 0 ? wide : whole;
      if (length === 0) {
        if (!isOpen && want < RECORD_LIMIT) {
          want *= 4;
          continue;
        }
        const kind = isOpen ? 'open-quote' : 'too-large';
        this.#endless = this.#toEndless(kind, bytes, Math.max(0, quoted.open), line);
        return;
      }
      want = this.#chunkBytes;
      const text = bytes.subarray(0, length);
      const toText = (part: Uint8Array) => (encoding === 'utf-8' ? part : decode(part));
      const isParsed = offset === start && this.#parsed?.length === length;
      const rows = isParsed
        ? this.#parsed!.rows
        : rowsOf(text, quoted.ranges, (part) => parseRows(toText(part), this.#delimiter));
      this.#parsed = null;
      this.#chunks.push({ offset, length, firstRow: row, rows: rows.length, firstLine: line });
      const breaks = breaksInside(text, quoted.ranges);
      const isCut = final && length === bytes.length && withoutBreak(bytes, length) === length;
      yield { first: row, rows, spansLines: breaks > 0, isCut };
      row += rows.length;
      line += rows.length + breaks;
      offset += length;
    }
  }

  /** The rows from `from` on; ends before a record that never does. */
  async *batches(from = 0): AsyncGenerator<Batch> {
    for (const batch of this.#cuts()) {
      const skip = from - batch.first;
      if (skip <= 0) yield batch;
      else if (skip < batch.rows.length) yield { ...batch, first: from, rows: batch.rows.slice(skip) };
      this.#onBytes(this.#chunks.at(-1)!.length);
      if (this.#chunks.length % 16 === 0) await pause();
    }
  }

  #isKnown(row: number): boolean {
    const last = this.#chunks.at(-1);
    return last !== undefined && row < last.firstRow + last.rows;
  }

  /** Reads a file that was not read yet up to a row. */
  #seek(row: number): void {
    for (const _ of this.#cuts()) if (this.#isKnown(row)) return;
  }

  #toEndless(kind: Endless['kind'], bytes: Uint8Array, at: number, line: number): Endless {
    const { decode } = this.#decoded;
    const until = bytes.subarray(0, at + 1);
    const starts = recordStarts(until, findQuoted(until, this.#mark));
    const from = starts.at(-1) ?? 0;
    const begun = line + countBreaks(bytes, 0, from);
    const cells = splitCells({ bytes: bytes.subarray(from, at), decode }, this.#mark, begun);
    const last = cells.at(-1);
    return { kind, line: last?.line ?? line, column: last?.column ?? 1 };
  }

  #look(index: number): Look {
    this.#looked ??= new Map();
    const known = this.#looked.get(index);
    if (known) return known;
    const { offset, length, firstLine } = this.#chunks[index]!;
    const bytes = this.#decoded.source.read(offset, length);
    const quoted = findQuoted(bytes, this.#mark);
    const starts = recordStarts(bytes, quoted);
    const spansLines = breaksInside(bytes, quoted.ranges) > 0;
    const lines = new Uint32Array(starts.length).fill(firstLine);
    for (let nth = 1; nth < starts.length; nth++) {
      lines[nth] = lines[nth - 1]! + (spansLines ? countBreaks(bytes, starts[nth - 1], starts[nth]) : 1);
    }
    const [oldest] = this.#looked.size < CACHED_CHUNKS ? [] : this.#looked.keys();
    if (oldest !== undefined) this.#looked.delete(oldest);
    const fresh = { bytes, starts, lines };
    this.#looked.set(index, fresh);
    return fresh;
  }

  /** The record that ended the reading; if nothing was read yet, those up to `row` are tried. */
  endless(row: number): Endless | undefined {
    if (this.#chunks.length === 0) this.#seek(row);
    return this.#endless;
  }

  /** Short rows are filled up to `least` cells, with blanks that stand at the end of the row. */
  locate(row: number, least = 0): readonly Cell[] {
    if (row === this.#last?.row) return this.#last.cells;
    if (this.#chunks.length === 0) this.#seek(row);
    if (!this.#isKnown(row)) return [];
    const index = lastWhere(this.#chunks.length, (chunk) => this.#chunks[chunk]!.firstRow <= row);
    const { bytes, starts, lines } = this.#look(index);
    const nth = row - this.#chunks[index]!.firstRow;
    const end = starts[nth + 1] ?? bytes.length;
    const record = {
      bytes: bytes.subarray(starts[nth], withoutBreak(bytes, end)),
      decode: this.#decoded.decode,
      row: this.#isSeparated ? undefined : row,
    };
    this.#last = { row, cells: splitCells(record, this.#mark, lines[nth]!, least) };
    return this.#last.cells;
  }
}
