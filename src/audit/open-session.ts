import { assess } from '../assess.ts';
import { openOrThrow } from '../intake/files.ts';
import type { Assessment } from '../model/assessment.ts';
import type { Ruleset } from '../model/ruleset.ts';
import type { AuditRequest } from './audit-file.ts';
import { type AuditFile, type Auditor, openAuditFile } from './audit-file.ts';
import { type AuditedFiles, auditedFilesOf } from './audited-files.ts';
import { CannotEditError } from './cells.ts';
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

/** A pipe was read to its end and would be waited for again. */
const isPipe = (files: AuditedFiles, shown: string): boolean => files.kindOf(shown) !== 'file';

const sizeOf = async (files: AuditedFiles, { inputs }: Assessment): Promise<number> => {
  let size = 0;
  for (const { encoding, shown } of inputs) {
    if (encoding === 'xlsx' || isPipe(files, shown)) continue;
    const source = await openOrThrow(files, shown);
    size += source.size;
    source.close();
  }
  return size;
};

const findNotEditable = async (
  files: AuditedFiles,
  opened: readonly OpenedFile[],
  ruleset: Ruleset,
): Promise<NotEditable | null> => {
  for (const { shown, tables } of opened) {
    if (isPipe(files, shown)) return { notEditable: shown, reason: 'shape' };
    try {
      await assertEditable(files.read(shown), tables, ruleset);
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
  const place = await auditedFilesOf(request.files);
  const first = await assess({ ...request, evidence: false });
  if (first.refusal !== null || first.ruleset === null || first.unmatched.length > 0) return { refused: first };
  const { ruleset, year } = first;
  const size = await sizeOf(place, first);
  if (size > AUDIT_LIMIT) return { tooLarge: size };
  const opened = await openTables(request.paths, ruleset, place);
  const copies = sheetCopies(place, opened);
  if (copies.length > 0) {
    const paths = pathsWithCopies(opened, copies);
    return copies.every(({ isThere }) => isThere)
      ? await openSession({ ...request, paths }, toAuditor)
      : { copies, paths };
  }
  const notEditable = await findNotEditable(place, opened, ruleset);
  if (notEditable !== null) return notEditable;

  const auditor = await toAuditor();
  const files: AuditFile[] = [];
  try {
    for (const each of opened) files.push(await openAuditFile(place, each, ruleset, auditor));
    // The files themselves: a folder may get others meanwhile.
    return sessionOf({ ...request, paths: pathsWithCopies(opened, []) }, ruleset, year, files, auditor);
  } catch (error) {
    for (const file of files) file.close();
    throw error;
  }
};
