import type { Place } from '../model/place.ts';
import type { StoredKind } from './xlsx/row-store.ts';

/** A filled cell as it was read, its column counted from 0. */
export interface RawCell {
  readonly column: number;
  readonly text: string;
  /** What it is in a spreadsheet; all that CSV has is text. */
  readonly kind: StoredKind;
}

/** All cells of a sheet or CSV file, whether they are a table or not; rows count from 0. */
export interface SheetCells {
  readonly isCsv: boolean;
  /** `A3:B4` of each group of merged cells. */
  readonly merges: readonly string[];
  /** The rows that are filled, in order. */
  rows(): AsyncIterable<{ readonly row: number; readonly cells: readonly RawCell[] }>;
  /** Row and column of a place in it; all rows have to be read before. */
  find(place: Pick<Place, 'line' | 'column'>): { readonly row: number; readonly column: number };
}
