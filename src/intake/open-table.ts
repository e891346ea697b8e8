import type { Where } from '../diagnostics/diagnostics.ts';
import type { Place } from '../model/place.ts';
import type { TableName, Value } from '../model/ruleset.ts';

/** A cell as it stands in the file: where it begins and its raw text. */
export interface Cell {
  readonly line: number;
  readonly column: number;
  /** Its name in a spreadsheet. */
  readonly cell?: string;
  /** Of a CSV file: the cell in which a spreadsheet shows it. */
  readonly sheetCell?: string | undefined;
  readonly text: string;
}

/** The place of a cell in the file `path`. */
export const placeOf = (path: string, { line, column, cell, sheetCell }: Omit<Cell, 'text'>): Place => {
  if (cell !== undefined) return { path, line, column, cell };
  return sheetCell === undefined ? { path, line, column } : { path, line, column, sheetCell };
};

/** A place in the file `path`, its beginning by default, made on demand. */
export const whereIn = (
  path: string,
  { line, column }: Pick<Cell, 'line' | 'column'> = { line: 1, column: 1 },
): Where => ({
  path,
  place: () => ({ path, line, column }),
});

/** What a cell of a spreadsheet holds in place of a value. */
export interface CellFault {
  readonly cell: number;
  readonly code:
    | 'xlsx.error-value'
    | 'xlsx.no-value'
    | 'xlsx.withdrawn'
    | 'xlsx.shown-otherwise'
    | 'xlsx.long-code'
    | 'xlsx.date-code';
  readonly text: string;
}

/** Rows one after another; `first` is the ordinal of `rows[0]` in its table. */
export interface Batch {
  readonly first: number;
  readonly rows: readonly (readonly string[])[];
  /** Whether a quoted cell of a CSV file goes over several lines. */
  readonly spansLines?: boolean;
  /** Whether the last row ends a CSV file without a line break: it may have been cut off. */
  readonly isCut?: boolean;
}

/** One more column of a field. Where it stands for one `value` (标兵小区), marks below it say which rows have that. */
export interface FurtherColumn {
  readonly cell: number;
  readonly field: number;
  readonly value?: Value;
}

/** A column whose heading names a year: of `field` if that is the year judged, of `before` if it is the one before; -1 for none. */
export interface DatedColumn {
  readonly cell: number;
  readonly year: number;
  readonly field: number;
  readonly before: number;
}

/** A table of one input, its columns known, its rows to be read once or more often. */
export interface OpenTable {
  /** Index of its input. */
  readonly input: number;
  readonly path: string;
  readonly table: TableName;
  /** The headings as they stand in the file. */
  readonly headings: readonly string[];
  /** For each field of the record schema, in its order, the index of its cell, or -1. */
  readonly columns: readonly number[];
  readonly further?: readonly FurtherColumn[] | undefined;
  /** As long as the year judged is not known. */
  readonly dated?: readonly DatedColumn[] | undefined;
  /** The cells of headings that were not taken, each with the fields that it may have been meant for. */
  readonly unused?: readonly { readonly cell: number; readonly like: readonly number[] }[] | undefined;
  /** Rows above the headings. */
  readonly above: number;
  /** A spreadsheet, or CSV as one saves it: blanks may be what merged cells left, and lines of the form stand around the records. */
  readonly isSheet: boolean;
  /** Where it begins: its headings, or the one of a cell; in YAML its list. Looked up on demand. */
  place(cell?: number): Place;
  batches(): AsyncIterable<Batch>;
  /** The cells of a row with their places, looked up in the input; short rows filled up with blanks at the row's end. */
  readonly locate: (row: number) => readonly Cell[];
  /** The cells of a row that hold no value and yet are not blank. Only spreadsheets have such. */
  readonly faults?: ((row: number) => readonly CellFault[]) | undefined;
}

/**
 * The rows of an input as they stand, its headings and what is above them too, whatever keeps them: CSV the bytes where
 * they begin, a sheet its rows as JSON, YAML its values.
 */
export interface Rows {
  /** From the row `from` on. */
  batches(from: number): AsyncIterable<Batch>;
  readonly locate: OpenTable['locate'];
  readonly faults?: OpenTable['faults'];
}

/** Which table headings are of, and where its fields stand. */
export type ReadColumns = Pick<OpenTable, 'table' | 'columns' | 'further' | 'dated' | 'unused'>;

/**
 * The table of `rows` below its headings, which stand in the row `head.row`; -1 where none does. Property by property:
 * V8 would describe the shape of each of a folder's tables anew where they were spread.
 */
export const tableOf = (
  rows: Rows,
  { row: head, headings }: { readonly row: number; readonly headings: readonly string[] },
  { table, columns, further, dated, unused }: ReadColumns,
  { input, path, isSheet, place }: Pick<OpenTable, 'input' | 'path' | 'isSheet' | 'place'>,
): OpenTable => ({
  input,
  path,
  table,
  columns,
  further,
  dated,
  unused,
  headings,
  above: Math.max(0, head),
  isSheet,
  place,
  batches: () => rows.batches(head + 1),
  locate: rows.locate,
  faults: rows.faults,
});

/** Lets timers and interrupts have their turn. */
export const pause = (): Promise<void> =>
  new Promise((done) => {
    (globalThis.setImmediate ?? setTimeout)(done);
  });

/** The cell of a field, the first of several; -1 where the table has none. */
export const cellOfField = ({ columns, further = [] }: OpenTable, field: number): number => {
  const cell = columns[field] ?? -1;
  return cell >= 0 ? cell : (further.find((each) => each.field === field)?.cell ?? -1);
};
