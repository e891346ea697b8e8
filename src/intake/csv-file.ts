import { setImmediate } from 'node:timers/promises';
import { countBreaks } from './count-breaks.ts';
import { splitCells } from './csv-cells.ts';
import { findQuoted, lastRecordEnd, recordStarts } from './csv-cut.ts';
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

/** A record that never ends: an open quote, or more bytes than a record may have. */
export class EndlessRecordError extends Error {
  readonly line: number;
  readonly column: number;
  readonly kind: 'open-quote' | 'too-large';

  constructor(kind: 'open-quote' | 'too-large', line: number, column: number) {
    super(kind);
    this.name = 'EndlessRecordError';
    this.kind = kind;
    this.line = line;
    this.column = column;
  }
}

/** Rows of a CSV file in order, and a second look at any of them. */
export interface CsvFile {
  /** Throws `EndlessRecordError`. */
  batches(): AsyncGenerator<Batch>;
  locate(row: number): readonly Cell[];
}

/** Cuts the file into chunks (about `chunkBytes`) of whole records and hands each to the parser, so that memory stays bounded. */
export const openCsv = (
  { source, start, decode, encoding }: Decoded,
  delimiter: string,
  onBytes: (bytes: number) => void = () => {},
  chunkBytes = CHUNK,
): CsvFile => {
  const mark = delimiter.charCodeAt(0);
  const chunks: Chunk[] = [];

  /** Cuts off one chunk after the other; those already known are not read again by `locate`. */
  function* cuts(): Generator<Batch> {
    chunks.length = 0;
    let offset = start;
    let row = 0;
    let line = 1;
    let want = chunkBytes;
    while (offset < source.size) {
      const bytes = source.read(offset, want);
      const final = offset + bytes.length >= source.size;
      const quoted = findQuoted(bytes, bytes.length, mark);
      const isOpen = final && quoted.open >= 0;
      const length = final && !isOpen ? bytes.length : lastRecordEnd(bytes, bytes.length, quoted);
      if (length === 0) {
        if (isOpen) throw endless('open-quote', bytes, quoted.open, line);
        if (want >= RECORD_LIMIT) throw endless('too-large', bytes, Math.max(0, quoted.open), line);
        want *= 4;
        continue;
      }
      want = chunkBytes;
      const text = bytes.subarray(0, length);
      const rows = parseRows(encoding === 'utf-8' ? text : decode(text), delimiter);
      chunks.push({ offset, length, firstRow: row, rows: rows.length, firstLine: line });
      yield { first: row, rows };
      row += rows.length;
      line += rows.length + breaksInside(text, quoted.ranges);
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

  /** Looks for a row of a file that was not read yet; that it never ends is said when it is. */
  const seek = (row: number): void => {
    try {
      for (const _ of cuts()) if (isKnown(row)) return;
    } catch (error) {
      if (!(error instanceof EndlessRecordError)) throw error;
    }
  };

  const breaksInside = (bytes: Buffer, ranges: readonly number[]): number => {
    let breaks = 0;
    for (let i = 0; i < ranges.length && ranges[i]! < bytes.length; i += 2) {
      breaks += countBreaks(bytes.toString('latin1', ranges[i]!, ranges[i + 1]!));
    }
    return breaks;
  };

  const endless = (kind: 'open-quote' | 'too-large', bytes: Buffer, at: number, line: number): EndlessRecordError => {
    const starts = recordStarts(bytes, at + 1, mark);
    const from = starts.at(-1) ?? 0;
    const before = decode(bytes.subarray(0, from));
    const cells = splitCells(decode(bytes.subarray(from, at)), delimiter, line + countBreaks(before));
    const last = cells.at(-1);
    return new EndlessRecordError(kind, last?.line ?? line, last?.column ?? 1);
  };

  /** The record beginnings and lines of chunks looked at lately. */
  const looked = new Map<number, { bytes: Buffer; starts: number[]; lines: number[] }>();

  const look = (index: number) => {
    const known = looked.get(index);
    if (known) return known;
    const { offset, length, firstLine } = chunks[index]!;
    const bytes = source.read(offset, length);
    const starts = recordStarts(bytes, length, mark);
    const { ranges } = findQuoted(bytes, length, mark);
    const lines: number[] = [];
    let line = firstLine;
    let range = 0;
    for (let i = 0; i < starts.length; i++) {
      lines.push(line);
      line++;
      const end = starts[i + 1] ?? length;
      for (; range < ranges.length && ranges[range]! < end; range += 2) {
        line += countBreaks(bytes.toString('latin1', ranges[range]!, ranges[range + 1]!));
      }
    }
    if (looked.size >= CACHED_CHUNKS) looked.delete(looked.keys().next().value!);
    const fresh = { bytes, starts, lines };
    looked.set(index, fresh);
    return fresh;
  };

  const chunkOf = (row: number): number => {
    let low = 0;
    let high = chunks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (chunks[middle]!.firstRow <= row) low = middle;
      else high = middle - 1;
    }
    return low;
  };

  return {
    batches,
    locate: (row) => {
      if (chunks.length === 0) seek(row);
      if (!isKnown(row)) return [];
      const index = chunkOf(row);
      const { bytes, starts, lines } = look(index);
      const nth = row - chunks[index]!.firstRow;
      const end = starts[nth + 1] ?? bytes.length;
      const record = decode(bytes.subarray(starts[nth], end)).replace(/(?:\r\n|\n|\r)$/, '');
      return splitCells(record, delimiter, lines[nth]!);
    },
  };
};
