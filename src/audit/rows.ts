import type { OpenTable } from '../intake/open-table.ts';
import type { Witness } from '../model/assessment.ts';
import type { Ruleset, TableName } from '../model/ruleset.ts';
import { toColumns } from '../register/columns.ts';
import { textOf } from '../register/normalize-cell.ts';
import type { CellRef } from './cell-edit.ts';

/** A cell of one of several files. */
export interface FileCell extends CellRef {
  /** Index of the file. */
  readonly file: number;
}

/** The raw text of a field in a row; blank where the table has no such column. */
export const textAt = (table: OpenTable, { records }: Ruleset, row: number, field: string): string => {
  const at = records[table.table]!.fields.findIndex(({ name }) => name === field);
  return table.locate(row)[table.columns[at] ?? -1]?.text ?? '';
};

/** Looks up the row of a witness by its place. Several rows may claim one: in YAML, records inherit cells. */
export const rowFinder = (files: readonly (readonly OpenTable[])[], ruleset: Ruleset) => {
  const rows = new Map<string, { readonly file: number; readonly table: OpenTable; readonly row: number }[]>();
  const keyOf = (path: string, line: number, column: number): string => `${path}:${line}:${column}`;
  for (const [file, tables] of files.entries()) {
    for (const table of tables) {
      for (let row = table.above; table.locate(row).length > 0 || row <= table.above; row++) {
        for (const { line, column } of table.locate(row)) {
          const key = keyOf(table.path, line, column);
          const known = rows.get(key) ?? [];
          if (known.at(-1)?.row !== row || known.at(-1)?.table !== table) known.push({ file, table, row });
          rows.set(key, known);
        }
      }
    }
  }
  const columns = new Map(files.flat().map((table) => [table, toColumns(table, ruleset).keys]));
  /** What a row says of the code or name of its unit, or of a parent by the name of the field. */
  const named = (table: OpenTable, row: number, field: string): string | null => {
    const column = columns.get(table)!.find((each) => each.field.role === field || each.field.name === field);
    return column === undefined ? null : textOf(column.read(table.locate(row)[column.cell]?.text ?? ''));
  };

  return {
    named,
    find: ({ place, code, name, field }: Witness, table: TableName): FileCell | null => {
      if (place === null) return null;
      const found = rows
        .get(keyOf(place.path, place.line, place.column))
        ?.find(
          (each) =>
            each.table.table === table &&
            named(each.table, each.row, 'code') === code &&
            named(each.table, each.row, 'name') === name,
        );
      return found === undefined ? null : { file: found.file, table, row: found.row, field };
    },
  };
};
