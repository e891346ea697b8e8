import type { Diagnostics } from '../diagnostics/diagnostics.ts';
import type { DatedColumn, FurtherColumn, OpenTable } from '../intake/open-table.ts';
import type { Column } from './columns.ts';
import { isUnremarked, type Reading } from './normalize-cell.ts';
import { whereOf } from './row-index.ts';

/** Rows as they come, kept as runs of neighbours: a whole table of them takes no more than one. */
class RowRuns {
  readonly #runs: { readonly from: number; to: number }[] = [];

  add(row: number): void {
    const last = this.#runs.at(-1);
    if (last !== undefined && last.to === row - 1) last.to = row;
    else this.#runs.push({ from: row, to: row });
  }

  /** Hands out all rows. */
  each(take: (row: number) => void): void {
    for (const { from, to } of this.#runs) for (let row = from; row <= to; row++) take(row);
  }
}

/**
 * The years of a table's rows. A blank below a filled one is a merged cell; in a table of one year it can be no other,
 * in a table of several nobody can tell.
 */
export const rowYears = (
  table: OpenTable,
  column: Column | undefined,
  readKey: (column: Column, cells: readonly string[], row: number) => Reading,
  diagnostics: Diagnostics,
) => {
  const own = new Set<number>();
  /** Rows without a year before the first that has one. A column that is blank all the way down says nothing. */
  const yearless = new RowRuns();
  /** Blanks below the first year, taken as of that year until there is a second. */
  const filled = new RowRuns();
  let year: number | null = null;
  let lastText: string | undefined;
  let last: Reading | undefined;

  const where = (row: number, text = '') => whereOf(table, row, column!.cell, text);

  const refuseBlank = (row: number, text?: string): void => {
    diagnostics.add('year.blank', {}, where(row, text));
  };

  const readBlank = (row: number, text: string): number | null | undefined => {
    if (year === null) {
      yearless.add(row);
      return null;
    }
    if (own.size === 1 && text.trim() === '') {
      filled.add(row);
      return year;
    }
    refuseBlank(row, text);
    return undefined;
  };

  return {
    /** Null where rows name none; undefined where it is missing or wrong. */
    read: (cells: readonly string[], row: number): number | null | undefined => {
      if (column === undefined) return null;
      const text = cells[column.cell]!;
      if (text !== lastText || last === undefined || !isUnremarked(last)) {
        last = readKey(column, cells, row);
        lastText = text;
        if (typeof last.value === 'number') {
          year = last.value;
          own.add(year);
        }
      }
      const { value, problem } = last;
      if (typeof value === 'number') return value;
      return problem === undefined ? readBlank(row, text) : undefined;
    },
    /** Whether rows name a year, once there are no more. */
    end: (): boolean => {
      if (own.size > 0) yearless.each((row) => refuseBlank(row));
      if (own.size > 1) filled.each((row) => refuseBlank(row));
      else if (year !== null) {
        const only = { heading: column!.heading, year };
        filled.each((row) => diagnostics.add('year.filled-down', only, where(row)));
      }
      return own.size > 0;
    },
  };
};

/** The field of a column whose heading names a year; -1 where that is neither the year judged nor the one before. */
const fieldIn = ({ year, field, before }: DatedColumn, judged: number): number =>
  year === judged ? field : year === judged - 1 ? before : -1;

/**
 * The year that headings alone leave no doubt of: of each figure they name those of two years that follow one another, and
 * the later ones are all of one year. Null otherwise.
 */
export const yearOfHeadings = (tables: readonly OpenTable[]): number | null => {
  const pairs = new Map<string, Set<number>>();
  for (const { table, dated = [] } of tables) {
    for (const { year, field, before } of dated) {
      if (field < 0 || before < 0) return null;
      const figure = `${table} ${field} ${before}`;
      pairs.set(figure, (pairs.get(figure) ?? new Set()).add(year));
    }
  }
  const latest = new Set([...pairs.values()].map((years) => Math.max(...years)));
  const [year] = latest;
  const arePairs = [...pairs.values()].every((years) => years.size === 2 && years.has(Math.max(...years) - 1));
  return latest.size === 1 && arePairs ? year! : null;
};

/** A table whose headings name years (2012年刑事发案), its columns known by the year judged. */
export const ofYear = (table: OpenTable, year: number | null): OpenTable => {
  const { dated = [] } = table;
  if (dated.length === 0 || year === null) return table;
  const columns = [...table.columns];
  const further: FurtherColumn[] = [...(table.further ?? [])];
  const left: DatedColumn[] = [];
  for (const each of dated) {
    const { cell } = each;
    const field = fieldIn(each, year);
    if (field < 0) left.push(each);
    else if (columns[field] === -1) columns[field] = cell;
    else further.push({ cell, field });
  }
  return { ...table, columns, further, dated: left };
};
