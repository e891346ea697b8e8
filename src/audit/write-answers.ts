import { equalBytes, kindAt, nameOf } from '../intake/source.ts';
import { fieldIndex, isJudgedTable, levelOfTable, parentFields } from '../model/levels.ts';
import type { Ruleset, TableName } from '../model/ruleset.ts';
import { guarded, unmistaken } from '../model/spreadsheet.ts';
import { nameWithin, tellUncodedApart } from '../model/tell-apart.ts';
import { namedLevels } from '../register/columns.ts';
import { cellReader, textOf, unknownMarks } from '../register/normalize-cell.ts';
import type { AuditFile, Auditor } from './audit-file.ts';
import { editFile } from './edit-file.ts';
import { amendTable, type HeldTable, headingOf, tablesOf, textAt } from './held-tables.ts';

/** The tables of a file with the answers so far that differ from what stands in it, guarded as in forms. */
export const answeredTables = ({ findings, tables }: AuditFile, ruleset: Ruleset): HeldTable[] => {
  const guardedIn = tables[0]?.isSheet ? guarded : unmistaken;
  const edits = [...findings.answers.values()]
    .filter(({ old, text }) => old !== text)
    .map((answer) => ({ ...answer, text: guardedIn(answer.text) }));
  return tables.map((table) => amendTable(table, edits, ruleset));
};

/** All that tables say; of YAML by field, since there a new key has no place in an order. */
const textsOf = (tables: readonly HeldTable[]): string =>
  JSON.stringify(
    tables.map(({ table, headings, columns, isSheet, rows }) =>
      isSheet ? [table, headings, rows] : [table, rows.map((cells) => columns.map((cell) => cells[cell] ?? ''))],
    ),
  );

/** The file with its answers; read again before anyone relies on it, so that no cell but theirs has another text. */
const answeredBytes = async (audit: AuditFile, ruleset: Ruleset): Promise<Uint8Array> => {
  const { files, bytes, tables, file, table } = audit;
  const answered = answeredTables(audit, ruleset);
  const edited = await editFile(bytes, tables, answered, ruleset);
  const read = await tablesOf(files, edited, file, table, ruleset);
  if (textsOf(read) !== textsOf(answered)) throw new Error(`answers would change other cells of ${file}`);
  return edited;
};

/** Whether the file still is what the answers are about. */
export const isUnchanged = ({ files, file, sha256 }: AuditFile): boolean =>
  kindAt(files, file) !== null && files.sha256(files.read(file)) === sha256;

/**
 * Puts the answers into the file; false where someone else has changed it, which then
 * stays as it is. The journal stays, as the record of who answered what and when.
 */
export const writeAnswers = async (audit: AuditFile, ruleset: Ruleset, { by, now }: Auditor): Promise<boolean> => {
  const { files, file, journal } = audit;
  const edited = await answeredBytes(audit, ruleset);
  if (!isUnchanged(audit)) return false;
  const entry = { by, file: nameOf(files, file), sha256: files.sha256(edited) };
  journal.append({ kind: 'writing', at: now(), ...entry });
  if (!equalBytes(audit.bytes, edited) && !files.replace(file, edited, () => isUnchanged(audit))) return false;
  journal.append({ kind: 'written', at: now(), ...entry });
  return true;
};

/** Puts the answers into a new file beside a file that someone else has changed; returns its name. */
export const writeCopy = async (audit: AuditFile, ruleset: Ruleset, { by, now }: Auditor): Promise<string> => {
  const { files, file, journal } = audit;
  const edited = await answeredBytes(audit, ruleset);
  const [ending = ''] = /(?<=.)\.[^.]*$/.exec(nameOf(files, file)) ?? [];
  const stem = file.slice(0, file.length - ending.length);
  let copy = `${stem}.audit${ending}`;
  for (let nth = 2; kindAt(files, copy) !== null; nth++) copy = `${stem}.audit-${nth}${ending}`;
  files.create(copy, edited);
  journal.append({ kind: 'copied', at: now(), by, file: nameOf(files, copy), sha256: files.sha256(edited) });
  return copy;
};

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
