import { Diagnostics } from '../diagnostics/diagnostics.ts';
import { cellOfField, type OpenTable } from '../intake/open-table.ts';
import { levelOf, levelOfTable, tableLabel } from '../model/levels.ts';
import type { Ruleset, TableName } from '../model/ruleset.ts';
import { hasKeyColumns, tellColumns } from './check-columns.ts';
import { toColumns } from './columns.ts';
import { Links } from './link.ts';
import { checkOtherYears } from './other-years.ts';
import { readTable } from './read-table.ts';
import { Reading } from './reading.ts';
import { type InputCounts, type Register, toRegister } from './register.ts';
import { findRepeated } from './repeated.ts';
import { rowTaker } from './take-rows.ts';
import { ofYear, yearOfHeadings } from './years.ts';

export interface RegisterOptions {
  readonly year: number | null;
  readonly onInvalid: 'refuse' | 'unknown';
  readonly signal: AbortSignal | undefined;
  readonly onRows: (rows: number) => void;
}

/**
 * Reads all tables, whatever year their rows are of; says which year is judged, links its units with what they lie in,
 * looks for units that stand twice, and holds the other years against it. Where a heading names a year and nobody said
 * which is judged, that is found out first, by a reading of its own.
 */
export const readRegister = async (
  tables: readonly OpenTable[],
  inputs: number,
  ruleset: Ruleset,
  options: RegisterOptions,
  diagnostics: Diagnostics,
): Promise<Register> => {
  const named = hasYearColumn(tables, ruleset) ? null : yearOfHeadings(tables);
  const ofHeadings = options.year === null && isDated(tables) ? await yearToBe(tables, inputs, ruleset, options) : null;
  const known = options.year ?? ofHeadings;
  const read = await readRows(tables, inputs, ruleset, { ...options, year: known }, diagnostics);
  const { reading, counts, namesYear, usable } = read;
  const { seen } = reading;
  const year = known ?? (seen.size === 0 ? null : Math.max(...seen));

  const ofYearJudged = new Diagnostics();
  const links = new Links(reading, year, ofYearJudged);
  links.linkAll();
  tellMissed(links, usable, diagnostics);
  for (const each of new Set([null, year])) diagnostics.addAll(reading.ofYear(each));
  diagnostics.addAll(ofYearJudged);
  findRepeated(links, diagnostics);
  for (const [input, leftOut] of links.leftOut) counts[input]!.leftOut += leftOut;

  if (ofHeadings !== null && named !== null) {
    diagnostics.add('year.from-headings', { year: ofHeadings, headings: datedHeadings(tables) });
  } else if (year !== null) tellYear(seen, year, options.year, diagnostics);
  else if (!namesYear && tables.length > 0 && !(diagnostics.hasErrors && hasYearColumn(tables, ruleset))) {
    const isEmpty = usable.length === tables.length && ruleset.levels.every(({ id }) => reading.years(id).size === 0);
    diagnostics.add(isEmpty ? 'table.all-empty' : 'year.none', {});
  }
  if (year !== null && seen.size > 1 && (seen.has(year) || ofHeadings !== null)) {
    checkOtherYears(reading, year, options.year !== null, diagnostics);
  }

  const hasColumn = (name: TableName, field: string): boolean => {
    const at = ruleset.records[name]?.fields.findIndex((other) => other.name === field) ?? -1;
    return read.tables.some((table) => table.table === name && cellOfField(table, at) >= 0);
  };
  return toRegister(links, counts, (name, fields) => fields.every((field) => hasColumn(name, field)));
};

const isDated = (tables: readonly OpenTable[]): boolean => tables.some(({ dated = [] }) => dated.length > 0);

const datedHeadings = (tables: readonly OpenTable[]): string[] => [
  ...new Set(tables.flatMap(({ headings, dated = [] }) => dated.map(({ cell }) => headings[cell]!))),
];

/** The year that headings with years will be known by: the one they leave no doubt of, else the latest that rows name. */
const yearToBe = async (
  tables: readonly OpenTable[],
  inputs: number,
  ruleset: Ruleset,
  options: RegisterOptions,
): Promise<number | null> => {
  const named = hasYearColumn(tables, ruleset) ? null : yearOfHeadings(tables);
  if (named !== null) return named;
  const { reading } = await readRows(tables, inputs, ruleset, { ...options, onRows: () => {} }, new Diagnostics());
  return reading.seen.size === 0 ? null : Math.max(...reading.seen);
};

/** Whether the year may stand in rows that were refused. */
const hasYearColumn = (tables: readonly OpenTable[], { records }: Ruleset): boolean =>
  tables.some(({ table, columns }) =>
    records[table]!.fields.some(({ kind }, index) => kind === 'year' && (columns[index] ?? -1) >= 0),
  );

const tellYear = (seen: ReadonlySet<number>, year: number, asked: number | null, diagnostics: Diagnostics): void => {
  const years = [...seen].sort((a, b) => a - b).map(String);
  if (asked !== null && seen.size > 0 && !seen.has(asked)) {
    diagnostics.add('year.not-there', { year: asked, years });
  } else if (asked === null && seen.size > 1) diagnostics.add('year.several', { year, years });
};

/** Says once of a table that it has no record of the year, which is why its units were not found. */
const tellMissed = ({ missed, reading, year }: Links, tables: readonly OpenTable[], diagnostics: Diagnostics): void => {
  for (const id of missed) {
    const level = levelOf(reading.ruleset, id);
    const { path, place } = tables.find(({ table }) => table === level.table)!;
    const others = [...reading.years(id)].filter((each) => each !== null).sort((a, b) => a - b);
    const slots = { table: tableLabel(level), year: year!, years: others.map(String) };
    diagnostics.add('year.not-in-table', slots, { path, place });
  }
};

/** Reads the rows of all tables, those before others that may hold their units. */
const readRows = async (
  opened: readonly OpenTable[],
  inputs: number,
  ruleset: Ruleset,
  options: RegisterOptions,
  diagnostics: Diagnostics,
) => {
  const tables = opened.map((table) => ofYear(table, options.year));
  const usable = tables.filter((table) => hasKeyColumns(table, toColumns(table, ruleset), ruleset, diagnostics));
  const reading = new Reading(ruleset, usable);
  const counts = Array.from({ length: inputs }, (): InputCounts => ({ records: 0, skipped: 0, leftOut: 0 }));
  let namesYear = false;
  let base = 0;
  for (const table of tables) tellColumns(table, ruleset, options.year, diagnostics);
  for (const table of usable) {
    const level = levelOfTable(ruleset, table.table);
    const columns = toColumns(table, ruleset);
    reading.index.open(table, columns, base);
    const count = counts[table.input]!;
    const { take, end } = rowTaker(table, columns, base, reading);
    const onRefused = (code: string | null, name: string | null) => reading.refused.add(level.id, code, name);
    const read = await readTable(table, columns, { ...options, diagnostics, onRefused }, take);
    end();
    count.records += read.records;
    count.skipped += read.skipped;
    namesYear ||= read.namesYear;
    if (read.records === 0 && read.refused === 0) {
      const { path, place } = table;
      const slots = { table: tableLabel(level) };
      if (read.sumsOfNothing > 0) {
        diagnostics.add('table.only-totals', { ...slots, rows: read.sumsOfNothing }, { path, place });
      } else diagnostics.add('table.no-records', slots, { path, place });
    }
    base += read.rows;
  }
  return { reading, counts, namesYear, usable, tables };
};
