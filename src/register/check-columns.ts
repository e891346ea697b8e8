import type { Diagnostics } from '../diagnostics/diagnostics.ts';
import { cellOfField, type OpenTable } from '../intake/open-table.ts';
import { judgedLevel, tableLabel } from '../model/levels.ts';
import { remembered } from '../model/remembered.ts';
import type { Field, Ruleset, TableName } from '../model/ruleset.ts';
import type { Columns } from './columns.ts';

/** What people call a field: its first Chinese heading. */
export const fieldTitle = (ruleset: Ruleset, table: TableName, field: string): string => {
  const headings = ruleset.records[table]?.fields.find(({ name }) => name === field)?.headings ?? [];
  return headings.find((heading) => /[^ -~]/.test(heading)) ?? field;
};

/** Whether a table says which unit, and in which subject, each row is about; an error where it does not. */
export const hasKeyColumns = (
  table: OpenTable,
  { level, code, name, parents }: Columns,
  ruleset: Ruleset,
  diagnostics: Diagnostics,
): boolean => {
  const { path, place } = table;
  const { fields } = ruleset.records[table.table]!;
  const ofRoles = (roles: readonly Field['role'][], parent?: string): readonly Field[] =>
    roles.flatMap((role) => fields.filter((field) => field.role === role && field.parent === parent));
  const isNameless = parents.every((each) => each.code === undefined && each.name === undefined);
  const missing: (readonly Field[])[] = [];
  if (code === undefined && name === undefined) missing.push(ofRoles(['code', 'name']));
  if (!level.judged && isNameless) {
    missing.push(parents.toReversed().flatMap((each) => ofRoles(['parent-code', 'parent-name'], each.level.id)));
  }
  for (const lacking of missing) {
    const expected = lacking.map((field) => fieldTitle(ruleset, table.table, field.name));
    diagnostics.add('table.missing-key', { table: tableLabel(level), expected }, { path, place });
  }
  return missing.length === 0;
};

const readIn = (ruleset: Ruleset, table: TableName): readonly string[] => [
  ...new Set([
    ...ruleset.indicators.filter(({ of }) => of === table).flatMap(({ condition }) => condition.fields),
    ...(judgedLevel(ruleset).table === table
      ? ruleset.rules.flatMap((rule) => (rule.kind === 'veto' ? [rule.field] : []))
      : []),
  ]),
];

/** The fields of each table that some indicator or veto reads. */
const fieldsRead = remembered(
  (ruleset: Ruleset) =>
    new Map((Object.keys(ruleset.records) as TableName[]).map((table) => [table, readIn(ruleset, table)] as const)),
);

/** Headings of other years than the one judged and the one before; of any, as long as the year judged is not known. */
const tellOtherYears = (table: OpenTable, year: number | null, diagnostics: Diagnostics): void => {
  const { path, headings, place, dated = [] } = table;
  if (dated.length === 0) return;
  const named = dated.map(({ cell }) => headings[cell]!);
  diagnostics.add('table.other-year', { headings: named, year: year === null ? '' : String(year) }, { path, place });
};

/**
 * Warns of columns that an indicator or veto reads and the table lacks, asks about headings that are like one which is
 * lacking, and names the others that were not taken. `year` is the one judged, null as long as it is not known.
 */
export const tellColumns = (
  table: OpenTable,
  ruleset: Ruleset,
  year: number | null,
  diagnostics: Diagnostics,
): void => {
  const { path, table: name, headings, place, dated = [], unused = [] } = table;
  const { fields } = ruleset.records[name]!;
  const mayCome = (index: number): boolean =>
    year === null && dated.some(({ field, before }) => field === index || before === index);
  const isAbsent = (index: number): boolean => cellOfField(table, index) < 0 && !mayCome(index);
  const likeOf = (index: number): string[] =>
    unused.filter(({ like }) => like.includes(index)).map(({ cell }) => headings[cell]!);
  tellOtherYears(table, year, diagnostics);
  const read = fieldsRead(ruleset)
    .get(name)!
    .map((field) => fields.findIndex((other) => other.name === field));
  // The verdict of a subject is no column.
  for (const index of read.filter((each) => each >= 0 && isAbsent(each))) {
    const field = fieldTitle(ruleset, name, fields[index]!.name);
    diagnostics.add('table.column-absent', { field, unused: likeOf(index) }, { path, place });
  }
  for (const index of fields.keys()) {
    const asked = likeOf(index);
    if (read.includes(index) || asked.length === 0 || !isAbsent(index)) continue;
    const field = fieldTitle(ruleset, name, fields[index]!.name);
    diagnostics.add('table.like-heading', { field, unused: asked }, { path, place });
  }
  const ignored = unused.filter(({ like }) => !like.some(isAbsent)).map(({ cell }) => cell);
  if (ignored.length === 0) return;
  const slots = { headings: ignored.map((cell) => headings[cell]!) };
  diagnostics.add('table.columns-ignored', slots, { path, place: () => place(ignored[0]) });
};
