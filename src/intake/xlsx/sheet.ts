import { SHEET_ROWS } from './cell-name.ts';
import { Merges } from './merges.ts';
import { RowStore } from './row-store.ts';
import type { SharedStrings } from './shared-strings.ts';

/** What a sheet holds, as one reading found it. */
export interface Sheet {
  readonly rows: RowStore;
  readonly merges: Merges;
  /** A bit for each row with a cell that may hold no value: an error, a formula without one, a number too long, a date, what is struck out. */
  readonly marked: Uint8Array;
  readonly hidden: { first: number; count: number };
}

export const blankSheet = (strings: SharedStrings): Sheet => ({
  rows: new RowStore(strings),
  merges: new Merges(),
  marked: new Uint8Array(SHEET_ROWS >> 3),
  hidden: { first: -1, count: 0 },
});

export const mark = (marked: Uint8Array, row: number): void => {
  marked[row >> 3]! |= 1 << (row & 7);
};

export const isMarked = (marked: Uint8Array, row: number): boolean => (marked[row >> 3]! & (1 << (row & 7))) !== 0;
