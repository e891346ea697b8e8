import type { Merges } from './merges.ts';
import type { RowStore } from './row-store.ts';

/** The cells of the columns that are read whose texts a program does not show: merged cells cover them and show another. */
export const coveredCells = (rows: RowStore, merges: Merges, read: ReadonlySet<number>, headRow: number) => {
  const columns = new Set([...read].filter((column) => merges.over(column).some(({ bottom }) => bottom > headRow)));

  const is = (row: number, column: number, text: string): boolean => {
    const cover = text === '' || !columns.has(column) ? undefined : merges.coverOf(row, column);
    if (cover === undefined) return false;
    let shown = '';
    rows.visit(cover.top, (at, other) => {
      if (at === cover.left) shown = other;
    });
    return shown !== text;
  };

  return {
    is,
    /** Whether there are any in a row. */
    isIn: (texts: readonly string[], row: number): boolean => {
      for (const column of columns) if (is(row, column, texts[column]!)) return true;
      return false;
    },
  };
};
