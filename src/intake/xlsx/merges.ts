import { lastWhere } from '../../model/last-where.ts';
import { type CellRange, cellName, parseRange, SHEET_COLUMNS } from './cell-name.ts';
import { damaged, tooLarge } from './fault.ts';

const MAX_MERGES = 1 << 20;
/** In columns, all merged cells together. */
const MAX_WIDTH = 1 << 26;

/** Merged cells. */
export type Merge = CellRange;

/** The merged cells of a sheet, which never overlap. */
export class Merges {
  readonly #all: Merge[] = [];
  /** By their first column, those of several rows, from top to bottom. */
  readonly #byColumn = new Map<number, Merge[]>();

  /** By a column, all that reach over it, from top to bottom; looked up on demand. */
  readonly #over = new Map<number, Merge[]>();

  /** `range` as in the file, `A3:B4`. */
  add(range: string): void {
    const cells = parseRange(range);
    if (cells === undefined) throw damaged('merge', range);
    if (this.#all.length >= MAX_MERGES) throw tooLarge('merges');
    this.#all.push(cells);
  }

  /** To be called once all were added. */
  end(): void {
    this.#all.sort((a, b) => a.top - b.top);
    const filled = new Int32Array(SHEET_COLUMNS).fill(-1);
    let cells = 0;
    for (const { top, left, bottom, right } of this.#all) {
      cells += right - left + 1;
      if (cells > MAX_WIDTH) throw tooLarge('merges');
      for (let column = left; column <= right; column++) {
        if (filled[column]! >= top) throw damaged('merge', cellName(top, column));
        filled[column] = bottom;
      }
    }
    for (const merge of this.#all) {
      if (merge.bottom === merge.top) continue;
      const column = this.#byColumn.get(merge.left);
      if (column === undefined) this.#byColumn.set(merge.left, [merge]);
      else column.push(merge);
    }
  }

  /** From top to bottom. */
  get all(): readonly Merge[] {
    return this.#all;
  }

  /** Those that touch the rows above `below`: of headings and titles. */
  above(below: number): Merge[] {
    return this.#all.filter(({ top }) => top < below);
  }

  /** Columns in which cells of several rows are merged. */
  get columns(): number[] {
    return [...this.#byColumn.keys()];
  }

  /** Those of several rows that begin in a column, from top to bottom. */
  of(column: number): readonly Merge[] {
    return this.#byColumn.get(column) ?? [];
  }

  /** Those that reach over a column, from top to bottom. */
  over(column: number): readonly Merge[] {
    const known = this.#over.get(column) ?? this.#all.filter(({ left, right }) => left <= column && column <= right);
    this.#over.set(column, known);
    return known;
  }

  /** The merged cells that cover a cell, which is not their first. */
  coverOf(row: number, column: number): Merge | undefined {
    const merges = this.over(column);
    const merge = merges[lastWhere(merges.length, (at) => merges[at]!.top <= row)];
    return merge !== undefined && row <= merge.bottom && (merge.top < row || merge.left < column) ? merge : undefined;
  }

  /** The row whose cell in `column` holds the value for `row`: another one only inside merged cells. */
  rowOf(row: number, column: number): number {
    const merges = this.#byColumn.get(column);
    if (merges === undefined) return row;
    const merge = merges[lastWhere(merges.length, (at) => merges[at]!.top <= row)];
    return merge !== undefined && row <= merge.bottom ? merge.top : row;
  }
}
