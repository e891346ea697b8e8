import type { Where } from '../../diagnostics/diagnostics.ts';
import type { FieldKind, RecordSchema } from '../../model/ruleset.ts';
import type { Head } from '../find-headings.ts';
import type { Batch, Cell, CellFault, OpenTable } from '../open-table.ts';
import { cellName } from './cell-name.ts';
import type { CellVisitor, StoredKind } from './row-store.ts';
import { isMarked, mark, type Sheet } from './sheet.ts';

const BATCH = 1024;
/** Cells to the right of the headings that belong to the rows. */
const BESIDE = 8;

type SheetTable = Pick<OpenTable, 'batches' | 'locate'> & Required<Pick<OpenTable, 'faults'>>;

const sheetPlace = (path: string, row: number, column: number) => ({
  path,
  line: row + 1,
  column: column + 1,
  cell: cellName(row, column),
});

/** A cell of a sheet, its place looked up on demand. */
export const sheetWhere = (path: string, row: number, column: number): Where => ({
  path,
  place: () => sheetPlace(path, row, column),
});

const FAULTS: Readonly<Partial<Record<StoredKind, CellFault['code']>>> = {
  error: 'xlsx.error-value',
  'no-value': 'xlsx.no-value',
};
/** A compound named 3-5 becomes a date as its code does. */
const NAME_FAULTS: typeof FAULTS = { ...FAULTS, date: 'xlsx.date-code' };
const CODE_FAULTS: typeof FAULTS = { ...NAME_FAULTS, 'long-number': 'xlsx.long-code' };

/** What was found of a column, how often, and in which row first. */
type Found = Map<number, { readonly first: number; count: number }>;

export interface SheetNotes {
  /** Numbers in columns of codes. */
  readonly numbers: Found;
  /** Cells that have the value of the first of merged ones. */
  readonly merged: Found;
  /** Filled cells to the right of the headings. */
  readonly nameless: Found;
}

const count = (found: Found, column: number, row: number): void => {
  const known = found.get(column);
  if (known === undefined) found.set(column, { first: row, count: 1 });
  else known.count++;
};

/** The records below the headings of a sheet. In merged cells of several rows each row has the value of the first. `onNotes` is called after the first reading. */
export const sheetTable = (
  { rows, merges, marked }: Sheet,
  { row: headRow, headings }: Head,
  columns: readonly number[],
  { fields }: RecordSchema,
  onNotes: (notes: SheetNotes) => void,
): SheetTable => {
  const width = headings.length;
  const columnsOf = (wanted: FieldKind) =>
    new Set(fields.flatMap(({ kind }, index) => (kind === wanted ? [columns[index]!] : [])));
  const [codes, names] = [columnsOf('code'), columnsOf('name')];
  const read = new Set(columns);
  let isFirst = true;
  const blank: readonly string[] = new Array<string>(width).fill('');
  const merged = merges.columns.filter((column) => column < width);

  /** The text of the first of the merged cells in which a blank cell lies; undefined outside such. */
  const held = new Map<number, { readonly row: number; readonly text: string; readonly kind: StoredKind }>();
  const heldAt = (row: number, column: number) => {
    const from = merges.rowOf(row, column);
    if (from === row || from <= headRow) return undefined;
    const known = held.get(column);
    if (known?.row === from) return known;
    let found = { row: from, text: '', kind: 'text' as StoredKind };
    rows.visit(from, (at, text, kind) => {
      if (at === column) found = { row: from, text, kind };
    });
    held.set(column, found);
    return found;
  };

  /** A row with an error in merged cells above has it too. */
  const markMerged = (): void => {
    for (const column of merged) {
      for (const { top, bottom } of merges.of(column)) {
        if (top <= headRow || !isMarked(marked, top)) continue;
        for (let row = top + 1; row <= Math.min(bottom, rows.lastRow); row++) mark(marked, row);
      }
    }
  };
  markMerged();

  const fillMerged = (texts: string[], row: number, notes?: SheetNotes): void => {
    for (const column of merged) {
      const text = texts[column] === '' ? heldAt(row, column)?.text : undefined;
      if (text === undefined || text === '') continue;
      texts[column] = text;
      if (notes && read.has(column)) count(notes.merged, column, row);
    }
  };

  const readRow = (row: number, visit: (visitor: CellVisitor) => void, notes?: SheetNotes): string[] => {
    const texts = blank.slice();
    let isFilled = false;
    visit((column, text, kind) => {
      if (column < width) {
        texts[column] = text;
        isFilled = true;
        if (notes && kind === 'number' && codes.has(column)) count(notes.numbers, column, row);
      } else {
        if (notes) count(notes.nameless, column, row);
        // What stands beside a record may be its own, moved by one.
        if (isFilled && column < width + BESIDE) {
          while (texts.length < column) texts.push('');
          texts.push(text);
        }
      }
    });
    if (isFilled && merged.length > 0) fillMerged(texts, row, notes);
    return texts;
  };

  return {
    async *batches(): AsyncGenerator<Batch> {
      let first = headRow + 1;
      let batch: (readonly string[])[] = [];
      const notes: SheetNotes = { numbers: new Map(), merged: new Map(), nameless: new Map() };
      for (const { row, visit } of rows.rows()) {
        if (row <= headRow) continue;
        while (first + batch.length < row) {
          batch.push(blank);
          if (batch.length < BATCH) continue;
          yield { first, rows: batch };
          first += batch.length;
          batch = [];
        }
        batch.push(readRow(row, visit, notes));
        if (batch.length < BATCH) continue;
        yield { first, rows: batch };
        first += batch.length;
        batch = [];
        await new Promise((done) => setImmediate(done));
      }
      if (batch.length > 0) yield { first, rows: batch };
      if (isFirst) onNotes(notes);
      isFirst = false;
    },
    locate: (row) =>
      readRow(row, (visitor) => rows.visit(row, visitor)).map(
        (text, column): Cell => ({ line: row + 1, column: column + 1, cell: cellName(row, column), text }),
      ),
    faults: (row) => {
      if (!isMarked(marked, row)) return [];
      const found: CellFault[] = [];
      const add = (cell: number, text: string, kind: StoredKind) => {
        const code = (codes.has(cell) ? CODE_FAULTS : names.has(cell) ? NAME_FAULTS : FAULTS)[kind];
        if (code !== undefined && cell < width) found.push({ cell, code, text });
      };
      const own = new Set<number>();
      rows.visit(row, (column, text, kind) => {
        own.add(column);
        add(column, text, kind);
      });
      for (const column of merged) {
        const from = own.has(column) ? undefined : heldAt(row, column);
        if (from !== undefined) add(column, from.text, from.kind);
      }
      return found;
    },
  };
};
