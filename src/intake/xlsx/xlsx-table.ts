import type { Where } from '../../diagnostics/diagnostics.ts';
import type { FieldKind, RecordSchema } from '../../model/ruleset.ts';
import type { Head } from '../find-headings.ts';
import { type Batch, type Cell, type CellFault, pause, type ReadColumns, type Rows } from '../open-table.ts';
import { cellName } from './cell-name.ts';
import { type CellVisitor, coveredCells, isMarked, mark, type Sheet, type StoredKind } from './sheet.ts';

const BATCH = 1024;
/** Cells to the right of the headings that belong to the rows. */
const BESIDE = 8;

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
  withdrawn: 'xlsx.withdrawn',
  disguised: 'xlsx.shown-otherwise',
};
/** A unit named 3-5 becomes a date as its code does. */
const NAME_FAULTS: typeof FAULTS = { ...FAULTS, date: 'xlsx.date-code' };
const CODE_FAULTS: typeof FAULTS = { ...NAME_FAULTS, 'long-number': 'xlsx.long-code' };
/** Digits that a format writes beside those of a cell belong to a code, and to no count. */
const OTHER_FAULTS: typeof FAULTS = { ...FAULTS, affixed: 'xlsx.shown-otherwise' };

/** What was found of a column, how often, and in which row first. */
type Found = Map<number, { readonly first: number; count: number }>;

export interface SheetNotes {
  /** Numbers in columns of codes. */
  readonly numbers: Found;
  /** Cells that have the value of the first of merged ones. */
  readonly merged: Found;
  /** Merged cells of a column of counts by the first of them, and how many rows have its value. */
  readonly counts: { readonly row: number; readonly column: number; units: number }[];
  /** Filled cells to the right of the headings. */
  readonly nameless: Found;
}

const count = (found: Found, column: number, row: number): void => {
  const known = found.get(column);
  if (known === undefined) found.set(column, { first: row, count: 1 });
  else known.count++;
};

/** One more row that has the value of merged cells, beside their first. */
const addUnit = (counts: SheetNotes['counts'], row: number, column: number): void => {
  const known = counts.findLast((each) => each.column === column);
  if (known?.row === row) known.units++;
  else counts.push({ row, column, units: 2 });
};

/** The rows of a sheet as records of a table. In merged cells of several rows each row has the value of the first. `onNotes` is called after the first reading. */
export const sheetRows = (
  { rows, merges, marked }: Sheet,
  { row: headRow, headings }: Head,
  { columns, further = [], dated = [] }: ReadColumns,
  { fields }: RecordSchema,
  onNotes: (notes: SheetNotes) => void,
): Rows => {
  const width = headings.length;
  const columnsOf = (wanted: FieldKind) =>
    new Set(fields.flatMap(({ kind }, index) => (kind === wanted ? [columns[index]!] : [])));
  const [codes, names, counted] = [columnsOf('code'), columnsOf('name'), columnsOf('count')];
  for (const { cell, field, before } of dated) {
    if ([field, before].some((each) => fields[each]?.kind === 'count')) counted.add(cell);
  }
  const read = new Set([...columns, ...[...further, ...dated].map(({ cell }) => cell)]);
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

  const covered = coveredCells(rows, merges, read, headRow);

  const fillMerged = (texts: string[], row: number, notes?: SheetNotes): void => {
    for (const column of merged) {
      const from = texts[column] === '' ? heldAt(row, column) : undefined;
      if (from === undefined || from.text === '') continue;
      texts[column] = from.text;
      if (!notes || !read.has(column)) continue;
      if (counted.has(column)) addUnit(notes.counts, from.row, column);
      else count(notes.merged, column, row);
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
    if (notes && covered.isIn(texts, row)) mark(marked, row);
    if (isFilled && merged.length > 0) fillMerged(texts, row, notes);
    return texts;
  };

  return {
    async *batches(from): AsyncGenerator<Batch> {
      let first = from;
      let batch: (readonly string[])[] = [];
      const notes: SheetNotes = { numbers: new Map(), merged: new Map(), counts: [], nameless: new Map() };
      for (const { row, visit } of rows.rows()) {
        if (row < from) continue;
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
        await pause();
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
        const code = (codes.has(cell) ? CODE_FAULTS : names.has(cell) ? NAME_FAULTS : OTHER_FAULTS)[kind];
        if (code !== undefined && cell < width) found.push({ cell, code, text });
      };
      const own = new Set<number>();
      rows.visit(row, (column, text, kind) => {
        own.add(column);
        add(column, text, covered.is(row, column, text) ? 'disguised' : kind);
      });
      for (const column of merged) {
        const from = own.has(column) ? undefined : heldAt(row, column);
        if (from !== undefined) add(column, from.text, from.kind);
      }
      return found;
    },
  };
};
