import type { Diagnostics, Where } from '../diagnostics/diagnostics.ts';
import type { Ruleset, TableName } from '../model/ruleset.ts';
import type { Head } from './find-headings.ts';
import type { Headings } from './heading-index.ts';
import { type MatchedColumns, matchColumns, recogniseTable } from './recognise.ts';

/** Headings of one field that are named; the rest is counted. */
const LISTED = 100;

export type ReadHeadings = { readonly table: TableName } & Pick<
  MatchedColumns,
  'columns' | 'further' | 'dated' | 'unused'
>;

/** Which table the headings are of and where its fields stand; says what is wrong or left out. Undefined for no table. */
export const readHeadings = (
  head: Head,
  asked: TableName | null,
  ruleset: Ruleset,
  headings: Headings,
  diagnostics: Diagnostics,
  start: Where,
  at: (row: number, cell: number) => Where,
): ReadHeadings | undefined => {
  const tables = head.weight === 0 ? [] : asked === null ? recogniseTable(head.headings, ruleset, headings) : [asked];
  const [table] = tables;
  if (table === undefined || tables.length > 1) {
    const found = head.headings.filter((heading) => heading.trim() !== '').slice(0, 20);
    if (table === undefined) diagnostics.add('table.no-headings', { found }, start);
    else diagnostics.add('table.ambiguous', { tables, found }, at(head.row, 0));
    return undefined;
  }
  const schema = ruleset.records[table];
  const { twice, ...matched } = matchColumns(head.headings, schema, headings[table]);
  for (const { field, cell } of twice.slice(0, LISTED)) {
    const heading = head.headings[cell]!;
    diagnostics.add(
      'table.duplicate-heading',
      { field: schema.fields[field]!.name, heading },
      { ...at(head.row, cell), text: heading },
    );
  }
  if (twice.length > LISTED) {
    const more = { code: 'table.duplicate-heading', more: twice.length - LISTED };
    diagnostics.add('diagnostics.more', more, at(head.row, twice[LISTED]!.cell));
  }
  const stray = head.above.filter(({ kind }) => kind === 'stray');
  if (stray.length > 0) diagnostics.add('table.rows-above', { rows: stray.length }, at(stray[0]!.row, 0));
  for (const { row, kind } of head.above) {
    if (kind === 'separator') diagnostics.add('csv.separator-line', {}, at(row, 0));
    else if (kind !== 'stray')
      diagnostics.add(kind === 'blank' ? 'table.blank-rows' : 'table.above-headings', {}, at(row, 0));
  }
  return { table, ...matched };
};
