import type { Diagnostics } from '../diagnostics/diagnostics.ts';
import type { OpenTable } from '../intake/open-table.ts';
import type { Column } from './columns.ts';
import { isPlain } from './explain-cell.ts';
import type { Reading } from './normalize-cell.ts';
import { whereOf } from './row-index.ts';

const districtOf = (code: string | null | undefined): string | undefined => code?.slice(0, 6);

/**
 * The years of a table's rows. A blank below a filled one is that of the row above where the codes of both are of one
 * district; in a table of several years nobody can tell.
 */
export const rowYears = (
  table: OpenTable,
  column: Column | undefined,
  readKey: (column: Column, cells: readonly string[], row: number) => Reading,
  diagnostics: Diagnostics,
) => {
  const own = new Set<number>();
  /** Rows without a year before the first that has one. A column that is blank all the way down says nothing. */
  const yearless: number[] = [];
  let held: { year: number; code: string | null } | null = null;
  let filled: number | null = null;
  let lastText: string | undefined;
  let last: Reading | undefined;

  const refuseBlank = (row: number, text?: string): void => {
    diagnostics.add('year.blank', {}, whereOf(table, row, column!.cell, text));
  };

  return {
    /** Null where rows name none; undefined where it is missing or wrong. */
    read: (cells: readonly string[], row: number, code: string | null): number | null | undefined => {
      if (column === undefined) return null;
      const text = cells[column.cell]!;
      if (text !== lastText || last === undefined || !isPlain(last)) {
        last = readKey(column, cells, row);
        lastText = text;
        if (typeof last.value === 'number') own.add(last.value);
      }
      const { value, problem } = last;
      if (typeof value === 'number') {
        if (held === null || held.year !== value || districtOf(held.code) !== districtOf(code)) {
          held = { year: value, code };
        }
        return value;
      }
      if (problem !== undefined) return undefined;
      const district = districtOf(held?.code) ?? '';
      if (held !== null && code !== null && /^\d{6}$/.test(district) && code.startsWith(district)) {
        filled ??= row;
        diagnostics.add('record.filled-down', { heading: column.heading }, whereOf(table, row, column.cell, text));
        return held.year;
      }
      if (own.size === 0) {
        yearless.push(row);
        return null;
      }
      refuseBlank(row, text);
      return undefined;
    },
    /** Whether rows name a year, once there are no more. */
    end: (): boolean => {
      if (own.size > 0) for (const row of yearless) refuseBlank(row, '');
      if (filled !== null && own.size > 1) refuseBlank(filled);
      return own.size > 0;
    },
  };
};
