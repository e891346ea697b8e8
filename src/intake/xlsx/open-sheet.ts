import type { Diagnostics } from '../../diagnostics/diagnostics.ts';
import type { Ruleset, TableName } from '../../model/ruleset.ts';
import { HEAD_ROWS, headOf, toKnown } from '../find-headings.ts';
import type { OpenTable } from '../open-table.ts';
import { readHeadings } from '../read-headings.ts';
import type { Headings } from '../recognise.ts';
import type { Sheet } from './sheet.ts';
import { sheetTable, sheetWhere } from './xlsx-table.ts';

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
  for (const { row, visit } of rows.rows()) {
    if (row >= HEAD_ROWS) break;
    while (first.length < row) first.push([]);
    const cells: string[] = [];
    visit((column, text) => {
      while (cells.length < column) cells.push('');
      cells.push(text);
    });
    first.push(cells);
  }
  return first;
};

/** Finds the headings of a sheet and opens its records; undefined where they make no sense. */
export const openSheet = (
  sheet: Sheet,
  { path, input, asked }: SheetRequest,
  ruleset: Ruleset,
  headings: Headings,
  diagnostics: Diagnostics,
): OpenTable | undefined => {
  const found = headOf(firstRows(sheet), toKnown(headings, ruleset));
  const head = { ...found, headings: withoutBlankEnd(found.headings) };
  const at = (row: number, column: number) => sheetWhere(path, row, column);
  const read = readHeadings(head, asked, ruleset, headings, diagnostics, at(0, 0), at);
  if (read === undefined) return undefined;
  return {
    input,
    path,
    ...read,
    headings: head.headings,
    above: head.row,
    isSheet: true,
    place: () => at(head.row, 0).place!(),
    ...sheetTable(sheet, head, read.columns, ruleset.records[read.table]),
  };
};
