import { setImmediate } from 'node:timers/promises';
import { lastWhere } from '../model/last-where.ts';
import { countBreaks } from './count-breaks.ts';
import { rowsOf } from './csv-blank-runs.ts';
import { splitCells } from './csv-cells.ts';
import { findQuoted, firstWide, lastRecordEnd, recordStarts } from './csv-cut.ts';
import { parseRows } from './csv-rows.ts';
import type { Decoded } from './encoding.ts';
import type { Batch, Cell } from './open-table.ts';

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

/** Line breaks in quoted cells up to `end`. */
interface QuotedBreaks {
  readonly end: number;
  readonly sum: number;
}

/** Rows of a CSV file in order, and a second look at any of them. */
export interface CsvFile {
  /** Ends before a record that never does. */
  batches(): AsyncGenerator<Batch>;
  /** The record that ended the reading; if nothing was read yet, those up to `row` are tried. */
  endless(row: number): Endless | undefined;
  locate(row: number): readonly Cell[];
}

const withoutBreak = (bytes: Buffer, end: number): number => {
  const last = bytes[end - 1];
  if (last === 0x0d) return end - 1;
  if (last !== 0x0a) return end;
  return bytes[end - 2] === 0x0d ? end - 2 : end - 1;
};

/** Cuts the file into chunks (about `chunkBytes`) of whole records and hands each to the parser, so that memory stays bounded. */
export const openCsv = (
  { source, start, decode, encoding }: Decoded,
  delimiter: string,
  onBytes: (bytes: number) => void = () => {},
  chunkBytes = CHUNK,
): CsvFile => {
  const mark = delimiter.charCodeAt(0);
  const chunks: Chunk[] = [];
  let endless: Endless | undefined;

  /** Cuts off one chunk after the other; those already known are not read again by `locate`. */
  function* cuts(): Generator<Batch> {
    chunks.length = 0;
    let offset = start;
    let row = 0;
    let line = 1;
    let want = chunkBytes;
    const room = Buffer.allocUnsafe(Math.min(chunkBytes, source.size));
    while (offset < source.size) {
      const bytes = source.read(offset, want, room);
      const final = offset + bytes.length >= source.size;
      const quoted = findQuoted(bytes, bytes.length, mark);
      const isOpen = quoted.open >= 0 && (final || quoted.stray);
      const whole = final && !isOpen ? bytes.length : lastRecordEnd(bytes, bytes.length, quoted);
      const wide = firstWide(bytes, whole, mark, quoted);
      if (wide === 0) {
        endless = toEndless('too-many-cells', bytes, 0, line);
        return;
      }
      const length = wide > 0 ? wide : whole;
      if (length === 0) {
        if (!isOpen && want < RECORD_LIMIT) {
          want *= 4;
          continue;
        }
        endless = toEndless(isOpen ? 'open-quote' : 'too-large', bytes, Math.max(0, quoted.open), line);
        return;
      }
      want = chunkBytes;
      const text = bytes.subarray(0, length);
      const toText = (part: Buffer) => (encoding === 'utf-8' ? part : decode(part));
      const rows = rowsOf(text, quoted.ranges, (part) => parseRows(toText(part), delimiter));
      chunks.push({ offset, length, firstRow: row, rows: rows.length, firstLine: line });
      const breaks = breaksInside(text, quoted.ranges);
      yield { first: row, rows, spansLines: breaks > 0 };
      row += rows.length;
      line += rows.length + breaks;
      offset += length;
    }
  }

  async function* batches(): AsyncGenerator<Batch> {
    for (const batch of cuts()) {
      yield batch;
      onBytes(chunks.at(-1)!.length);
      if (chunks.length % 16 === 0) await setImmediate();
    }
  }

  const isKnown = (row: number): boolean => {
    const last = chunks.at(-1);
    return last !== undefined && row < last.firstRow + last.rows;
  };

  /** Reads a file that was not read yet up to a row. */
  const seek = (row: number): void => {
    for (const _ of cuts()) if (isKnown(row)) return;
  };

  const breaksInside = (bytes: Buffer, ranges: readonly number[]): number => {
    let breaks = 0;
    for (let i = 0; i < ranges.length && ranges[i]! < bytes.length; i += 2) {
      breaks += countBreaks(bytes.toString('latin1', ranges[i]!, ranges[i + 1]!));
    }
    return breaks;
  };

  const toEndless = (kind: Endless['kind'], bytes: Buffer, at: number, line: number): Endless => {
    const starts = recordStarts(bytes, at + 1, mark);
    const from = starts.at(-1) ?? 0;
    const before = decode(bytes.subarray(0, from));
    const cells = splitCells(decode(bytes.subarray(from, at)), delimiter, line + countBreaks(before));
    const last = cells.at(-1);
    return { kind, line: last?.line ?? line, column: last?.column ?? 1 };
  };

  /** Chunks looked at lately: where their records begin, and how many line breaks quoted cells hold up to a byte. */
  const looked = new Map<number, { room: Buffer; bytes: Buffer; starts: Uint32Array; quotedBreaks: QuotedBreaks[] }>();

  /** Room for a chunk: that of the one looked at longest ago, once there are enough. */
  const roomFor = (length: number): Buffer => {
    const [oldest] = looked.size < CACHED_CHUNKS ? [] : looked.keys();
    const room = oldest === undefined ? undefined : looked.get(oldest)!.room;
    if (oldest !== undefined) looked.delete(oldest);
    return room !== undefined && room.length >= length
      ? room
      : Buffer.allocUnsafe(Math.max(length, Math.min(chunkBytes, source.size)));
  };

  /** Many things may be said of one row. */
  let last: { readonly row: number; readonly cells: readonly Cell[] } | undefined;

  const look = (index: number) => {
    const known = looked.get(index);
    if (known) return known;
    const { offset, length } = chunks[index]!;
    const room = roomFor(length);
    const bytes = source.read(offset, length, room);
    const starts = recordStarts(bytes, length, mark);
    const { ranges } = findQuoted(bytes, length, mark);
    const quotedBreaks: QuotedBreaks[] = [];
    for (let i = 0; i < ranges.length; i += 2) {
      const breaks = countBreaks(bytes.toString('latin1', ranges[i]!, ranges[i + 1]!));
      if (breaks > 0) quotedBreaks.push({ end: ranges[i + 1]!, sum: (quotedBreaks.at(-1)?.sum ?? 0) + breaks });
    }
    const fresh = { room, bytes, starts, quotedBreaks };
    looked.set(index, fresh);
    return fresh;
  };

  return {
    batches,
    endless: (row) => {
      if (chunks.length === 0) seek(row);
      return endless;
    },
    locate: (row) => {
      if (row === last?.row) return last.cells;
      if (chunks.length === 0) seek(row);
      if (!isKnown(row)) return [];
      const index = lastWhere(chunks.length, (chunk) => chunks[chunk]!.firstRow <= row);
      const { bytes, starts, quotedBreaks } = look(index);
      const { firstRow, firstLine } = chunks[index]!;
      const nth = row - firstRow;
      const above = lastWhere(quotedBreaks.length, (at) => quotedBreaks[at]!.end <= starts[nth]!);
      const inside = quotedBreaks[above]?.sum ?? 0;
      const end = starts[nth + 1] ?? bytes.length;
      const text = decode(bytes.subarray(starts[nth], withoutBreak(bytes, end)));
      last = { row, cells: splitCells(text, delimiter, firstLine + nth + inside) };
      return last.cells;
    },
  };
};
