import { Diagnostics } from '../diagnostics/diagnostics.ts';
import { openInputs } from '../intake/open-inputs.ts';
import type { Batch, Cell, OpenTable } from '../intake/open-table.ts';
import type { Files } from '../intake/source.ts';
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

/** A table in memory: it stays what it was, whatever becomes of its file. */
export interface HeldTable extends OpenTable {
  /** The row of the first record as intake counts rows; -1 where there is none. */
  readonly first: number;
  /** By row, nothing above the first. */
  readonly rows: readonly (readonly string[])[];
  /** Where the cells of each row stand. */
  readonly places: readonly (readonly Cell[])[];
}

/** Not by spread: what a cell is asked for may be worked out then. */
const withText = ({ line, column, cell, sheetCell }: Cell, text: string): Cell =>
  cell === undefined ? { line, column, sheetCell, text } : { line, column, cell, sheetCell, text };

const held = (
  table: OpenTable,
  first: number,
  rows: readonly (readonly string[])[],
  places: readonly (readonly Cell[])[],
): HeldTable => {
  const start = table.place();
  return {
    ...table,
    first,
    rows,
    places,
    place: () => start,
    async *batches(): AsyncGenerator<Batch> {
      if (first >= 0) yield { first, rows: rows.slice(first) };
    },
    locate: (row) => {
      const [own, cells = []] = [rows[row] ?? [], places[row]];
      if (cells.length === 0) return [];
      const length = Math.max(table.headings.length, own.length, cells.length);
      // What is not in the file yet stands for its row.
      return Array.from({ length }, (_, at) => withText(cells[at] ?? cells[0]!, own[at] ?? ''));
    },
  };
};

/** A hole is an empty row. */
const filled = <T>(row: readonly T[] | undefined): readonly T[] => row ?? [];

const holdTable = async (table: OpenTable): Promise<HeldTable> => {
  const rows: (readonly string[])[] = [];
  const places: (readonly Cell[])[] = [];
  let start = -1;
  for await (const batch of table.batches()) {
    if (start < 0) start = batch.first;
    for (const [at, cells] of batch.rows.entries()) {
      rows[batch.first + at] = cells;
      places[batch.first + at] = table.locate(batch.first + at);
    }
  }
  return held(table, start, Array.from(rows, filled), Array.from(places, filled));
};

const UNHEARD = { signal: undefined, onSize: () => {}, onBytes: () => {} };

export interface OpenedFile {
  /** As the PATH arguments show it. */
  readonly shown: string;
  readonly sha256: string;
  readonly encoding: string;
  readonly tables: readonly HeldTable[];
}

/** The inputs as intake opens them, each with its tables. */
export const openTables = async (paths: readonly string[], ruleset: Ruleset, files: Files): Promise<OpenedFile[]> => {
  const opened = await openInputs({ paths, files }, { encoding: null }, ruleset, new Diagnostics(), UNHEARD);
  try {
    const tables = await Promise.all(opened.tables.map(holdTable));
    return opened.inputs.map(({ shown, sha256, encoding }, at) => ({
      shown,
      sha256,
      encoding,
      tables: tables.filter(({ input }) => input === at),
    }));
  } finally {
    opened.close();
  }
};

/** Bytes as a file that stands at every path. */
const oneFile = (files: Files, bytes: Uint8Array): Files => ({
  ...files,
  kindOf: () => 'file',
  open: async () => files.fromBytes(bytes),
  readText: () => null,
  realPath: (path) => path,
});

/** The tables of bytes as if they stood in the file `like`; `table` where it is known which one they are. */
export const tablesOf = async (
  files: Files,
  bytes: Uint8Array,
  like: string,
  table: TableName | null,
  ruleset: Ruleset,
): Promise<readonly HeldTable[]> => {
  const path = table === null ? like : `${table}=${like}`;
  return (await openTables([path], ruleset, oneFile(files, bytes)))[0]?.tables ?? [];
};

const widened = (cells: readonly string[], length: number): readonly string[] =>
  cells.length >= length ? cells : [...cells, ...Array<string>(length - cells.length).fill('')];

/**
 * A table as it reads once edits are written. Columns that it lacks come at the right end, in the order of the record
 * schema, and every row that has as many cells as records have is filled up to them.
 */
export const amendTable = (table: HeldTable, edits: readonly CellEdit[], ruleset: Ruleset): HeldTable => {
  const own = edits.filter((edit) => edit.table === table.table);
  if (own.length === 0) return table;
  const schema = ruleset.records[table.table]!;
  const edited = new Set(own.map(({ field }) => fieldIndex(schema, field)));
  const headings = [...table.headings];
  const columns = schema.fields.map(({ name }, at) => {
    const cell = table.columns[at] ?? -1;
    return cell < 0 && edited.has(at) ? headings.push(headingOf(table, ruleset, name)) - 1 : cell;
  });
  const isWider = headings.length > table.headings.length;
  const from = isWider ? toColumns(table, ruleset).width : Number.POSITIVE_INFINITY;
  const rows = table.rows.map((cells) => (cells.length >= from ? widened(cells, headings.length) : cells));
  for (const { row, field, text } of own) {
    const cell = columns[fieldIndex(schema, field)]!;
    rows[row] = widened(rows[row]!, cell + 1).with(cell, text);
  }
  return held({ ...table, headings, columns }, table.first, rows, table.places);
};
