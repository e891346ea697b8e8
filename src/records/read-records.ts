import { Diagnostics } from '../diagnostics/diagnostics.ts';
import type { OpenTable } from '../intake/open-table.ts';
import { type LeftOut, type Ruleset, TABLES, type TableName } from '../model/ruleset.ts';
import { hasKeyColumns, warnOfAbsentColumns } from './check-columns.ts';
import { toColumns } from './columns.ts';
import { Communities, LEFT_OUT } from './communities.ts';
import { findRepeated } from './duplicates.ts';
import { foldWidth, nameFolder } from './fold-name.ts';
import { leftOutTest } from './left-out.ts';
import type { Reading } from './normalize-cell.ts';
import { type Parent, parentFinder } from './parents.ts';
import { type Entry, readTable } from './read-table.ts';
import { RowIndex } from './row-index.ts';
import { streetRow } from './street-row.ts';
import { type Street, Streets } from './streets.ts';
import { codePrint, noPrints, unitNamePrint } from './units.ts';
import { Years } from './years.ts';

/** Receives every unit of the year judged, in the order of the input. */
export interface UnitSink {
  /** `readings` by index of the field in the record schema; reused for the next unit. */
  take(table: TableName, street: number, row: number, readings: readonly (Reading | undefined)[]): void;
  /** A newer year has come up: what was taken so far does not count. */
  reset(): void;
}

export interface RecordOptions {
  readonly year: number | null;
  readonly onInvalid: 'refuse' | 'unknown';
  readonly signal: AbortSignal | undefined;
  readonly onRows: (rows: number) => void;
}

export interface InputCounts {
  records: number;
  skipped: number;
  leftOut: number;
}

/** What is known of the submission after every row was read. */
export interface Records {
  readonly year: number | null;
  readonly streets: readonly Street[];
  /** By index of the input. */
  readonly counts: readonly InputCounts[];
  readonly index: RowIndex;
  /** Tables with records of the year judged, or without any. */
  readonly submitted: ReadonlySet<TableName>;
  /** Whether some input has a column for each of the fields of a table. */
  hasColumns(table: TableName, fields: readonly string[]): boolean;
}

const PARENT_LEFT_OUT: Pick<LeftOut, 'label'> = {
  label: { zh: '所属单位不计入', en: 'belongs to a unit that is left out' },
};

/** Reads all tables, parents first; names every record's unit and street, and hands the year's units to `sink`. */
export const readRecords = async (
  tables: readonly OpenTable[],
  inputs: number,
  ruleset: Ruleset,
  options: RecordOptions,
  diagnostics: Diagnostics,
  sink: UnitSink,
): Promise<Records> => {
  const trial = new Diagnostics();
  const first = await readOnce(tables, inputs, ruleset, options, trial, sink);
  const { years } = first;
  if (options.year === null && years.yearless && years.seen.size > 0) {
    sink.reset();
    const year = Math.max(...years.seen);
    const again = await readOnce(tables, inputs, ruleset, { ...options, year }, diagnostics, sink);
    checkYear(years.seen, year, null, diagnostics);
    return again.records;
  }
  diagnostics.addAll(trial);
  checkYear(years.seen, years.current, options.year, diagnostics);
  return first.records;
};

/** Whether a national code contradicts its street's; codes of an office's own say nothing. A 12-digit street code ends in 000. */
const isOutside = (code: string, parent: string): boolean =>
  /^\d{12,}$/.test(code) && !code.startsWith(/^\d{9}000$/.test(parent) ? parent.slice(0, 9) : parent);

const checkYear = (
  seen: ReadonlySet<number>,
  year: number | null,
  asked: number | null,
  diagnostics: Diagnostics,
): void => {
  const years = [...seen].sort((a, b) => a - b).map(String);
  if (year === null) diagnostics.add('year.none', {});
  else if (asked !== null && seen.size > 0 && !seen.has(asked))
    diagnostics.add('year.not-there', { year: asked, years });
  else if (asked === null && seen.size > 1) diagnostics.add('year.several', { year, years });
};

const readOnce = async (
  tables: readonly OpenTable[],
  inputs: number,
  ruleset: Ruleset,
  options: RecordOptions,
  diagnostics: Diagnostics,
  sink: UnitSink,
): Promise<{ years: Years; records: Records }> => {
  const fold = nameFolder(ruleset.aliases);
  const leftOut = leftOutTest(ruleset.leftOut);
  const index = new RowIndex(ruleset);
  const counts = Array.from({ length: inputs }, (): InputCounts => ({ records: 0, skipped: 0, leftOut: 0 }));
  const hasTable = (name: TableName) => tables.some(({ table }) => table === name);
  const hasStreets = hasTable('streets');
  const prints = noPrints();
  let ofYear = new Diagnostics();
  let streets = new Streets(fold, hasStreets, ofYear, (row, field) => index.where(row, field));
  let communities = new Communities();
  let rowsOfYear: Record<TableName, number> = { streets: 0, communities: 0, compounds: 0 };
  const rowsOfTable: Record<TableName, number> = { streets: 0, communities: 0, compounds: 0 };
  const years = new Years(options.year, () => {
    ofYear = new Diagnostics();
    streets = new Streets(fold, hasStreets, ofYear, (row, field) => index.where(row, field));
    communities = new Communities();
    rowsOfYear = { streets: 0, communities: 0, compounds: 0 };
    sink.reset();
  });

  const unitReader = (table: OpenTable, base: number) => {
    const columns = toColumns(table, ruleset);
    const foldUnit = table.table === 'compounds' ? foldWidth : fold;
    const toStreet = table.table === 'streets' ? streetRow(table, columns) : undefined;
    let find: ReturnType<typeof parentFinder> | undefined;
    let foundFor: Streets | undefined;
    const findParent = (entry: Entry): Parent | undefined => {
      if (find === undefined || foundFor !== streets) {
        foundFor = streets;
        find = parentFinder(table, columns, {
          streets,
          communities,
          hasCommunities: table.table === 'compounds' && hasTable('communities'),
          fold,
          leftOut,
          diagnostics: ofYear,
          index,
          base,
        });
      }
      return find(entry.cells, entry.row, entry.code);
    };
    return { columns, foldUnit, toStreet, findParent };
  };

  const readers = new Map<OpenTable, { base: number; reader: ReturnType<typeof unitReader> }>();

  const take = (table: OpenTable, base: number, reader: ReturnType<typeof unitReader>) => (entry: Entry) => {
    const { table: name } = table;
    const count = counts[table.input]!;
    count.records++;
    rowsOfTable[name]++;
    const { code, name: unitName, year } = entry;
    if (code !== null) prints[name].coded.add(codePrint(code, year));
    const ofThisYear = years.take(year);
    if (ofThisYear) rowsOfYear[name]++;
    const out = code === null ? undefined : leftOut(code);
    if (name === 'streets') {
      const row = base + entry.row;
      if (out) {
        leaveOut(table, entry, out);
        if (ofThisYear) streets.leaveOut(unitName, out);
        return;
      }
      const street = reader.toStreet!(entry, row);
      if (code === null) prints.streets.named.add(unitNamePrint(street.district ?? '', fold(unitName!), year));
      if (ofThisYear) sink.take('streets', streets.add(street).index, row, entry.readings);
      return;
    }
    if (!ofThisYear) return;
    const parent = out ? { street: LEFT_OUT, leftOut: out, key: '' } : reader.findParent(entry);
    if (parent === undefined) return;
    const row = base + entry.row;
    if (name === 'communities') {
      communities.add(code, unitName === null ? null : fold(unitName), parent.street, row);
    }
    if (parent.street === LEFT_OUT) {
      leaveOut(table, entry, parent.leftOut ?? PARENT_LEFT_OUT);
      return;
    }
    if (code !== null) warnIfOutside(table, entry, code, streets.list[parent.street]?.code ?? null);
    else {
      const key = name === 'compounds' ? `${parent.street} ${parent.key}` : String(parent.street);
      prints[name].named.add(unitNamePrint(key, reader.foldUnit(unitName!), year));
    }
    sink.take(name, parent.street, row, entry.readings);
  };

  const warnIfOutside = (table: OpenTable, entry: Entry, code: string, parent: string | null): void => {
    if (parent === null || code.startsWith(parent) || !isOutside(code, parent)) return;
    ofYear.add('unit.code-outside-parent', { code, parent }, index.where(baseOf(table) + entry.row, 'code', code));
  };

  const leaveOut = (table: OpenTable, entry: Entry, { label }: Pick<LeftOut, 'label'>): void => {
    counts[table.input]!.leftOut++;
    ofYear.add(
      'unit.left-out',
      { reason: label },
      index.where(baseOf(table) + entry.row, entry.code === null ? 'name' : 'code', entry.code ?? entry.name ?? ''),
    );
  };
  const baseOf = (table: OpenTable): number => readers.get(table)!.base;

  let base = 0;
  for (const table of tables) {
    index.open(table, base);
    warnOfAbsentColumns(table, ruleset, diagnostics);
    if (!hasKeyColumns(table, toColumns(table, ruleset), ruleset, diagnostics)) continue;
    const reader = unitReader(table, base);
    readers.set(table, { base, reader });
    const { rows, skipped } = await readTable(
      table,
      reader.columns,
      { ...options, diagnostics },
      take(table, base, reader),
    );
    counts[table.input]!.skipped += skipped;
    base += rows;
  }
  await findRepeated(tables, prints, index, baseOf, ruleset, options, diagnostics);
  diagnostics.addAll(ofYear);
  const submitted = new Set(
    TABLES.filter((name) => hasTable(name) && (rowsOfYear[name] > 0 || rowsOfTable[name] === 0)),
  );
  const hasColumn = (name: TableName, field: string): boolean => {
    const at = ruleset.records[name].fields.findIndex((other) => other.name === field);
    return tables.some(({ table, columns }) => table === name && (columns[at] ?? -1) >= 0);
  };
  const hasColumns = (name: TableName, fields: readonly string[]) => fields.every((field) => hasColumn(name, field));
  return { years, records: { year: years.current, streets: streets.list, counts, index, submitted, hasColumns } };
};
