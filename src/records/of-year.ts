import type { DatedColumn, FurtherColumn, OpenTable } from '../intake/open-table.ts';

/** The field of a column whose heading names a year; -1 where that is neither the year judged nor the one before. */
const fieldIn = ({ year, field, before }: DatedColumn, judged: number): number =>
  year === judged ? field : year === judged - 1 ? before : -1;

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
