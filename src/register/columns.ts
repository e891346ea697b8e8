import type { OpenTable } from '../intake/open-table.ts';
import { foldLabel } from '../model/fold.ts';
import { holdersOf, levelOfTable, outerLevels } from '../model/levels.ts';
import { remembered } from '../model/remembered.ts';
import type { Field, Level, Ruleset, Value } from '../model/ruleset.ts';
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

/** The columns by which a table says in which unit of a level its records lie. */
export interface ParentColumns {
  readonly level: Level;
  readonly code: Column | undefined;
  readonly name: Column | undefined;
}

/** The columns of a table by use: those that say which unit a row is about, and those that say something of it. */
export interface Columns {
  readonly level: Level;
  readonly code: Column | undefined;
  readonly name: Column | undefined;
  readonly year: Column | undefined;
  /** Of the levels that may hold its units, outermost first, whether there are any columns or not. */
  readonly parents: readonly ParentColumns[];
  /** All of the above. */
  readonly keys: readonly Column[];
  readonly values: readonly Column[];
  /** Those of `values` of which several belong to one field. */
  readonly groups: readonly ColumnGroup[];
  /** Number of cells a row should have: up to the last heading that is not blank. */
  readonly width: number;
  isPlainName(text: string): boolean;
  /** Words that raise a warning in a column that no rule reads. */
  readonly watch: readonly string[];
}

/** Free text says nothing that could be wrong. */
const isChecked = ({ kind }: Field): boolean => kind !== 'text' && kind !== 'name';

/** How offices mark the column of the value that holds (标兵小区 | 先进小区), and the columns of those that do not. */
const MARKED = ['√', '✓', '✔', '☑', '是', '有', '1', 'yes', 'true'];
const UNMARKED = ['×', '✗', '✘', '☒', '☐', '□', '否', '无', '0', 'no', 'false'];
/** Those that messages name. */
const MARKS: readonly string[] = ['√', '是', '×', '否'];

/** Reads the cells of a column that stands for one value of a field: a mark is that value, none says nothing. */
const markReader = (field: Field, value: Value, unknowns: ReadonlySet<string>): ((text: string) => Reading) => {
  const own = [...field.labels].flatMap(([label, other]) => (other === value ? [label] : []));
  const labels = new Map([...MARKED, ...own].map((label) => [foldLabel(label), value] as const));
  const unmarked = UNMARKED.map(foldLabel).filter((mark) => !labels.has(mark));
  return cellReader({ ...field, labels, labelTexts: MARKS }, new Set([...unknowns, ...unmarked]));
};

/** What several columns of one field say together; `column` is the one that says it, `others` what contradicts it. */
export interface Joint {
  readonly column: Column;
  readonly reading: Reading;
  readonly others: readonly Column[];
}

/** The columns of one field, of a row whose texts are looked up by cell: one value, or none where no cell says anything. */
export const jointReading = ({ columns }: Pick<ColumnGroup, 'columns'>, text: (cell: number) => string): Joint => {
  const read = columns.map((column) => ({ column, reading: column.read(text(column.cell)) }));
  const said = read.filter(({ reading }) => reading.value !== undefined);
  const { column, reading } = said[0] ?? read.find(({ reading: { problem } }) => problem !== undefined) ?? read[0]!;
  const others = said.flatMap((other) => (other.reading.value === reading.value ? [] : [other.column]));
  return { column, reading, others };
};

const columnsOf = (table: OpenTable, ruleset: Ruleset, unknowns: ReadonlySet<string>): readonly Column[] => {
  const { fields } = ruleset.records[table.table]!;
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

/** The levels that records of a level may name: those that hold its units, of a subject those around it. */
export const namedLevels = (ruleset: Ruleset, level: Level): readonly Level[] => {
  if (level.judged) return outerLevels(ruleset);
  const outer = outerLevels(ruleset);
  return holdersOf(ruleset, level).filter((holder) => !outer.includes(holder));
};

const columnsIn = (table: OpenTable, ruleset: Ruleset): Columns => {
  const unknowns = unknownMarks(ruleset.unknowns);
  const columns = columnsOf(table, ruleset, unknowns);
  const level = levelOfTable(ruleset, table.table);
  const ofRole = (role: Field['role']) => columns.find(({ field }) => field.role === role);
  const parents = namedLevels(ruleset, level).map((holder) => {
    const naming = (role: Field['role']) =>
      columns.find(({ field }) => field.role === role && field.parent === holder.id);
    return { level: holder, code: naming('parent-code'), name: naming('parent-name') };
  });
  const [code, name, year] = [ofRole('code'), ofRole('name'), ofRole('year')];
  const keys = [year, code, name, ...parents.flatMap((each) => [each.code, each.name])].flatMap(
    (column) => column ?? [],
  );
  const read = new Set(
    ruleset.indicators.filter(({ of }) => of === table.table).flatMap(({ condition }) => condition.fields),
  );
  const values = columns.filter(
    (column) => !keys.includes(column) && (isChecked(column.field) || read.has(column.field.name)),
  );
  return {
    level,
    code,
    name,
    year,
    parents,
    keys,
    values,
    groups: groupsOf(values),
    isPlainName: plainNameTest(unknowns),
    watch: ruleset.records[table.table]!.watch,
    width: table.headings.reduce((last, heading, at) => (heading.trim() === '' ? last : at + 1), 0),
  };
};
