import type { Diagnostics } from '../diagnostics/diagnostics.ts';
import { lineKinds } from '../intake/line-kinds.ts';
import type { Batch, OpenTable } from '../intake/open-table.ts';
import type { Severity } from '../model/diagnostic.ts';
import { type Column, type Columns, jointReading } from './columns.ts';
import { swallowedRows, valueTest } from './form-lines.ts';
import { type CellProblem, isPlainCode, isUnremarked, type Reading, textOf } from './normalize-cell.ts';
import { whereOf } from './row-index.ts';
import { rowSorter } from './row-sorter.ts';
import { TotalsCheck } from './totals-check.ts';
import { columnWatcher } from './watched-columns.ts';
import { rowYears } from './years.ts';

/** One record, its cells read. The reader reuses the object and its list of readings for the next one. */
export interface Entry {
  /** Row of its table. */
  row: number;
  cells: readonly string[];
  year: number | null;
  code: string | null;
  name: string | null;
  /** False where a code of a parent is wrong: whose unit it is cannot be told. */
  hasParents: boolean;
  /** The latest row, from the first to this one, whose cells of parents are not those of the row before. */
  parentsSince: number;
  /** By index of the field in the record schema; only columns of values. */
  readonly readings: (Reading | undefined)[];
}

export interface ReadOptions {
  readonly onInvalid: 'refuse' | 'unknown';
  readonly diagnostics: Diagnostics;
  readonly signal: AbortSignal | undefined;
  readonly onRows: (rows: number) => void;
  /** A record that was refused, by what can be read of its key. */
  readonly onRefused?: (code: string | null, name: string | null) => void;
}

export interface TableRead {
  /** Rows of the table, whatever they are. */
  readonly rows: number;
  readonly records: number;
  readonly skipped: number;
  /** Rows that may be records, but cannot be read as such. */
  readonly refused: number;
  /** Rows of sums, where there is nothing else. */
  readonly sumsOfNothing: number;
  /** Whether rows name a year, or refused ones may. */
  readonly namesYear: boolean;
}

/** Says what is wrong with the cells of a table, and what was changed to read them. */
const cellExplainer =
  (table: OpenTable, diagnostics: Diagnostics) =>
  ({ note, problem }: Reading, { heading, known, cell }: Column, row: number, text: string, severity?: Severity) => {
    if (problem && !diagnostics.lists(problem, table.path)) {
      diagnostics.addUnlisted(problem, table.path, severity);
      return;
    }
    const where = whereOf(table, row, cell, text);
    if (note) diagnostics.add(note, { heading }, where);
    if (problem === 'record.unknown-value') {
      diagnostics.add('record.unknown-value', { heading, known }, where, severity);
    } else if (problem) {
      diagnostics.add<Exclude<CellProblem, 'record.unknown-value'>>(problem, { heading }, where, severity);
    }
  };

/**
 * Says which cells of a record hold no value and yet are not blank, as errors of formulas. Where one of them says
 * which unit the row is about the answer is null, else the cells with a blank in place of those that are judged.
 * Columns that nobody reads do not matter.
 */
const withoutFaults = (
  table: OpenTable,
  { keys, values }: Columns,
  cells: readonly string[],
  row: number,
  diagnostics: Diagnostics,
  severity: Severity | undefined,
): readonly string[] | null => {
  let isKnown = true;
  let blanked: string[] | undefined;
  for (const { cell, code, text } of table.faults?.(row) ?? []) {
    const key = keys.find((column) => column.cell === cell);
    const column = key ?? values.find((each) => each.cell === cell);
    if (column === undefined) continue;
    const slots = { heading: column.heading };
    diagnostics.add(code, slots, whereOf(table, row, cell, text), key === undefined ? severity : undefined);
    isKnown &&= key === undefined;
    blanked ??= [...cells];
    blanked[cell] = '';
  }
  return isKnown ? (blanked ?? cells) : null;
};

/**
 * Reads a table row by row: tells records from titles, sums and notes, normalises their cells, and hands each record
 * to `take`. What is skipped or changed is a note; what cannot be read is an error, and the reading goes on.
 */
export const readTable = async (
  table: OpenTable,
  columns: Columns,
  options: ReadOptions,
  take: (entry: Entry) => void,
): Promise<TableRead> => {
  const { diagnostics, onInvalid } = options;
  const { ruleset, values } = columns;
  /** Of which several belong to one field. */
  const groups = [...columns.byField.values()].filter(({ length }) => length > 1);
  const parents = columns.parents.flatMap(({ code, name }) => [code, name].flatMap((column) => column ?? []));
  const codeCell = columns.code?.cell ?? -1;
  const nameCell = columns.name?.cell ?? -1;
  const severity = onInvalid === 'unknown' ? 'warning' : undefined;
  const counts = values.filter(({ field }) => field.kind === 'count');
  const nthCount = new Map(counts.map((column, nth) => [column, nth]));
  const totals = new TotalsCheck(
    table,
    counts.map(({ cell }) => cell),
    nameCell,
    columns.level.noun.zh,
  );
  const entry: Entry = {
    row: 0,
    cells: [],
    year: null,
    code: null,
    name: null,
    hasParents: true,
    parentsSince: 0,
    readings: [],
  };
  let refused = 0;
  let records = 0;

  const refuse = (code: string | null, name: string | null): void => {
    refused++;
    options.onRefused?.(code, name);
  };

  const explain = cellExplainer(table, diagnostics);

  /** The reading of a key cell; its problems always refuse. */
  const readKey = (column: Column, cells: readonly string[], row: number): Reading => {
    const text = cells[column.cell]!;
    const reading = column.read(text);
    if (!isUnremarked(reading)) explain(reading, column, row, text);
    return reading;
  };

  const isValue = valueTest(columns);
  const { isRowOfCells } = lineKinds(ruleset);
  const isRow = (line: string): boolean => isRowOfCells(line, isValue);
  let current: Batch | undefined;
  let at = 0;
  /** Of the row at hand. */
  const beside = () => {
    const below = current?.rows[at + 1];
    return { below: below?.length ?? 0, isCut: current?.isCut === true && below === undefined };
  };
  const sorter = rowSorter(table, columns, totals, diagnostics, refuse, beside);
  const years = rowYears(table, columns.year, readKey, diagnostics);

  const watcher = columnWatcher(table, columns, diagnostics);
  const lastParents = parents.map(() => ({ text: '', isPlain: false }));

  /** What names the parents: whether it is sound, as plain texts are, and since when it is the same. */
  const readParents = (cells: readonly string[], row: number): void => {
    entry.hasParents = true;
    for (let i = 0; i < parents.length; i++) {
      const column = parents[i]!;
      const text = cells[column.cell]!;
      const last = lastParents[i]!;
      if (text !== last.text) {
        last.text = text;
        last.isPlain = column.isPlain(text);
        entry.parentsSince = row;
      }
      if (!last.isPlain && readKey(column, cells, row).problem !== undefined) entry.hasParents = false;
    }
  };

  /** Of several columns of a field one may say something; where two differ nobody knows which is right. */
  const readGroups = (cells: readonly string[], row: number): void => {
    for (const group of groups) {
      const { reading, column, others } = jointReading(group, (cell) => cells[cell]!);
      const isClear = others.length === 0;
      entry.readings[column.index] = isClear ? reading : { value: undefined, problem: 'record.bad-value' };
      if (isClear) continue;
      const headings = [column, ...others].map(({ heading }) => heading);
      const where = whereOf(table, row, column.cell, cells[column.cell]!);
      const related = () => others.map(({ cell }) => whereOf(table, row, cell).place!());
      diagnostics.add('record.contradiction', { headings }, { ...where, related }, severity);
    }
  };

  const readRow = (raw: readonly string[], row: number): void => {
    const rawCode = codeCell >= 0 ? raw[codeCell] : undefined;
    const plain = rawCode !== undefined && isPlainCode(rawCode);
    const record = sorter.record(raw, row, plain);
    if (record === undefined) {
      watcher.lookAside(raw, row);
      return;
    }
    const cells =
      table.faults === undefined ? record : withoutFaults(table, columns, record, row, diagnostics, severity);
    if (cells === null) {
      refuse(null, null);
      return;
    }
    watcher.look(cells, row);
    let sound = true;
    if (plain) entry.code = rawCode;
    else {
      const reading = columns.code && readKey(columns.code, cells, row);
      entry.code = reading === undefined ? null : textOf(reading);
      sound = reading?.problem === undefined;
    }
    const name = nameCell >= 0 ? cells[nameCell]! : '';
    if (name === '') entry.name = null;
    else entry.name = columns.name!.isPlain(name) ? name : textOf(readKey(columns.name!, cells, row));
    if (entry.code === null && entry.name === null && sound) {
      diagnostics.add('record.no-key', {}, whereOf(table, row, -1));
      sound = false;
    }
    for (let i = 0; i < values.length; i++) {
      const column = values[i]!;
      const text = cells[column.cell]!;
      const reading = column.read(text);
      if (!isUnremarked(reading)) explain(reading, column, row, text, severity);
      if (column.field.kind === 'count' && reading.value !== undefined) {
        totals.add(nthCount.get(column)!, reading.value as number);
      }
      entry.readings[column.index] = reading;
    }
    if (groups.length > 0) readGroups(cells, row);
    totals.addUnit();
    readParents(cells, row);
    const year = years.read(cells, row);
    if (year === undefined || !sound) {
      refuse(entry.code, entry.name);
      return;
    }
    entry.year = year;
    entry.row = row;
    entry.cells = cells;
    records++;
    take(entry);
  };

  for (let row = 0; row < table.above; row++) {
    const cells = table.locate(row).map(({ text }) => text);
    watcher.lookAside(cells, row);
  }
  let rows = 0;
  for await (const batch of table.batches()) {
    current = batch;
    options.signal?.throwIfAborted();
    for (let i = 0; i < batch.rows.length; i++) {
      const cells = batch.rows[i]!;
      const swallowed = batch.spansLines ? swallowedRows(cells, isRow) : undefined;
      at = i;
      if (swallowed === undefined) readRow(cells, batch.first + i);
      else {
        diagnostics.add(
          'csv.rows-in-quotes',
          { rows: swallowed.rows },
          whereOf(table, batch.first + i, swallowed.cell),
        );
        refuse(null, null);
      }
    }
    rows = batch.first + batch.rows.length;
    options.onRows(batch.rows.length);
  }
  const skipped = sorter.end();
  watcher.end();
  const namesYear = years.end() || (refused > 0 && columns.year !== undefined);
  return { rows, records, skipped, refused, sumsOfNothing: sorter.sumsOfNothing(), namesYear };
};
