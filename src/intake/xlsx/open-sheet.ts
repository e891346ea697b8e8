import type { Diagnostics, Where } from '../../diagnostics/diagnostics.ts';
import type { FieldKind, RecordSchema, Ruleset, TableName } from '../../model/ruleset.ts';
import { cellName } from '../../model/spreadsheet.ts';
import { findHeadings, type Head } from '../find-headings.ts';
import { knownHeadings } from '../heading-index.ts';
import {
  type Batch,
  type Cell,
  type CellFault,
  type OpenTable,
  pause,
  type ReadColumns,
  type Rows,
  tableOf,
} from '../open-table.ts';
import { readHeadings } from '../read-headings.ts';
import { type CellKind, firstRows, isFilledAt, isPlainRow, kindAt, type Sheet, type SheetRow } from './sheet.ts';

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

const FAULTS: Readonly<Partial<Record<CellKind, CellFault['code']>>> = {
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

interface SheetNotes {
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

const NO_FAULTS: readonly CellFault[] = [];

/** The rows of a sheet as records of a table. In merged cells of several rows each row has the value of the first. `onNotes` is called after the first reading. */
const sheetRows = (
  { rows, merges }: Sheet,
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

  /** The first of the merged cells in which a blank cell lies; undefined outside such. */
  const held = new Map<number, { readonly row: number; readonly text: string; readonly kind: CellKind }>();
  const heldAt = (row: number, column: number) => {
    const from = merges.rowOf(row, column);
    if (from === row || from <= headRow) return undefined;
    const known = held.get(column);
    if (known?.row === from) return known;
    const first = rows.at(from);
    const found = { row: from, text: first.texts[column] ?? '', kind: kindAt(first, column) };
    held.set(column, found);
    return found;
  };

  /** The columns that are read in which merged cells may cover others. */
  const covered = new Set([...read].filter((column) => merges.over(column).some(({ bottom }) => bottom > headRow)));
  /** Whether a program does not show a text: merged cells cover it and show another. */
  const isCovered = (row: number, column: number, text: string): boolean => {
    const merge = text === '' || !covered.has(column) ? undefined : merges.at(row, column);
    return merge !== undefined && (rows.at(merge.top).texts[merge.left] ?? '') !== text;
  };

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

  const noteCells = (own: SheetRow, notes: SheetNotes): void => {
    for (let column = 0; column < own.texts.length; column++) {
      if (column >= width && isFilledAt(own, column)) count(notes.nameless, column, own.row);
      else if (codes.has(column) && kindAt(own, column) === 'number') count(notes.numbers, column, own.row);
    }
  };

  const readRow = (own: SheetRow, notes?: SheetNotes): string[] => {
    const texts = blank.slice();
    let isFilled = false;
    for (let column = 0; column < Math.min(width, own.texts.length); column++) {
      texts[column] = own.texts[column]!;
      isFilled ||= isFilledAt(own, column);
    }
    if (notes) noteCells(own, notes);
    if (!isFilled) return texts;
    // What stands beside a record may be its own, moved by one.
    const beside = own.texts.slice(width, width + BESIDE);
    texts.push(...beside.slice(0, 1 + beside.findLastIndex((_, at) => isFilledAt(own, width + at))));
    if (merged.length > 0) fillMerged(texts, own.row, notes);
    return texts;
  };

  return {
    async *batches(from): AsyncGenerator<Batch> {
      let first = from;
      let batch: (readonly string[])[] = [];
      const notes: SheetNotes = { numbers: new Map(), merged: new Map(), counts: [], nameless: new Map() };
      for (const own of rows.all()) {
        if (own.row < from) continue;
        while (first + batch.length < own.row) {
          batch.push(blank);
          if (batch.length < BATCH) continue;
          yield { first, rows: batch };
          first += batch.length;
          batch = [];
        }
        batch.push(readRow(own, notes));
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
      readRow(rows.at(row)).map(
        (text, column): Cell => ({ line: row + 1, column: column + 1, cell: cellName(row, column), text }),
      ),
    faults: (row) => {
      const own = rows.at(row);
      if (isPlainRow(own) && merged.length + covered.size === 0) return NO_FAULTS;
      const found: CellFault[] = [];
      const add = (cell: number, text: string, kind: CellKind) => {
        const code = (codes.has(cell) ? CODE_FAULTS : names.has(cell) ? NAME_FAULTS : OTHER_FAULTS)[kind];
        if (code !== undefined) found.push({ cell, code, text });
      };
      for (let column = 0; column < Math.min(width, own.texts.length); column++) {
        const text = own.texts[column]!;
        add(column, text, isCovered(row, column, text) ? 'disguised' : kindAt(own, column));
      }
      for (const column of merged) {
        const from = isFilledAt(own, column) ? undefined : heldAt(row, column);
        if (from !== undefined) add(column, from.text, from.kind);
      }
      return found;
    },
  };
};

interface SheetRequest {
  readonly path: string;
  readonly input: number;
  readonly asked: TableName | null;
}

const withoutBlankEnd = (cells: readonly string[]): string[] => {
  const last = cells.findLastIndex((cell) => cell.trim() !== '');
  return cells.slice(0, last + 1);
};

/**
 * A column whose heading is crossed out was withdrawn, which matters where it would be read; one whose heading is a
 * formula without a result may be any.
 */
const tellHeadings = (
  { rows, merges }: Sheet,
  { columns, further = [], dated = [] }: ReadColumns,
  path: string,
  { row, headings }: Head,
  diagnostics: Diagnostics,
): void => {
  const isRead = (column: number): boolean =>
    columns.includes(column) || [...further, ...dated].some(({ cell }) => cell === column);
  for (const [column, heading] of headings.entries()) {
    const first = rows.at(merges.rowOf(row, column));
    const [text, kind] = [first.texts[column] ?? '', kindAt(first, column)];
    const code =
      kind === 'no-value' ? 'xlsx.no-value' : kind === 'withdrawn' && isRead(column) ? 'xlsx.withdrawn' : null;
    if (code !== null) diagnostics.add(code, { heading }, { ...sheetWhere(path, first.row, column), text });
  }
};

/** Says what was made of the cells below the headings. */
const tell = (
  { numbers, merged, counts, nameless }: SheetNotes,
  path: string,
  { headings }: Head,
  diagnostics: Diagnostics,
): void => {
  for (const [column, { first, count }] of numbers) {
    diagnostics.add('xlsx.number-code', { heading: headings[column]! }, { ...sheetWhere(path, first, column), count });
  }
  for (const [column, { first, count }] of merged) {
    diagnostics.add('xlsx.merged-down', { heading: headings[column]! }, { ...sheetWhere(path, first, column), count });
  }
  for (const { row, column, units } of counts) {
    diagnostics.add('xlsx.merged-count', { heading: headings[column]!, units }, sheetWhere(path, row, column));
  }
  for (const [column, { first }] of nameless) {
    diagnostics.add('table.nameless-column', { column: column + 1 }, sheetWhere(path, first, column));
  }
};

/** Finds the headings of a sheet and opens its records; undefined where they make no sense. */
export const openSheet = (
  sheet: Sheet,
  { path, input, asked }: SheetRequest,
  ruleset: Ruleset,
  diagnostics: Diagnostics,
): OpenTable | undefined => {
  const above = firstRows(sheet);
  const found = findHeadings(above, sheet.merges.above(above.length), knownHeadings(ruleset));
  const head = { ...found, headings: withoutBlankEnd(found.headings) };
  // A heading over several rows stands in the first of them.
  const at = (row: number, column: number) => sheetWhere(path, sheet.merges.rowOf(row, column), column);
  const read = readHeadings(head, asked, ruleset, diagnostics, at(0, 0), at);
  if (read === undefined) return undefined;
  tellHeadings(sheet, read, path, head, diagnostics);
  const { first, count } = sheet.hidden;
  if (count > 0) diagnostics.add('xlsx.hidden-rows', {}, { ...sheetWhere(path, first, 0), count });
  const schema = ruleset.records[read.table]!;
  const rows = sheetRows(sheet, head, read, schema, (notes) => tell(notes, path, head, diagnostics));
  return tableOf(rows, head, read, { input, path, isSheet: true, place: (cell = 0) => at(head.row, cell).place!() });
};
