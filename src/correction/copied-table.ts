import type { OpenTable } from '../intake/open-table.ts';
import type { Field, Ruleset } from '../model/ruleset.ts';
import type { Language } from '../model/text.ts';
import { labelsIn } from '../report/lookups.ts';

/** What is known of the columns of a sheet or CSV file that is copied; of one without known headings, nothing. */
export interface CopiedTable {
  /** Counted from 0; -1 where there is none. */
  readonly headingRow: number;
  /** The columns of code and name of the unit that a row is about. */
  readonly ownColumns: readonly number[];
  readonly yearColumns: readonly number[];
  fieldAt(column: number): Field | undefined;
  headingAt(column: number): string | null;
  /** What may be chosen in a cell, as the office writes it. */
  labelsAt(row: number, column: number): readonly string[];
}

const UNKNOWN: CopiedTable = {
  headingRow: -1,
  ownColumns: [],
  yearColumns: [],
  fieldAt: () => undefined,
  headingAt: () => null,
  labelsAt: () => [],
};

export const copiedTable = (table: OpenTable | undefined, ruleset: Ruleset, language: Language): CopiedTable => {
  if (table === undefined) return UNKNOWN;
  const { fields } = ruleset.records[table.table]!;
  const byColumn = new Map(fields.map((field, at) => [table.columns[at]!, field]));
  byColumn.delete(-1);
  const labels = new Map([...byColumn].map(([column, field]) => [column, [...labelsIn(field, language).values()]]));
  const columnsOf = (names: readonly string[]) =>
    [...byColumn].filter(([, { name }]) => names.includes(name)).map(([column]) => column);
  return {
    headingRow: table.above,
    ownColumns: columnsOf(['code', 'name']),
    yearColumns: columnsOf(['year']),
    fieldAt: (column) => byColumn.get(column),
    headingAt: (column) => table.headings[column] ?? null,
    labelsAt: (row, column) => (row > table.above ? (labels.get(column) ?? []) : []),
  };
};
