import type { DatedColumn, FurtherColumn, OpenTable } from '../intake/open-table.ts';

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
