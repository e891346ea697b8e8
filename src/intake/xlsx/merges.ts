import { lastWhere } from '../../model/last-where.ts';
import { parseCellName } from './cell-name.ts';
import { damaged, tooLarge } from './fault.ts';

const MAX_MERGES = 1 << 20;

/** Merged cells, rows and columns counted from 0, the last ones included. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** The merged cells of a sheet, which never overlap. */
export class Merges {
  readonly #all: Merge[] = [];
  /** By their first column, those of several rows, from top to bottom. */
  #byColumn = new Map<number, Merge[]>();

  get size(): number {
    return this.#all.length;
  }

  /** `range` as in the file, `A3:B4`. */
  add(range: string): void {
    const [from = '', to = from] = range.split(':');
    const [start, end] = [parseCellName(from), parseCellName(to)];
    if (start === undefined || end === undefined || end.row < start.row || end.column < start.column) {
      throw damaged('merge', range);
    }
    if (this.#all.length >= MAX_MERGES) throw tooLarge('merges');
    this.#all.push({ top: start.row, left: start.column, bottom: end.row, right: end.column });
  }

  /** To be called once all were added. */
  end(): void {
    for (const merge of this.#all) {
      if (merge.bottom === merge.top) continue;
      const column = this.#byColumn.get(merge.left);
      if (column === undefined) this.#byColumn.set(merge.left, [merge]);
      else column.push(merge);
    }
    for (const column of this.#byColumn.values()) {
      column.sort((a, b) => a.top - b.top);
      column.forEach((merge, at) => {
        if (at > 0 && merge.top <= column[at - 1]!.bottom) throw damaged('merge', `${merge.top + 1}`);
      });
    }
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

  /** The row whose cell in `column` holds the value for `row`: another one only inside merged cells. */
  rowOf(row: number, column: number): number {
    const merges = this.#byColumn.get(column);
    if (merges === undefined) return row;
    const merge = merges[lastWhere(merges.length, (at) => merges[at]!.top <= row)];
    return merge !== undefined && row <= merge.bottom ? merge.top : row;
  }
}
