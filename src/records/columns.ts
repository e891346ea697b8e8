import type { OpenTable } from '../intake/open-table.ts';
import { KEY_FIELDS } from '../model/key-fields.ts';
import { remembered } from '../model/remembered.ts';
import type { Field, Ruleset } from '../model/ruleset.ts';
import { cellReader, plainNameTest, type Reading, unknownMarks } from './normalize-cell.ts';

/** A column of a table that holds a field of its record schema. */
export interface Column {
  readonly field: Field;
  /** Index of the field in the record schema. */
  readonly index: number;
  readonly cell: number;
  readonly heading: string;
  read(text: string): Reading;
}

/** What a unit itself goes by. */
const OWN = new Set(['code', 'name', 'year']);

/** Free text says nothing that could be wrong. */
const isChecked = ({ kind }: Field): boolean => kind !== 'text' && kind !== 'name';

/** The columns of a table by use: those that say which unit a row is about, and those that say something of it. */
export interface Columns {
  readonly key: Readonly<Record<string, Column | undefined>>;
  /** What says whose unit a row is: codes and names. */
  readonly parents: readonly Column[];
  readonly values: readonly Column[];
  /** Number of cells a row should have: up to the last heading that is not blank. */
  readonly width: number;
  isPlainName(text: string): boolean;
  /** Words that raise a warning in a column that no rule reads. */
  readonly watch: readonly string[];
}

/** Lines of headings that are kept with their columns, and cells of each. */
const KEPT = 256;
const KEPT_CELLS = 64;

/** By what the headings of a table say and are: the tables of a batch have the same ones again and again. */
const columnsBy = remembered((ruleset: Ruleset) => {
  const known = new Map<string, Columns>();
  return remembered((table: OpenTable): Columns => {
    if (table.headings.length > KEPT_CELLS) return columnsIn(table, ruleset);
    const key = JSON.stringify([table.table, table.columns, table.headings]);
    const columns = known.get(key) ?? columnsIn(table, ruleset);
    if (known.size < KEPT) known.set(key, columns);
    return columns;
  });
});

export const toColumns = (table: OpenTable, ruleset: Ruleset): Columns => columnsBy(ruleset)(table);

const columnsIn = (table: OpenTable, ruleset: Ruleset): Columns => {
  const unknowns = unknownMarks(ruleset.unknowns);
  const columns = ruleset.records[table.table].fields.flatMap((field, index): Column[] => {
    const cell = table.columns[index] ?? -1;
    return cell < 0 ? [] : [{ field, index, cell, heading: table.headings[cell]!, read: cellReader(field, unknowns) }];
  });
  const read = new Set(
    ruleset.indicators.filter(({ of }) => of === table.table).flatMap(({ condition }) => condition.fields),
  );
  const keys = columns.filter(({ field }) => KEY_FIELDS.has(field.name));
  return {
    key: Object.fromEntries(keys.map((column) => [column.field.name, column])),
    parents: keys.filter(({ field }) => !OWN.has(field.name)),
    values: columns.filter(({ field }) => !KEY_FIELDS.has(field.name) && (isChecked(field) || read.has(field.name))),
    isPlainName: plainNameTest(unknowns),
    watch: ruleset.records[table.table].watch,
    width: table.headings.reduce((last, heading, at) => (heading.trim() === '' ? last : at + 1), 0),
  };
};
