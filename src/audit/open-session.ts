import { readFileSync, statSync } from 'node:fs';
import { assess } from '../assess.ts';
import type { Assessment } from '../model/assessment.ts';
import type { Ruleset } from '../model/ruleset.ts';
import type { AuditRequest } from './audit-file.ts';
import { type AuditFile, type Auditor, openAuditFile } from './audit-file.ts';
import { CannotEditError } from './cell-edit.ts';
import { pathsWithCopies, type SheetCopy, sheetCopies } from './copy-sheets.ts';
import { assertEditable } from './edit-file.ts';
import { type OpenedFile, openTables } from './open-tables.ts';
import { type AuditSession, sessionOf } from './session.ts';

/** All files together, in bytes: so much is held in memory. */
export const AUDIT_LIMIT = 8 << 20;

interface NotEditable {
  readonly notEditable: string;
  readonly reason: CannotEditError['reason'];
}

export type AuditRefusal =
  /** Not fit to be judged, or not there: what cannot be read is not audited. */
  | { readonly refused: Assessment }
  /** Bytes. */
  | { readonly tooLarge: number }
  /** What could be audited instead, and as which paths. */
  | { readonly copies: readonly SheetCopy[]; readonly paths: readonly string[] }
  | NotEditable;

const sizeOf = ({ inputs }: Assessment): number => {
  const files = inputs.filter(({ encoding }) => encoding !== 'xlsx');
  return files.reduce((sum, { shown }) => sum + statSync(shown).size, 0);
};

const findNotEditable = async (opened: readonly OpenedFile[], ruleset: Ruleset): Promise<NotEditable | null> => {
  for (const { shown, tables } of opened) {
    // A pipe was read to its end and would be waited for again.
    if (!statSync(shown).isFile()) return { notEditable: shown, reason: 'shape' };
    try {
      await assertEditable(readFileSync(shown), tables, ruleset);
    } catch (error) {
      if (!(error instanceof CannotEditError)) throw error;
      return { notEditable: shown, reason: error.reason };
    }
  }
  return null;
};

/**
 * Begins an audit of files that can be judged, or takes up one that is not over; `toAuditor` is asked once nothing
 * stands in the way. Throws `LockedError`, `OtherRulesetError`, `OtherFileError`, or the file system's error where locks and journals
 * cannot be written.
 */
export const openSession = async (
  request: AuditRequest,
  toAuditor: () => Promise<Auditor>,
): Promise<AuditSession | AuditRefusal> => {
  const first = await assess({ ...request, evidence: false });
  if (first.refusal !== null || first.ruleset === null || first.unmatchedStreets.length > 0) return { refused: first };
  const { ruleset, year } = first;
  const size = sizeOf(first);
  if (size > AUDIT_LIMIT) return { tooLarge: size };
  const opened = await openTables(request.paths, ruleset);
  const copies = sheetCopies(opened);
  if (copies.length > 0) {
    const paths = pathsWithCopies(opened, copies);
    return copies.every(({ isThere }) => isThere)
      ? await openSession({ ...request, paths }, toAuditor)
      : { copies, paths };
  }
  const notEditable = await findNotEditable(opened, ruleset);
  if (notEditable !== null) return notEditable;

  const auditor = await toAuditor();
  const files: AuditFile[] = [];
  try {
    for (const each of opened) files.push(await openAuditFile(each, ruleset, auditor));
    // The files themselves: a folder may get others meanwhile.
    return sessionOf({ ...request, paths: pathsWithCopies(opened, []) }, ruleset, year, files, auditor);
  } catch (error) {
    for (const file of files) file.close();
    throw error;
  }
};
