import type { Where } from '../diagnostics/diagnostics.ts';
import { cellOfField, type OpenTable, placeOf } from '../intake/open-table.ts';
import { fieldIndex } from '../model/levels.ts';
import { lastWhere } from '../model/numbers.ts';
import { type Columns, namedIn } from './columns.ts';
import type { Named } from './named.ts';

/** Where a record stands: its row in its table, with the columns of that. */
interface Standing {
  readonly table: OpenTable;
  readonly columns: Columns;
  readonly row: number;
}

/** Numbers the rows of all tables one after another, so that one number says where a record stands. */
export class RowIndex {
  /** Each with the number of its row 0. */
  readonly #tables: { readonly table: OpenTable; readonly columns: Columns; readonly base: number }[] = [];

  /** `base` is the number of the table's row 0. Tables are opened in the order of their numbers. */
  open(table: OpenTable, columns: Columns, base: number): void {
    this.#tables.push({ table, columns, base });
  }

  find(row: number): Standing {
    const { table, columns, base } =
      this.#tables[lastWhere(this.#tables.length, (at) => this.#tables[at]!.base <= row)]!;
    return { table, columns, row: row - base };
  }

  /** What a record calls its own unit. */
  named(row: number): Named {
    const { table, columns, row: own } = this.find(row);
    const cells = table.locate(own);
    return namedIn(columns, (cell) => cells[cell]?.text ?? '');
  }

  /** The cell of `field`, or of the first of its row where the table has no such column. */
  where(row: number, field: string, text?: string): Where {
    const { table, columns, row: own } = this.find(row);
    return whereOf(table, own, cellOf(table, columns, field), text);
  }

  /** The cell of the first of `fields` that has a column, with the text that stands there. */
  whereWithText(row: number, ...fields: string[]): Where {
    const { table, columns, row: own } = this.find(row);
    const cell = fields.map((field) => cellOf(table, columns, field)).find((at) => at >= 0) ?? -1;
    return cell < 0 ? whereOf(table, own, cell) : whereItStands(table, own, cell);
  }

  /** The heading of the column of `field` in the table of `row`; the field's name where there is none. */
  headingOf(row: number, field: string): string {
    const { table, columns } = this.find(row);
    return table.headings[cellOf(table, columns, field)] ?? field;
  }
}

const cellOf = (table: OpenTable, { ruleset }: Columns, field: string): number =>
  cellOfField(table, fieldIndex(ruleset.records[table.table]!, field));

/** A cell of a table, its place looked up on demand; the first cell of the row for `cell` −1. */
export const whereOf = (table: OpenTable, row: number, cell: number, text?: string): Where => {
  const { path } = table;
  const place = () => {
    const cells = table.locate(row);
    return placeOf(path, cells[Math.max(0, cell)] ?? cells.at(-1) ?? { line: 1, column: 1 });
  };
  return text === undefined ? { path, place } : { path, place, text };
};

/** The same with the text that stands there. */
export const whereItStands = (table: OpenTable, row: number, cell: number): Where =>
  whereOf(table, row, cell, table.locate(row)[cell]?.text);
