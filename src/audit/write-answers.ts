import type { OpenTable } from '../intake/open-table.ts';
import { equalBytes, kindAt, nameOf } from '../intake/source.ts';
import { guarded, unmistaken } from '../model/formula.ts';
import type { Ruleset } from '../model/ruleset.ts';
import { amendTable } from './amend-table.ts';
import type { AuditFile, Auditor } from './audit-file.ts';
import type { CellEdit } from './cell-edit.ts';
import { editFile } from './edit-file.ts';
import { tablesOf } from './open-tables.ts';

/** The answers that differ from what stands in the file, guarded as in forms. */
export const editsOf = ({ findings, tables }: AuditFile): CellEdit[] => {
  const guardedIn = tables[0]?.isSheet ? guarded : unmistaken;
  return [...findings.answers.values()]
    .filter(({ old, text }) => old !== text)
    .map((answer) => ({ ...answer, text: guardedIn(answer.text) }));
};

/** All that a table says; of YAML by field, since there a new key has no place in an order. */
const textsOf = async ({ table, headings, columns, isSheet, batches }: OpenTable): Promise<string> => {
  const rows: (readonly string[])[] = [];
  for await (const batch of batches()) rows.push(...batch.rows);
  if (isSheet) return JSON.stringify([table, headings, rows]);
  return JSON.stringify([table, rows.map((cells) => columns.map((cell) => cells[cell] ?? ''))]);
};

/** The file with its answers; read again before anyone relies on it, so that no cell but theirs has another text. */
const answeredBytes = async (audit: AuditFile, ruleset: Ruleset): Promise<Uint8Array> => {
  const { files, bytes, tables, file, table } = audit;
  const edits = editsOf(audit);
  const edited = await editFile(bytes, tables, edits, ruleset);
  const read = await Promise.all((await tablesOf(files, edited, file, table, ruleset)).map(textsOf));
  const asked = await Promise.all(tables.map((each) => textsOf(amendTable(each, ruleset.records[each.table]!, edits))));
  if (read.join('\n') !== asked.join('\n')) throw new Error(`answers would change other cells of ${file}`);
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
