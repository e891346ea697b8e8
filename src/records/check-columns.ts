import type { Diagnostics } from '../diagnostics/diagnostics.ts';
import { TABLE_LABELS } from '../diagnostics/nouns.ts';
import type { OpenTable } from '../intake/open-table.ts';
import { remembered } from '../model/remembered.ts';
import { type Ruleset, TABLES, type TableName } from '../model/ruleset.ts';
import type { Columns } from './columns.ts';

const PARENTS: Readonly<Record<TableName, readonly string[]>> = {
  streets: [],
  communities: ['streetCode', 'street'],
  compounds: ['communityCode', 'community', 'streetCode', 'street'],
};

/** What people call a field: its first Chinese heading. */
export const fieldTitle = (ruleset: Ruleset, table: TableName, field: string): string => {
  const headings = ruleset.records[table].fields.find(({ name }) => name === field)?.headings ?? [];
  return headings.find((heading) => /[^ -~]/.test(heading)) ?? field;
};

/** Whether a table says which unit, and of which street, each row is about; an error where it does not. */
export const hasKeyColumns = (
  table: OpenTable,
  { key }: Columns,
  ruleset: Ruleset,
  diagnostics: Diagnostics,
): boolean => {
  const { path, table: name, place } = table;
  const missing = [['code', 'name'], PARENTS[name]].filter(
    (fields) => fields.length > 0 && fields.every((field) => key[field] === undefined),
  );
  for (const fields of missing) {
    const known = fields.filter((field) => ruleset.records[name].fields.some((other) => other.name === field));
    diagnostics.add(
      'table.missing-key',
      { table: TABLE_LABELS[name], expected: known.map((field) => fieldTitle(ruleset, name, field)) },
      { path, place },
    );
  }
  return missing.length === 0;
};

const readIn = ({ indicators, rules }: Ruleset, table: TableName): readonly string[] => [
  ...new Set([
    ...indicators.filter(({ of }) => of === table).flatMap(({ condition }) => condition.fields),
    ...(table === 'streets' ? rules.flatMap((rule) => (rule.kind === 'veto' ? [rule.field] : [])) : []),
  ]),
];

/** The fields of each table that some indicator or veto reads. */
const fieldsRead = remembered(
  (ruleset: Ruleset) => new Map(TABLES.map((table) => [table, readIn(ruleset, table)] as const)),
);

/** Warns of columns that an indicator or veto reads and the table lacks, with the headings that no field took. */
export const warnOfAbsentColumns = (table: OpenTable, ruleset: Ruleset, diagnostics: Diagnostics): void => {
  const { path, table: name, columns, headings, place } = table;
  const { fields } = ruleset.records[name];
  const unused = () => headings.filter((heading, cell) => heading.trim() !== '' && !columns.includes(cell));
  for (const field of fieldsRead(ruleset).get(name)!) {
    // The verdict of a street is no column.
    if (!fields.some((other) => other.name === field)) continue;
    if ((columns[fields.findIndex((other) => other.name === field)] ?? -1) >= 0) continue;
    diagnostics.add(
      'table.column-absent',
      { field: fieldTitle(ruleset, name, field), unused: unused() },
      { path, place },
    );
  }
};
