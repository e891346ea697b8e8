import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import type { OpenTable } from '../intake/open-table.ts';
import { guarded, unmistaken } from '../model/formula.ts';
import type { Ruleset } from '../model/ruleset.ts';
import { amendTable } from './amend-table.ts';
import { type AuditFile, type Auditor, sha256Of } from './audit-file.ts';
import type { CellEdit } from './cell-edit.ts';
import { editFile } from './edit-file.ts';
import { syncFolder } from './journal.ts';
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
  const { bytes, tables, file, table } = audit;
  const edits = editsOf(audit);
  const edited = await editFile(bytes, tables, edits, ruleset);
  const read = await Promise.all((await tablesOf(edited, file, table, ruleset)).map(textsOf));
  const asked = await Promise.all(tables.map((each) => textsOf(amendTable(each, ruleset.records[each.table]!, edits))));
  if (read.join('\n') !== asked.join('\n')) throw new Error(`answers would change other cells of ${file}`);
  return edited;
};

const writeNew = (file: string, bytes: Uint8Array, mode: number | undefined): void => {
  const fd = openSync(file, 'wx', mode);
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
};

/** Whether the file still is what the answers are about. */
export const isUnchanged = ({ file, sha256 }: Pick<AuditFile, 'file' | 'sha256'>): boolean =>
  existsSync(file) && sha256Of(readFileSync(file)) === sha256;

/**
 * Puts the answers into the file, written beside it and renamed; false where someone else has changed it, which then
 * stays as it is. The journal stays, as the record of who answered what and when.
 */
export const writeAnswers = async (audit: AuditFile, ruleset: Ruleset, { by, now }: Auditor): Promise<boolean> => {
  const { file, journal } = audit;
  const edited = await answeredBytes(audit, ruleset);
  if (!isUnchanged(audit)) return false;
  const sha256 = sha256Of(edited);
  const entry = { by, file: basename(file), sha256 };
  journal.append({ kind: 'writing', at: now(), ...entry });
  if (!audit.bytes.equals(edited)) {
    // The leading dot keeps it out of a folder read as input.
    const beside = join(dirname(file), `.${basename(file)}.${randomBytes(6).toString('hex')}.tmp`);
    try {
      writeNew(beside, edited, statSync(file).mode);
      if (!isUnchanged(audit)) return false;
      renameSync(beside, file);
    } finally {
      rmSync(beside, { force: true });
    }
    syncFolder(dirname(file));
  }
  journal.append({ kind: 'written', at: now(), ...entry });
  return true;
};

/** Puts the answers into a new file beside a file that someone else has changed; returns its name. */
export const writeCopy = async (audit: AuditFile, ruleset: Ruleset, { by, now }: Auditor): Promise<string> => {
  const { file, journal } = audit;
  const edited = await answeredBytes(audit, ruleset);
  const ending = extname(file);
  const stem = file.slice(0, file.length - ending.length);
  let copy = `${stem}.audit${ending}`;
  for (let nth = 2; existsSync(copy); nth++) copy = `${stem}.audit-${nth}${ending}`;
  writeNew(copy, edited, undefined);
  syncFolder(dirname(file));
  journal.append({ kind: 'copied', at: now(), by, file: basename(copy), sha256: sha256Of(edited) });
  return copy;
};
