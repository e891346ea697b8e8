import { fieldIndex, isJudgedTable, levelOfTable, parentFields } from '../model/levels.ts';
import type { Ruleset, TableName } from '../model/ruleset.ts';
import { nameWithin, tellUncodedApart } from '../model/tell-apart.ts';
import { namedLevels } from '../register/columns.ts';
import { cellReader, textOf, unknownMarks } from '../register/normalize-cell.ts';
import type { AuditFile } from './audit-file.ts';
import { type HeldTable, headingOf, tablesOf, textAt } from './held-tables.ts';
import { answeredTables } from './write-answers.ts';

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
  readonly table: HeldTable;
  readonly row: number;
}

/** The text of a cell; a code or name without the markers that a spreadsheet may have dropped when it saved the file. */
const lookAt = ({ table, row }: Unit, ruleset: Ruleset, field: string): string => {
  const text = textAt(table, ruleset, row, field);
  const schema = ruleset.records[table.table]!;
  const of = schema.fields[fieldIndex(schema, field)];
  if (of?.kind !== 'code' && of?.kind !== 'name') return text;
  return textOf(cellReader(of, unknownMarks(ruleset.unknowns))(text)) ?? text;
};

/** The fields by which a row says what its unit lies in, outermost first. */
const aroundOf = (table: TableName, ruleset: Ruleset): readonly string[] => {
  const holders = isJudgedTable(ruleset, table) ? [] : namedLevels(ruleset, levelOfTable(ruleset, table));
  return holders.map(parentFields).flatMap(({ name, code }) => [name, code]);
};

/** The rows of tables by what tells their units apart: code and year, or names. Titles and blank rows have neither. */
const unitsOf = (tables: readonly HeldTable[], ruleset: Ruleset): Map<string, Unit> => {
  const units = new Map<string, Unit>();
  for (const table of tables) {
    // What tells units apart that have no code.
    const keys = ['year', ...aroundOf(table.table, ruleset), 'name'];
    for (const row of table.rows.keys()) {
      const read = (field: string): string => lookAt({ table, row }, ruleset, field).trim();
      const key = read('code') === '' ? keys.map(read) : [read('year'), read('code')];
      if (read('code') + read('name') !== '') units.set(JSON.stringify([table.table, ...key]), { table, row });
    }
  }
  return units;
};

/** What differs between the file as it was, as it is now, and with the answers, cell by cell. */
export const differencesOf = async (audit: AuditFile, ruleset: Ruleset): Promise<Difference[]> => {
  const { files, tables, file, table } = audit;
  const ours = answeredTables(audit, ruleset);
  const theirs = await tablesOf(files, files.read(file), file, table, ruleset);
  const versions = [tables, theirs, ours].map((each) => unitsOf(each, ruleset));
  const keys = new Set(versions.slice(0, 2).flatMap((version) => [...version.keys()]));
  const found = [...keys].map((key) => {
    const units = versions.map((version) => version.get(key));
    const known = units.find((unit) => unit !== undefined)!;
    return { units, known, code: lookAt(known, ruleset, 'code') || null, name: lookAt(known, ruleset, 'name') };
  });
  const around = ({ known }: (typeof found)[number]) =>
    aroundOf(known.table.table, ruleset)
      .map((field) => lookAt(known, ruleset, field).trim())
      .filter((text) => text !== '');
  return tellUncodedApart(found, around).flatMap((told) => {
    const { units, known, code } = told;
    const name = nameWithin(told.name, told);
    const differing = ruleset.records[known.table.table]!.fields.flatMap(({ name: field }): Difference[] => {
      const texts = units.map((unit) => (unit === undefined ? null : lookAt(unit, ruleset, field)));
      const [before, theirs, ours] = texts as [string | null, string | null, string | null];
      if (before === theirs && before === ours) return [];
      return [{ code: code ?? '', name, heading: headingOf(known.table, ruleset, field), before, theirs, ours }];
    });
    // A unit that came or went is told once.
    return units[0] === undefined || units[1] === undefined ? differing.slice(0, 1) : differing;
  });
};
