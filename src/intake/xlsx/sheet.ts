import type { Archive } from './archive.ts';
import { cellName, parseCellName, SHEET_ROWS } from './cell-name.ts';
import { damaged, tooLarge } from './fault.ts';
import { Merges } from './merges.ts';
import { type CellParts, type OpenCell, toCell } from './read-cell.ts';
import { RowStore, type SheetCell, type StoredKind } from './row-store.ts';
import { decodeText, MAX_TEXT } from './string-item.ts';
import { decodeEntities, parseXml } from './xml.ts';

const PART_BYTES = 2 ** 31;
/** A register has some dozens; what stands further right is none. */
const MAX_COLUMNS = 1024;
/** A text may be shared by every cell: read one by one they would have no end. */
const MAX_CONTENT = 1 << 30;

/** What a sheet holds, as one reading found it. */
export interface Sheet {
  readonly rows: RowStore;
  readonly merges: Merges;
  /** A bit for each row with a cell that may hold no value: an error, a formula without one, a number too long, a date. */
  readonly marked: Uint8Array;
  readonly hidden: { readonly first: number; readonly count: number };
}

interface SheetParts extends CellParts {
  readonly archive: Archive;
  readonly part: string;
  readonly signal: AbortSignal | undefined;
}

const MARKED = new Set<StoredKind>(['error', 'no-value', 'long-number', 'date']);

export const mark = (marked: Uint8Array, row: number): void => {
  marked[row >> 3]! |= 1 << (row & 7);
};

export const isMarked = (marked: Uint8Array, row: number): boolean => (marked[row >> 3]! & (1 << (row & 7))) !== 0;

/** Reads a worksheet from its beginning to its end; throws `XlsxFault` where it makes no sense or is too large. */
export const readSheet = async (parts: SheetParts): Promise<Sheet> => {
  const { archive, part, signal } = parts;
  const rows = new RowStore(parts.strings);
  const merges = new Merges();
  const marked = new Uint8Array(SHEET_ROWS >> 3);
  const hidden = { first: -1, count: 0 };
  const cell: OpenCell = { row: -1, column: -1, type: 'n', style: 0, value: undefined, formula: undefined };
  const here = () => cellName(cell.row, cell.column);
  const inline = decodeText(here);
  let cells: SheetCell[] = [];
  let root: string | undefined;
  let section = '';
  let isHidden = false;
  /** In bytes or characters: shared texts count wherever they stand. */
  let content = 0;
  /** The element inside a cell. */
  let inside = '';

  const startRow = ({ r, hidden: hides }: Readonly<Record<string, string>>): void => {
    const row = r === undefined ? cell.row + 1 : Number(r) - 1;
    if (!Number.isInteger(row) || row < 0 || row >= SHEET_ROWS) throw damaged('row', r ?? `${row + 1}`);
    if (row <= cell.row) throw damaged('row-order', r ?? `${row + 1}`, cellName(row, 0));
    cell.row = row;
    cell.column = -1;
    cells = [];
    isHidden = hides === '1' || hides === 'true';
  };

  const startCell = ({ r, t, s }: Readonly<Record<string, string>>): void => {
    let column = cell.column + 1;
    if (r !== undefined) {
      const place = parseCellName(r);
      if (place?.row !== cell.row)
        throw damaged('cell-row', `${r.slice(0, 20)}, ${cell.row + 1}`, cellName(cell.row, 0));
      if (place.column <= cell.column) throw damaged('cell-order', r, r);
      column = place.column;
    }
    cell.column = column;
    cell.type = t ?? 'n';
    cell.style = s === undefined ? 0 : Number(s);
    cell.value = undefined;
    cell.formula = undefined;
    inside = '';
    inline.start();
  };

  const longer = (before: string, text: string): string => {
    if (before.length + text.length > MAX_TEXT) throw tooLarge('text', here());
    return before + text;
  };

  const endCell = (): void => {
    const read = toCell(cell, inline.end(), parts);
    if (read === undefined) return;
    const { row, column } = cell;
    if (column >= MAX_COLUMNS) throw tooLarge('columns', cellName(row, column));
    content += typeof read.content === 'number' ? parts.strings.bytesAt(read.content) : read.content.length;
    if (content > MAX_CONTENT) throw tooLarge('content', cellName(row, column));
    if (MARKED.has(read.kind)) mark(marked, row);
    cells.push(read);
  };

  const endRow = (): void => {
    if (cells.length === 0) return;
    rows.add(cell.row, cells);
    if (!isHidden) return;
    if (hidden.count === 0) hidden.first = cell.row;
    hidden.count++;
  };

  await parseXml(
    part,
    archive.read(part, PART_BYTES),
    {
      open: (name, attributes, depth) => {
        root ??= name;
        if (depth === 2) section = name;
        else if (section === 'sheetData') {
          if (depth === 3 && name === 'row') startRow(attributes());
          else if (depth === 4 && name === 'c') startCell(attributes());
          else if (depth === 5) {
            inside = name;
            if (name === 'v') cell.value = '';
            else if (name === 'f') cell.formula = '';
          } else if (depth > 5 && inside === 'is') inline.open(name);
        } else if (section === 'mergeCells' && depth === 3 && name === 'mergeCell') {
          merges.add(decodeEntities(attributes().ref ?? ''));
        }
      },
      close: (name, depth) => {
        if (section !== 'sheetData') return;
        if (depth > 5) inline.close(name);
        else if (depth === 5) inside = '';
        else if (depth === 4 && name === 'c') endCell();
        else if (depth === 3 && name === 'row') endRow();
      },
      text: (text) => {
        if (inside === 'v') cell.value = longer(cell.value!, text);
        else if (inside === 'f') cell.formula = longer(cell.formula!, text);
        else if (inside === 'is') inline.text(text);
      },
    },
    signal,
  );
  if (root !== 'worksheet') throw damaged('no-worksheet', part);
  rows.end();
  merges.end();
  return { rows, merges, marked, hidden };
};
