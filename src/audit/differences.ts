import type { OpenTable } from '../intake/open-table.ts';
import { isJudgedTable, levelOfTable, parentFields } from '../model/levels.ts';
import type { Ruleset, TableName } from '../model/ruleset.ts';
import { namedLevels } from '../register/columns.ts';
import { cellReader, textOf, unknownMarks } from '../register/normalize-cell.ts';
import { amendTable, headingIn } from './amend-table.ts';
import type { AuditFile } from './audit-file.ts';
import { tablesOf } from './open-tables.ts';
import { textAt } from './rows.ts';
import { editsOf } from './write-answers.ts';

/** A cell that someone else changed, or that was answered; null where the unit is not in that version. */
export interface Difference {
  readonly code: string;
  readonly name: string;
  readonly heading: string;
  readonly before: string | null;
  readonly theirs: string | null;
  readonly ours: string | null;
}

interface Unit {
  readonly table: OpenTable;
  readonly row: number;
}

type Look = (table: OpenTable, row: number, field: string) => string;

/** Texts of cells; codes and names without the markers that a spreadsheet may have dropped when it saved the file. */
const lookIn = (ruleset: Ruleset): Look => {
  const unknowns = unknownMarks(ruleset.unknowns);
  const named = Object.values(ruleset.records).flatMap(({ table, fields }) =>
    fields
      .filter(({ kind }) => kind === 'code' || kind === 'name')
      .map((field) => [`${table} ${field.name}`, cellReader(field, unknowns)] as const),
  );
  const readers = new Map(named);
  return (table, row, field) => {
    const text = textAt(table, ruleset, row, field);
    const reading = readers.get(`${table.table} ${field}`)?.(text);
    return (reading && textOf(reading)) ?? text;
  };
};

/** What tells the units of a table apart that have no code: their names, and what they lie in. */
const keysOf = (table: TableName, ruleset: Ruleset): readonly string[] => {
  const holders = isJudgedTable(ruleset, table) ? [] : namedLevels(ruleset, levelOfTable(ruleset, table));
  return ['year', ...holders.map(parentFields).flatMap(({ name, code }) => [name, code]), 'name'];
};

/** The rows of tables by what tells their units apart: code and year, or names. Titles and blank rows have neither. */
const unitsOf = (tables: readonly OpenTable[], look: Look, ruleset: Ruleset): Map<string, Unit> => {
  const units = new Map<string, Unit>();
  for (const table of tables) {
    const keys = keysOf(table.table, ruleset);
    for (let row = table.above; row <= table.above || table.locate(row).length > 0; row++) {
      const read = (field: string): string => look(table, row, field).trim();
      const key = read('code') === '' ? keys.map(read) : [read('year'), read('code')];
      if (read('code') + read('name') !== '') units.set(JSON.stringify([table.table, ...key]), { table, row });
    }
  }
  return units;
};

/** What differs between the file as it was, as it is now, and with the answers, cell by cell. */
export const differencesOf = async (audit: AuditFile, ruleset: Ruleset): Promise<Difference[]> => {
  const { files, tables, file, table } = audit;
  const look = lookIn(ruleset);
  const edits = editsOf(audit);
  const ours = tables.map((each) => amendTable(each, ruleset.records[each.table]!, edits));
  const now = await tablesOf(files, files.read(file), file, table, ruleset);
  const versions = [tables, now, ours].map((each) => unitsOf(each, look, ruleset));
  const [before, theirs] = versions as [Map<string, Unit>, Map<string, Unit>];
  const keys = new Set([...before.keys(), ...theirs.keys()]);
  return [...keys].flatMap((key) => {
    const units = versions.map((version) => version.get(key));
    const known = units.find((unit) => unit !== undefined)!;
    const schema = ruleset.records[known.table.table]!;
    const textIn = (unit: Unit | undefined, field: string): string | null =>
      unit === undefined ? null : look(unit.table, unit.row, field);
    const [code, name] = ['code', 'name'].map((field) => textIn(known, field)!) as [string, string];
    const differing = schema.fields.flatMap(({ name: field }): Difference[] => {
      const [was, is, answered] = units.map((unit) => textIn(unit, field)) as (string | null)[];
      if (was === is && was === answered) return [];
      const heading = headingIn(known.table, schema, field);
      return [{ code, name, heading, before: was!, theirs: is!, ours: answered! }];
    });
    // A unit that came or went is told once.
    return units[0] === undefined || units[1] === undefined ? differing.slice(0, 1) : differing;
  });
};
