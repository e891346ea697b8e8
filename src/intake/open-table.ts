import type { Place } from '../model/place.ts';
import type { TableName } from '../model/ruleset.ts';

/** A cell as it stands in the file: where it begins and its raw text. */
export interface Cell {
  readonly line: number;
  readonly column: number;
  /** Its name in a spreadsheet. */
  readonly cell?: string;
  /** Of a CSV file: the cell in which a spreadsheet shows it. */
  readonly sheetCell?: string;
  readonly text: string;
}

/** The place of a cell in the file `path`. */
export const placeOf = (path: string, { line, column, cell, sheetCell }: Omit<Cell, 'text'>): Place => {
  if (cell !== undefined) return { path, line, column, cell };
  return sheetCell === undefined ? { path, line, column } : { path, line, column, sheetCell };
};

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
  /** Rows above the headings. */
  readonly above: number;
  /** A spreadsheet, or CSV as one saves it: blanks may be what merged cells left, and lines of the form stand around the records. */
  readonly isSheet: boolean;
  /** Where it begins: its headings; in YAML its list. Looked up on demand. */
  place(): Place;
  batches(): AsyncIterable<Batch>;
  /** The cells of a row by a second look at the input, short rows filled up with blanks at the row's end. */
  locate(row: number): readonly Cell[];
  /** The cells of a row that hold no value and yet are not blank. Only spreadsheets have such. */
  faults?(row: number): readonly CellFault[];
}
