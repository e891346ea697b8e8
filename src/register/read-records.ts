import { Diagnostics } from '../diagnostics/diagnostics.ts';
import { TABLE_LABELS } from '../diagnostics/nouns.ts';
import { cellOfField, type OpenTable } from '../intake/open-table.ts';
import type { Ruleset, TableName } from '../model/ruleset.ts';
import { hasKeyColumns, tellColumns } from './check-columns.ts';
import { toColumns } from './columns.ts';
import { findRepeated } from './duplicates.ts';
import { ofYear, yearOfHeadings } from './of-year.ts';
import { checkOtherYears } from './other-years.ts';
import { readTable } from './read-table.ts';
import { Pass } from './reading.ts';
import type { RowIndex } from './row-index.ts';
import type { Street } from './street.ts';
import { streetTaker, type TakenCounts, unitTaker } from './take-units.ts';
import type { UnitSink } from './unit-sink.ts';
import type { StatedTotals } from './unread-totals.ts';

export interface RecordOptions {
  readonly year: number | null;
  readonly onInvalid: 'refuse' | 'unknown';
  readonly signal: AbortSignal | undefined;
  readonly onRows: (rows: number) => void;
}

interface InputCounts extends TakenCounts {
  skipped: number;
}

/** What is known of the submission after every row was read. */
export interface Records {
  readonly year: number | null;
  readonly streets: readonly Street[];
  /** By index of the input. */
  readonly counts: readonly InputCounts[];
  readonly index: RowIndex;
  /** Totals in columns that are not read. */
  readonly stated: StatedTotals;
  /** Tables submitted for the year judged. */
  readonly submitted: ReadonlySet<TableName>;
  /** Whether some input has a column for each of the fields of a table. */
  hasColumns(table: TableName, fields: readonly string[]): boolean;
}

/**
 * Reads all tables, parents first; names every record's unit and street, and hands the year's units to `sink`. Where
 * some tables have no year column, or a year in their headings, and nobody said the year, it is known only at the end, and
 * they are read again.
 */
export const readRecords = async (
  tables: readonly OpenTable[],
  inputs: number,
  ruleset: Ruleset,
  options: RecordOptions,
  diagnostics: Diagnostics,
  sink: UnitSink,
): Promise<Records> => {
  const found = new Diagnostics();
  const { years, namesYear, isEmpty, records, usable } = await readOnce(tables, inputs, ruleset, options, found, sink);
  const isOpen = years.yearless || tables.some(({ dated = [] }) => dated.length > 0);
  const named = hasYearColumn(tables, ruleset) ? null : yearOfHeadings(tables);
  if (options.year === null && isOpen && (years.seen.size > 0 || named !== null)) {
    sink.reset();
    const year = named ?? Math.max(...years.seen);
    const again = await readOnce(tables, inputs, ruleset, { ...options, year }, diagnostics, sink);
    if (named === null) checkYear(years.seen, year, null, diagnostics);
    else diagnostics.add('year.from-headings', { year, headings: datedHeadings(tables) });
    if (years.seen.size > 1) await checkOtherYears(again.usable, year, ruleset, options, diagnostics);
    return again.records;
  }
  diagnostics.addAll(found);
  if (years.current !== null) {
    checkYear(years.seen, years.current, options.year, diagnostics);
    if (years.seen.size > 1 && years.seen.has(years.current)) {
      await checkOtherYears(usable, years.current, ruleset, options, diagnostics);
    }
  } else if (!namesYear && tables.length > 0 && !(diagnostics.hasErrors && hasYearColumn(tables, ruleset))) {
    diagnostics.add(isEmpty ? 'table.all-empty' : 'year.none', {});
  }
  return records;
};

const datedHeadings = (tables: readonly OpenTable[]): string[] => [
  ...new Set(tables.flatMap(({ headings, dated = [] }) => dated.map(({ cell }) => headings[cell]!))),
];

/** Whether the year may stand in rows that were refused. */
const hasYearColumn = (tables: readonly OpenTable[], { records }: Ruleset): boolean =>
  tables.some(({ table, columns }) =>
    records[table].fields.some(({ kind }, index) => kind === 'year' && (columns[index] ?? -1) >= 0),
  );

const checkYear = (seen: ReadonlySet<number>, year: number, asked: number | null, diagnostics: Diagnostics) => {
  const years = [...seen].sort((a, b) => a - b).map(String);
  if (asked !== null && seen.size > 0 && !seen.has(asked)) {
    diagnostics.add('year.not-there', { year: asked, years });
  } else if (asked === null && seen.size > 1) diagnostics.add('year.several', { year, years });
};

/** Says once of a table that it has no record of the year, which is why its units were not found. */
const tellMissed = (tables: readonly OpenTable[], { missed, prints, years }: Pass, diagnostics: Diagnostics) => {
  for (const name of missed) {
    const { path, place } = tables.find(({ table }) => table === name)!;
    const others = [...prints.years(name).keys()].filter((year) => year !== null).sort((a, b) => a - b);
    const slots = { table: TABLE_LABELS[name], year: years.current!, years: others.map(String) };
    diagnostics.add('year.not-in-table', slots, { path, place });
  }
};

const readOnce = async (
  opened: readonly OpenTable[],
  inputs: number,
  ruleset: Ruleset,
  options: RecordOptions,
  diagnostics: Diagnostics,
  sink: UnitSink,
) => {
  const tables = opened.map((table) => ofYear(table, options.year));
  const usable = tables.filter((table) => hasKeyColumns(table, toColumns(table, ruleset), ruleset, diagnostics));
  const pass = new Pass(ruleset, usable, options.year, sink);
  let namesYear = false;
  const counts = Array.from({ length: inputs }, (): InputCounts => ({ records: 0, skipped: 0, leftOut: 0 }));
  const bases = new Map<OpenTable, number>();
  let base = 0;
  for (const table of tables) tellColumns(table, ruleset, options.year, diagnostics);
  for (const table of usable) {
    const columns = toColumns(table, ruleset);
    pass.index.open(table, base);
    bases.set(table, base);
    const count = counts[table.input]!;
    const before = count.records;
    const taker = table.table === 'streets' ? streetTaker : unitTaker;
    const take = taker(table, columns, base, pass, count);
    const onRefused = (code: string | null, name: string | null) => pass.refused.add(table.table, code, name);
    const read = await readTable(table, columns, { ...options, diagnostics, onRefused }, take);
    count.skipped += read.skipped;
    namesYear ||= read.namesYear;
    if (count.records === before && read.refused === 0) {
      const { path, place } = table;
      const slots = { table: TABLE_LABELS[table.table] };
      if (read.sumsOfNothing > 0) {
        diagnostics.add('table.only-totals', { ...slots, rows: read.sumsOfNothing }, { path, place });
      } else diagnostics.add('table.no-records', slots, { path, place });
    }
    base += read.rows;
  }
  // Where the streets table itself is at fault, that is told.
  if (!tables.some(({ table }) => table === 'streets')) pass.streets.checkHalves();
  tellMissed(usable, pass, diagnostics);
  diagnostics.addAll(pass.ofYear);
  await findRepeated(bases, pass, options, diagnostics);
  const { index, years, streets } = pass;
  const hasColumn = (name: TableName, field: string): boolean => {
    const at = ruleset.records[name].fields.findIndex((other) => other.name === field);
    return tables.some((table) => table.table === name && cellOfField(table, at) >= 0);
  };
  const records: Records = {
    year: years.current,
    streets: streets.list,
    counts,
    index,
    stated: pass.stated,
    submitted: pass.submitted(),
    hasColumns: (name, fields) => fields.every((field) => hasColumn(name, field)),
  };
  const isEmpty = usable.length === tables.length && pass.tablesWithRecords.size === 0;
  return { years, namesYear, isEmpty, records, usable };
};
