import { cellSpan, findQuoted, recordStarts, withoutBreak } from '../intake/csv-grammar.ts';
import { joinBytes } from '../intake/source.ts';
import { CannotEditError, type CellEdit } from './cell-edit.ts';
import type { Encode } from './text-encoder.ts';

/** A change of the cell `cell` (from 0) of the row `row` (from 0); `edit` is what asked for it. */
export interface CellChange {
  readonly row: number;
  readonly cell: number;
  readonly text: string;
  readonly edit: CellEdit | null;
}

/** Rows below `head` with at least `from` cells are filled up with blank ones to `to`. */
export interface Padding {
  readonly head: number;
  readonly from: number;
  readonly to: number;
}

/** Quoted as the cell was, or where the text would else be read as something other. */
const written = (text: string, delimiter: string, wasQuoted: boolean): string =>
  wasQuoted || text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/**
 * CSV bytes with other texts in some cells and all else as it was, to the byte. `bytes` are UTF-8 or GB18030 without
 * byte order mark. Throws `CannotEditError` where the encoding cannot hold a text.
 */
export const editCsv = (
  bytes: Uint8Array,
  delimiter: string,
  changes: readonly CellChange[],
  padding: Padding | null,
  encode: Encode,
): Uint8Array => {
  const mark = delimiter.charCodeAt(0);
  const between = Uint8Array.of(mark);
  const starts = recordStarts(bytes, findQuoted(bytes, mark));
  const byRow = new Map<number, CellChange[]>();
  for (const change of changes) byRow.set(change.row, [...(byRow.get(change.row) ?? []), change]);
  const inBytes = ({ text, edit }: CellChange, wasQuoted: boolean): Uint8Array => {
    const encoded = encode(written(text, delimiter, wasQuoted));
    if (encoded === null) throw new CannotEditError('encoding', edit);
    return encoded;
  };

  const editRow = (record: Uint8Array, row: number): Uint8Array[] => {
    const asked = byRow.get(row) ?? [];
    const edited: Uint8Array[] = [];
    let at = 0;
    let cell = 0;
    for (; ; cell++) {
      const { to, quote } = cellSpan(record, mark, at);
      const change = asked.find((each) => each.cell === cell);
      edited.push(change === undefined ? record.subarray(at, to) : inBytes(change, quote >= 0));
      if (to === record.length) break;
      edited.push(between);
      at = to + 1;
    }
    const isPadded = padding !== null && row > padding.head && cell + 1 >= padding.from;
    const end = Math.max(isPadded ? padding.to : 0, ...asked.map((each) => each.cell + 1));
    for (cell++; cell < end; cell++) {
      const change = asked.find((each) => each.cell === cell);
      edited.push(between);
      if (change !== undefined) edited.push(inBytes(change, false));
    }
    return edited;
  };

  const parts: Uint8Array[] = [];
  let kept = 0;
  for (let row = 0; row < starts.length; row++) {
    if (!byRow.has(row) && (padding === null || row <= padding.head)) continue;
    const from = starts[row]!;
    const to = withoutBreak(bytes, starts[row + 1] ?? bytes.length);
    parts.push(bytes.subarray(kept, from), ...editRow(bytes.subarray(from, to), row));
    kept = to;
  }
  return joinBytes([...parts, bytes.subarray(kept)]);
};
