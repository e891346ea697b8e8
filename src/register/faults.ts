import type { Diagnostics } from '../diagnostics/diagnostics.ts';
import type { OpenTable } from '../intake/open-table.ts';
import type { Severity } from '../model/diagnostic.ts';
import type { Columns } from './columns.ts';
import { whereOf } from './row-index.ts';

/**
 * Says which cells of a record hold no value and yet are not blank, as errors of formulas. Where one of them says
 * which unit the row is about the answer is null, else the cells with a blank in place of those that are judged.
 * Columns that nobody reads do not matter. Undefined for tables that have no such cells.
 */
export const faultReader = (
  table: OpenTable,
  { keys: keyColumns, values }: Columns,
  diagnostics: Diagnostics,
  severity: Severity | undefined,
): ((cells: readonly string[], row: number) => readonly string[] | null) | undefined => {
  if (table.faults === undefined) return undefined;
  const keys = new Map(keyColumns.map((column) => [column.cell, column] as const));
  const judged = new Map(values.map((column) => [column.cell, column]));
  return (cells, row) => {
    let isKnown = true;
    let blanked: string[] | undefined;
    for (const { cell, code, text } of table.faults!(row)) {
      const column = keys.get(cell) ?? judged.get(cell);
      if (column === undefined) continue;
      const isKey = keys.has(cell);
      diagnostics.add(code, { heading: column.heading }, whereOf(table, row, cell, text), isKey ? undefined : severity);
      isKnown &&= !isKey;
      blanked ??= [...cells];
      blanked[cell] = '';
    }
    return isKnown ? (blanked ?? cells) : null;
  };
};
