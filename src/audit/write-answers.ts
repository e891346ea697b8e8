import { equalBytes, kindAt, nameOf } from '../intake/source.ts';
import type { Ruleset } from '../model/ruleset.ts';
import { guarded, unmistaken } from '../model/spreadsheet.ts';
import type { AuditFile, Auditor } from './audit-file.ts';
import { editFile } from './edit-file.ts';
import { amendTable, type HeldTable, tablesOf } from './held-tables.ts';

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
