import type { Diagnostics } from '../../diagnostics/diagnostics.ts';
import type { Ruleset, TableName } from '../../model/ruleset.ts';
import { HEAD_ROWS, type Head, toKnown } from '../find-headings.ts';
import type { OpenTable } from '../open-table.ts';
import { readHeadings } from '../read-headings.ts';
import type { Headings } from '../recognise.ts';
import { sheetHead } from './merged-headings.ts';
import type { Sheet } from './sheet.ts';
import { type SheetNotes, sheetTable, sheetWhere } from './xlsx-table.ts';

/** Longer instructions than these stand above no headings. */
const HEAD_CHARACTERS = 1 << 20;

interface SheetRequest {
  readonly path: string;
  readonly input: number;
  readonly asked: TableName | null;
}

const withoutBlankEnd = (cells: readonly string[]): string[] => {
  const last = cells.findLastIndex((cell) => cell.trim() !== '');
  return cells.slice(0, last + 1);
};

/** The first rows, blank ones included. */
const firstRows = ({ rows }: Sheet): string[][] => {
  const first: string[][] = [];
  let length = 0;
  for (const { row, visit } of rows.rows()) {
    if (row >= HEAD_ROWS || length > HEAD_CHARACTERS) break;
    while (first.length < row) first.push([]);
    const cells: string[] = [];
    visit((column, text) => {
      while (cells.length < column) cells.push('');
      cells.push(text);
      length += text.length;
    });
    first.push(cells);
  }
  return first;
};

/** Says what was made of the cells below the headings. */
const tell = (
  { numbers, merged, nameless }: SheetNotes,
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
  for (const [column, { first }] of nameless) {
    diagnostics.add('table.nameless-column', { column: column + 1 }, sheetWhere(path, first, column));
  }
};

/** Finds the headings of a sheet and opens its records; undefined where they make no sense. */
export const openSheet = (
  sheet: Sheet,
  { path, input, asked }: SheetRequest,
  ruleset: Ruleset,
  headings: Headings,
  diagnostics: Diagnostics,
): OpenTable | undefined => {
  const found = sheetHead(firstRows(sheet), sheet.merges, toKnown(headings, ruleset));
  const head = { ...found, headings: withoutBlankEnd(found.headings) };
  // A heading over several rows stands in the first of them.
  const at = (row: number, column: number) => sheetWhere(path, sheet.merges.rowOf(row, column), column);
  const read = readHeadings(head, asked, ruleset, headings, diagnostics, at(0, 0), at);
  if (read === undefined) return undefined;
  const { first, count } = sheet.hidden;
  if (count > 0) diagnostics.add('xlsx.hidden-rows', {}, { ...sheetWhere(path, first, 0), count });
  return {
    input,
    path,
    ...read,
    headings: head.headings,
    above: head.row,
    isSheet: true,
    place: () => at(head.row, 0).place!(),
    ...sheetTable(sheet, head, read.columns, ruleset.records[read.table], (notes) =>
      tell(notes, path, head, diagnostics),
    ),
  };
};
