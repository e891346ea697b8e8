import type { Where } from '../diagnostics/diagnostics.ts';
import { cellOfField, type OpenTable, placeOf } from '../intake/open-table.ts';
import { lastWhere } from '../model/last-where.ts';
import { fieldIndex } from '../model/levels.ts';
import type { Ruleset } from '../model/ruleset.ts';

interface Span {
  readonly table: OpenTable;
  readonly base: number;
}

/** Numbers the rows of all tables one after another, so that one number says where a record stands. */
export class RowIndex {
  readonly #spans: Span[] = [];
  readonly #ruleset: Ruleset;

  constructor(ruleset: Ruleset) {
    this.#ruleset = ruleset;
  }

  /** `base` is the number of the table's row 0. Tables are opened in the order of their numbers. */
  open(table: OpenTable, base: number): void {
    this.#spans.push({ table, base });
  }

  find(row: number): { readonly table: OpenTable; readonly row: number } {
    const { table, base } = this.#spans[lastWhere(this.#spans.length, (span) => this.#spans[span]!.base <= row)]!;
    return { table, row: row - base };
  }

  /** The cell of `field`, or of the first of its row where the table has no such column. */
  where(row: number, field: string, text?: string): Where {
    const { table, row: own } = this.find(row);
    return whereOf(table, own, this.#cellOf(table, field), text);
  }

  /** The cell of the first of `fields` that has a column, with the text that stands there. */
  whereWithText(row: number, ...fields: string[]): Where {
    const { table, row: own } = this.find(row);
    const cell = fields.map((field) => this.#cellOf(table, field)).find((at) => at >= 0) ?? -1;
    return whereOf(table, own, cell, cell < 0 ? undefined : table.locate(own)[cell]?.text);
  }

  /** The heading of the column of `field` in the table of `row`; the field's name where there is none. */
  headingOf(row: number, field: string): string {
    const { table } = this.find(row);
    return table.headings[this.#cellOf(table, field)] ?? field;
  }

  #cellOf(table: OpenTable, field: string): number {
    return cellOfField(table, fieldIndex(this.#ruleset.records[table.table]!, field));
  }
}

/** A cell of a table, its place looked up on demand; the first cell of the row for `cell` −1. */
export const whereOf = (table: OpenTable, row: number, cell: number, text?: string): Where => {
  const { path } = table;
  const place = () => {
    const cells = table.locate(row);
    return placeOf(path, cells[Math.max(0, cell)] ?? cells.at(-1) ?? { line: 1, column: 1 });
  };
  return text === undefined ? { path, place } : { path, place, text };
};
