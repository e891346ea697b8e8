import { cellSpan } from '../intake/csv-cells.ts';
import { recordStarts } from '../intake/csv-cut.ts';
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

const BREAK = /(?:\r\n|\n|\r)$/;

/** Quoted as the cell was, or where the text would else be read as something other. */
const written = (text: string, delimiter: string, wasQuoted: boolean): string =>
  wasQuoted || text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/**
 * CSV bytes with other texts in some cells and all else as it was, to the byte. `bytes` are UTF-8 or GB18030 without
 * byte order mark: no part of a longer character is a quote, a delimiter or a line break, so that each is looked at as
 * Latin-1. Throws `CannotEditError` where the encoding cannot hold a text.
 */
export const editCsv = (
  bytes: Buffer,
  delimiter: string,
  changes: readonly CellChange[],
  padding: Padding | null,
  encode: Encode,
): Buffer => {
  const starts = recordStarts(bytes, bytes.length, delimiter.charCodeAt(0));
  const byRow = new Map<number, CellChange[]>();
  for (const change of changes) byRow.set(change.row, [...(byRow.get(change.row) ?? []), change]);
  const inBytes = ({ text, edit }: CellChange): string => {
    const encoded = encode(text);
    if (encoded === null) throw new CannotEditError('encoding', edit);
    return encoded.toString('latin1');
  };

  const editRow = (record: string, row: number): string => {
    const asked = byRow.get(row) ?? [];
    let edited = '';
    let at = 0;
    let cell = 0;
    for (; ; cell++) {
      const { to, quote } = cellSpan(record, delimiter, at);
      const change = asked.find((each) => each.cell === cell);
      edited += change === undefined ? record.slice(at, to) : written(inBytes(change), delimiter, quote >= 0);
      if (to === record.length) break;
      edited += delimiter;
      at = to + 1;
    }
    const isPadded = padding !== null && row > padding.head && cell + 1 >= padding.from;
    const end = Math.max(isPadded ? padding.to : 0, ...asked.map((each) => each.cell + 1));
    for (cell++; cell < end; cell++) {
      const change = asked.find((each) => each.cell === cell);
      edited += delimiter + (change === undefined ? '' : written(inBytes(change), delimiter, false));
    }
    return edited;
  };

  const parts: Buffer[] = [];
  let kept = 0;
  for (let row = 0; row < starts.length; row++) {
    if (!byRow.has(row) && (padding === null || row <= padding.head)) continue;
    const from = starts[row]!;
    const whole = bytes.toString('latin1', from, starts[row + 1] ?? bytes.length);
    const record = whole.replace(BREAK, '');
    parts.push(bytes.subarray(kept, from), Buffer.from(editRow(record, row), 'latin1'));
    kept = from + record.length;
  }
  return Buffer.concat([...parts, bytes.subarray(kept)]);
};
