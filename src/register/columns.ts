import type { OpenTable } from '../intake/open-table.ts';
import { foldLabel } from '../model/fold.ts';
import { holdersOf, levelOfTable, outerLevels } from '../model/levels.ts';
import { remembered } from '../model/remembered.ts';
import type { Field, Level, Ruleset, Value } from '../model/ruleset.ts';
import type { Named } from './named.ts';
import { cellReader, isPlainCode, plainNameTest, type Reading, textOf, unknownMarks } from './normalize-cell.ts';

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
  /** Whether a text certainly is the code or name that it looks like, as most are. */
  isPlain(text: string): boolean;
  /** The code or name that a text is; null where it is none. */
  text(text: string): string | null;
}

/** The columns by which a table says in which unit of a level its records lie. */
export interface ParentColumns {
  readonly level: Level;
  readonly code: Column | undefined;
  readonly name: Column | undefined;
  /** The one of them by which people know it. */
  readonly column: Column | undefined;
}

/** The columns of a table by use: those that say which unit a row is about, and those that say something of it. */
export interface Columns {
  readonly ruleset: Ruleset;
  readonly level: Level;
  readonly code: Column | undefined;
  readonly name: Column | undefined;
  readonly year: Column | undefined;
  /** Of the levels that may hold its units, outermost first, whether there are any columns or not. */
  readonly parents: readonly ParentColumns[];
  /** All of the above. */
  readonly keys: readonly Column[];
  readonly values: readonly Column[];
  /** `values` by the name of their field: several where it has one for each of its values, or in two words. */
  readonly byField: ReadonlyMap<string, readonly Column[]>;
  /** Number of cells a row should have: up to the last heading that is not blank. */
  readonly width: number;
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
interface Joint {
  readonly column: Column;
  readonly reading: Reading;
  readonly others: readonly Column[];
}

/** The columns of one field, of a row whose texts are looked up by cell: one value, or none where no cell says anything. */
export const jointReading = (columns: readonly Column[], text: (cell: number) => string): Joint => {
  const [only] = columns;
  if (columns.length === 1) return { column: only!, reading: only!.read(text(only!.cell)), others: [] };
  const read = columns.map((column) => ({ column, reading: column.read(text(column.cell)) }));
  const said = read.filter(({ reading }) => reading.value !== undefined);
  const { column, reading } = said[0] ?? read.find(({ reading: { problem } }) => problem !== undefined) ?? read[0]!;
  const others = said.flatMap((other) => (other.reading.value === reading.value ? [] : [other.column]));
  return { column, reading, others };
};

/** The unit that a row names in two columns, its own or one in which it lies; its texts are looked up by cell. */
export const namedIn = (
  { code, name }: Partial<Pick<Columns, 'code' | 'name'>>,
  text: (cell: number) => string,
): Named => ({
  code: code === undefined ? null : code.text(text(code.cell)),
  name: name === undefined ? null : name.text(text(name.cell)),
});

const columnsOf = (table: OpenTable, ruleset: Ruleset): readonly Column[] => {
  const { fields } = ruleset.records[table.table]!;
  const unknowns = unknownMarks(ruleset.unknowns);
  const isPlainName = plainNameTest(unknowns);
  const toColumn = (index: number, cell: number, value?: Value): Column => {
    const field = fields[index]!;
    const read = value === undefined ? cellReader(field, unknowns) : markReader(field, value, unknowns);
    const isPlain = field.kind === 'code' ? isPlainCode : field.kind === 'name' ? isPlainName : () => false;
    return {
      ...{ field, index, cell, heading: table.headings[cell]!, known: value === undefined ? field.labelTexts : MARKS },
      ...{ read, isPlain, text: (text) => (isPlain(text) ? text : textOf(read(text))) },
    };
  };
  return [
    ...table.columns.flatMap((cell, index) => (cell < 0 ? [] : [toColumn(index, cell)])),
    ...(table.further ?? []).map(({ cell, field, value }) => toColumn(field, cell, value)),
  ];
};

const groupByField = (columns: readonly Column[]): ReadonlyMap<string, readonly Column[]> => {
  const groups = new Map<string, Column[]>();
  for (const column of columns) {
    const same = groups.get(column.field.name);
    if (same === undefined) groups.set(column.field.name, [column]);
    else same.push(column);
  }
  return groups;
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
export const namedLevels = (ruleset: Ruleset, level: Level): readonly Level[] => namedBy(ruleset)(level);

const namedBy = remembered((ruleset: Ruleset) =>
  remembered((level: Level): readonly Level[] => {
    const outer = outerLevels(ruleset);
    return level.judged ? outer : holdersOf(ruleset, level).filter((holder) => !outer.includes(holder));
  }),
);

/** Those of them between a unit and its subject. */
export const betweenLevels = (ruleset: Ruleset, level: Level): readonly Level[] => betweenBy(ruleset)(level);

const betweenBy = remembered((ruleset: Ruleset) =>
  remembered((level: Level): readonly Level[] => namedLevels(ruleset, level).slice(1)),
);

const columnsIn = (table: OpenTable, ruleset: Ruleset): Columns => {
  const columns = columnsOf(table, ruleset);
  const level = levelOfTable(ruleset, table.table);
  const ofRole = (role: Field['role']) => columns.find(({ field }) => field.role === role);
  const parents = namedLevels(ruleset, level).map((holder) => {
    const naming = (role: Field['role']) =>
      columns.find(({ field }) => field.role === role && field.parent === holder.id);
    const [code, name] = [naming('parent-code'), naming('parent-name')];
    return { level: holder, code, name, column: name ?? code };
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
    ...{ ruleset, level, code, name, year, parents, keys, values, byField: groupByField(values) },
    watch: ruleset.records[table.table]!.watch,
    width: table.headings.reduce((last, heading, at) => (heading.trim() === '' ? last : at + 1), 0),
  };
};
