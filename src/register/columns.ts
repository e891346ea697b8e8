import type { OpenTable } from '../intake/open-table.ts';
import { isKeyField } from '../model/levels.ts';
import { remembered } from '../model/remembered.ts';
import type { Field, Ruleset } from '../model/ruleset.ts';
import { MARKS, markReader } from './marks.ts';
import { cellReader, plainNameTest, type Reading, unknownMarks } from './normalize-cell.ts';

/** A column of a table that holds a field of its record schema. */
export interface Column {
  readonly field: Field;
  /** Index of the field in the record schema. */
  readonly index: number;
  readonly cell: number;
  readonly heading: string;
  /** What may be entered, where that is a choice. */
  readonly known: readonly string[];
  read(text: string): Reading;
}

/** Several columns of one field: one for each of its values, or in two words. */
export interface ColumnGroup {
  readonly index: number;
  readonly columns: readonly Column[];
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
  /** Those of `values` of which several belong to one field. */
  readonly groups: readonly ColumnGroup[];
  /** Number of cells a row should have: up to the last heading that is not blank. */
  readonly width: number;
  isPlainName(text: string): boolean;
  /** Words that raise a warning in a column that no rule reads. */
  readonly watch: readonly string[];
}

const columnsOf = (table: OpenTable, ruleset: Ruleset, unknowns: ReadonlySet<string>): readonly Column[] => {
  const { fields } = ruleset.records[table.table];
  const plain = fields.flatMap((field, index): Column[] => {
    const cell = table.columns[index] ?? -1;
    if (cell < 0) return [];
    const { labelTexts: known } = field;
    return [{ field, index, cell, heading: table.headings[cell]!, known, read: cellReader(field, unknowns) }];
  });
  const further = (table.further ?? []).map(({ cell, field: index, value }): Column => {
    const field = fields[index]!;
    const heading = table.headings[cell]!;
    return value === undefined
      ? { field, index, cell, heading, known: field.labelTexts, read: cellReader(field, unknowns) }
      : { field, index, cell, heading, known: MARKS, read: markReader(field, value, unknowns) };
  });
  return [...plain, ...further];
};

const groupsOf = (values: readonly Column[]): readonly ColumnGroup[] => {
  const several = values.flatMap(({ index }, at) =>
    values.findIndex((each) => each.index === index) < at ? [index] : [],
  );
  return [...new Set(several)].map((index) => ({ index, columns: values.filter((each) => each.index === index) }));
};

/** Lines of headings that are kept with their columns, and cells of each. */
const KEPT = 256;
const KEPT_CELLS = 64;

/** By what the headings of a table say and are: the tables of a batch have the same ones again and again. */
const columnsBy = remembered((ruleset: Ruleset) => {
  const known = new Map<string, Columns>();
  return remembered((table: OpenTable): Columns => {
    if (table.headings.length > KEPT_CELLS) return columnsIn(table, ruleset);
    const key = JSON.stringify([table.table, table.columns, table.headings, table.further]);
    const columns = known.get(key) ?? columnsIn(table, ruleset);
    if (known.size < KEPT) known.set(key, columns);
    return columns;
  });
});

export const toColumns = (table: OpenTable, ruleset: Ruleset): Columns => columnsBy(ruleset)(table);

const columnsIn = (table: OpenTable, ruleset: Ruleset): Columns => {
  const unknowns = unknownMarks(ruleset.unknowns);
  const columns = columnsOf(table, ruleset, unknowns);
  const read = new Set(
    ruleset.indicators.filter(({ of }) => of === table.table).flatMap(({ condition }) => condition.fields),
  );
  const keys = columns.filter(({ field }) => isKeyField(field));
  const values = columns.filter(({ field }) => !isKeyField(field) && (isChecked(field) || read.has(field.name)));
  return {
    key: Object.fromEntries(keys.map((column) => [column.field.name, column])),
    parents: keys.filter(({ field }) => !OWN.has(field.name)),
    values,
    groups: groupsOf(values),
    isPlainName: plainNameTest(unknowns),
    watch: ruleset.records[table.table].watch,
    width: table.headings.reduce((last, heading, at) => (heading.trim() === '' ? last : at + 1), 0),
  };
};
