import { cellSpan, findQuoted, recordStarts, withoutBreak } from '../intake/csv-grammar.ts';
import { joinBytes } from '../intake/source.ts';
import { CannotEditError } from './cells.ts';
import type { Encode } from './text-encoder.ts';

/** The cells of a row as they are, and as they shall be. */
export interface RowChange {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Quoted where it was, or where the text would else be read as something other. */
export const cellText = (text: string, delimiter: string, wasQuoted = false): string =>
  wasQuoted || text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/**
 * CSV bytes with other texts in some cells and all else as it was, to the byte. `bytes` are UTF-8 or GB18030 without
 * byte order mark. Throws `CannotEditError` where the encoding cannot hold a text.
 */
export const editCsv = (
  bytes: Uint8Array,
  delimiter: string,
  changes: ReadonlyMap<number, RowChange>,
  encode: Encode,
): Uint8Array => {
  const mark = delimiter.charCodeAt(0);
  const between = Uint8Array.of(mark);
  const starts = recordStarts(bytes, findQuoted(bytes, mark));
  const encoded = (text: string): Uint8Array => {
    const found = encode(text);
    if (found === null) throw new CannotEditError('encoding');
    return found;
  };

  const editRow = (record: Uint8Array, { before, after }: RowChange): Uint8Array[] => {
    const edited: Uint8Array[] = [];
    let cell = 0;
    for (let at = 0; at <= record.length; cell++) {
      const { to, quote } = cellSpan(record, mark, at);
      const text = after[cell] ?? '';
      const isSame = text === (before[cell] ?? '');
      if (cell > 0) edited.push(between);
      edited.push(isSame ? record.subarray(at, to) : encoded(cellText(text, delimiter, quote >= 0)));
      at = to + 1;
    }
    for (const text of after.slice(cell)) edited.push(between, encoded(cellText(text, delimiter)));
    return edited;
  };

  const parts: Uint8Array[] = [];
  let kept = 0;
  for (const [row, change] of [...changes].toSorted(([a], [b]) => a - b)) {
    const from = starts[row]!;
    const to = withoutBreak(bytes, starts[row + 1] ?? bytes.length);
    parts.push(bytes.subarray(kept, from), ...editRow(bytes.subarray(from, to), change));
    kept = to;
  }
  return joinBytes([...parts, bytes.subarray(kept)]);
};
