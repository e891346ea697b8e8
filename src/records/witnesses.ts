import type { OpenTable } from '../intake/open-table.ts';
import type { Witness } from '../model/assessment.ts';
import type { RecordValues, Ruleset, Value } from '../model/ruleset.ts';
import { type Columns, toColumns } from './columns.ts';
import type { RowIndex } from './row-index.ts';

/** Looks a record up again in its input and shows the cell that made the finding what it is. */
export const witnessFinder = (index: RowIndex, ruleset: Ruleset) => {
  const known = new Map<OpenTable, Columns>();
  const columnsOf = (table: OpenTable): Columns => {
    const columns = known.get(table) ?? toColumns(table, ruleset);
    known.set(table, columns);
    return columns;
  };

  /** `decide` names the deciding field of the record. */
  return (row: number, decide: string | ((record: RecordValues) => string)): Witness => {
    const { table, row: own } = index.find(row);
    const columns = columnsOf(table);
    const cells = table.locate(own);
    const textOf = (field: 'code' | 'name') => {
      const column = columns.key[field];
      const cell = column && cells[column.cell];
      return column && cell ? { raw: cell.text, value: column.read(cell.text).value } : undefined;
    };
    const record: Record<string, Value> = {};
    for (const { field, cell, read } of columns.values) {
      const value = read(cells[cell]?.text ?? '').value;
      if (value !== undefined) record[field.name] = value;
    }
    const field = typeof decide === 'string' ? decide : decide(record);
    const code = textOf('code')?.value;
    const name = textOf('name');
    const column = columns.values.find((other) => other.field.name === field);
    const cell = column === undefined ? undefined : cells[column.cell];
    const { line, column: at } = cell ?? cells[0] ?? { line: 1, column: 1 };
    return {
      code: code === undefined ? null : String(code),
      name: name?.value === undefined ? null : name.raw,
      place: { path: table.path, line, column: at },
      field,
      heading: column?.heading ?? null,
      text: cell?.text ?? null,
    };
  };
};
