import type { Diagnostics } from '../diagnostics/diagnostics.ts';
import type { OpenTable } from '../intake/open-table.ts';
import type { Column } from './columns.ts';
import { isPlain } from './explain-cell.ts';
import type { Reading } from './normalize-cell.ts';
import { whereOf } from './row-index.ts';
import { RowRuns } from './row-runs.ts';

/**
 * The years of a table's rows. A blank below a filled one is a merged cell; in a table of one year it can be no other,
 * in a table of several nobody can tell.
 */
export const rowYears = (
  table: OpenTable,
  column: Column | undefined,
  readKey: (column: Column, cells: readonly string[], row: number) => Reading,
  diagnostics: Diagnostics,
) => {
  const own = new Set<number>();
  /** Rows without a year before the first that has one. A column that is blank all the way down says nothing. */
  const yearless = new RowRuns();
  /** Blanks below the first year, taken as of that year until there is a second. */
  const filled = new RowRuns();
  let year: number | null = null;
  let lastText: string | undefined;
  let last: Reading | undefined;

  const where = (row: number, text = '') => whereOf(table, row, column!.cell, text);

  const refuseBlank = (row: number, text?: string): void => {
    diagnostics.add('year.blank', {}, where(row, text));
  };

  const readBlank = (row: number, text: string): number | null | undefined => {
    if (year === null) {
      yearless.add(row);
      return null;
    }
    if (own.size === 1 && text.trim() === '') {
      filled.add(row);
      return year;
    }
    refuseBlank(row, text);
    return undefined;
  };

  return {
    /** Null where rows name none; undefined where it is missing or wrong. */
    read: (cells: readonly string[], row: number): number | null | undefined => {
      if (column === undefined) return null;
      const text = cells[column.cell]!;
      if (text !== lastText || last === undefined || !isPlain(last)) {
        last = readKey(column, cells, row);
        lastText = text;
        if (typeof last.value === 'number') {
          year = last.value;
          own.add(year);
        }
      }
      const { value, problem } = last;
      if (typeof value === 'number') return value;
      return problem === undefined ? readBlank(row, text) : undefined;
    },
    /** Whether rows name a year, once there are no more. */
    end: (): boolean => {
      if (own.size > 0) yearless.drain((row) => refuseBlank(row));
      if (own.size > 1) filled.drain((row) => refuseBlank(row));
      else if (year !== null) {
        const only = { heading: column!.heading, year };
        filled.drain((row) => diagnostics.add('year.filled-down', only, where(row)));
      }
      return own.size > 0;
    },
  };
};
