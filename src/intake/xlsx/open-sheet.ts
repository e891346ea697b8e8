import type { Diagnostics } from '../../diagnostics/diagnostics.ts';
import type { Ruleset, TableName } from '../../model/ruleset.ts';
import { findHeadings, type Head } from '../find-headings.ts';
import { knownHeadings } from '../heading-index.ts';
import { type OpenTable, type ReadColumns, tableOf } from '../open-table.ts';
import { readHeadings } from '../read-headings.ts';
import { firstRows, type Sheet } from './sheet.ts';
import { type SheetNotes, sheetRows, sheetWhere } from './xlsx-table.ts';

interface SheetRequest {
  readonly path: string;
  readonly input: number;
  readonly asked: TableName | null;
}

const withoutBlankEnd = (cells: readonly string[]): string[] => {
  const last = cells.findLastIndex((cell) => cell.trim() !== '');
  return cells.slice(0, last + 1);
};

/**
 * A column whose heading is crossed out was withdrawn, which matters where it would be read; one whose heading is a
 * formula without a result may be any.
 */
const tellHeadings = (
  { rows, merges }: Sheet,
  { columns, further = [], dated = [] }: ReadColumns,
  path: string,
  { row, headings }: Head,
  diagnostics: Diagnostics,
): void => {
  const isRead = (column: number): boolean =>
    columns.includes(column) || [...further, ...dated].some(({ cell }) => cell === column);
  for (const [column, heading] of headings.entries()) {
    const from = merges.rowOf(row, column);
    rows.visit(from, (at, text, kind) => {
      if (at !== column) return;
      const code =
        kind === 'no-value' ? 'xlsx.no-value' : kind === 'withdrawn' && isRead(column) ? 'xlsx.withdrawn' : null;
      if (code !== null) diagnostics.add(code, { heading }, { ...sheetWhere(path, from, column), text });
    });
  }
};

/** Says what was made of the cells below the headings. */
const tell = (
  { numbers, merged, counts, nameless }: SheetNotes,
  path: string,
  { headings }: Head,
  diagnostics: Diagnostics,
): void => {
  for (const [column, { first, count }] of numbers) {
    diagnostics.add('xlsx.number-code', { heading: headings[column]! }, { ...sheetWhere(path, first, column), count });
  }
  for (const [column, { first, count }] of merged) {
    diagnostics.add('xlsx.merged-down', { heading: headings[column]! }, { ...sheetWhere(path, first, column), count });
  }
  for (const { row, column, units } of counts) {
    diagnostics.add('xlsx.merged-count', { heading: headings[column]!, units }, sheetWhere(path, row, column));
  }
  for (const [column, { first }] of nameless) {
    diagnostics.add('table.nameless-column', { column: column + 1 }, sheetWhere(path, first, column));
  }
};

/** Finds the headings of a sheet and opens its records; undefined where they make no sense. */
export const openSheet = (
  sheet: Sheet,
  { path, input, asked }: SheetRequest,
  ruleset: Ruleset,
  diagnostics: Diagnostics,
): OpenTable | undefined => {
  const above = firstRows(sheet);
  const found = findHeadings(above, sheet.merges.above(above.length), knownHeadings(ruleset));
  const head = { ...found, headings: withoutBlankEnd(found.headings) };
  // A heading over several rows stands in the first of them.
  const at = (row: number, column: number) => sheetWhere(path, sheet.merges.rowOf(row, column), column);
  const read = readHeadings(head, asked, ruleset, diagnostics, at(0, 0), at);
  if (read === undefined) return undefined;
  tellHeadings(sheet, read, path, head, diagnostics);
  const { first, count } = sheet.hidden;
  if (count > 0) diagnostics.add('xlsx.hidden-rows', {}, { ...sheetWhere(path, first, 0), count });
  const schema = ruleset.records[read.table]!;
  const rows = sheetRows(sheet, head, read, schema, (notes) => tell(notes, path, head, diagnostics));
  return tableOf(rows, head, read, { input, path, isSheet: true, place: (cell = 0) => at(head.row, cell).place!() });
};
