import type { OpenTable } from '../intake/open-table.ts';
import { fieldIndex } from '../model/levels.ts';
import type { Ruleset, TableName } from '../model/ruleset.ts';
import { toColumns } from '../register/columns.ts';
import { textOf } from '../register/normalize-cell.ts';

/** A cell by its table, the row as intake counts it, and its field. */
export interface CellRef {
  readonly table: TableName;
  readonly row: number;
  readonly field: string;
}

/** A cell of one of several files, `file` being the index of it. */
export interface FileCell extends CellRef {
  readonly file: number;
}

/** What a cell is to hold instead. */
export interface CellEdit extends CellRef {
  readonly text: string;
}

/** An edit that the file cannot take: its encoding has no bytes for the text, or its syntax no place for it. */
export class CannotEditError extends Error {
  readonly reason: 'encoding' | 'alias' | 'shape';

  constructor(reason: CannotEditError['reason']) {
    super(`cannot edit: ${reason}`);
    this.reason = reason;
  }
}

export const refKey = ({ table, row, field }: CellRef): string => `${table} ${row} ${field}`;

/** Of the tables of each file, the one that a cell is in. */
export const tableOf = <T extends OpenTable>(tables: readonly (readonly T[])[], cell: FileCell): T =>
  tables[cell.file]!.find(({ table }) => table === cell.table)!;

const columnOf = ({ table, columns }: OpenTable, { records }: Ruleset, field: string): number =>
  columns[fieldIndex(records[table]!, field)] ?? -1;

/** The raw text of a field in a row; blank where the table has no such column. */
export const textAt = (table: OpenTable, ruleset: Ruleset, row: number, field: string): string =>
  table.locate(row)[columnOf(table, ruleset, field)]?.text ?? '';

/** What a row says of the code or name of its unit, or of a parent by the name of the field; null for nothing. */
export const keyAt = (table: OpenTable, ruleset: Ruleset, row: number, field: string): string | null => {
  const column = toColumns(table, ruleset).keys.find((each) => each.field.role === field || each.field.name === field);
  return column === undefined ? null : textOf(column.read(table.locate(row)[column.cell]?.text ?? ''));
};

const HAN = /\p{Script=Han}/u;

export const isChinese = (text: string): boolean => HAN.test(text);

/** The heading of a field, or the one that it gets once an answer needs a column: in Chinese, unless none of the others is. */
export const headingOf = (table: OpenTable, ruleset: Ruleset, field: string): string => {
  const known = table.headings[columnOf(table, ruleset, field)];
  if (known !== undefined) return known;
  if (!table.headings.some(isChinese)) return field;
  return ruleset.records[table.table]!.fields.find(({ name }) => name === field)?.headings.find(isChinese) ?? field;
};

/** The field of a record that names its evidence, where there is one: written, never asked. */
export const evidenceField = ({ records }: Ruleset, table: TableName): string | undefined =>
  records[table]!.fields.find(({ role }) => role === 'evidence')?.name;
