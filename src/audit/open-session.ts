import { assess } from '../assess.ts';
import { openOrThrow } from '../intake/files.ts';
import type { Assessment } from '../model/assessment.ts';
import type { Ruleset } from '../model/ruleset.ts';
import { type AuditFile, type Auditor, type AuditRequest, openAuditFile } from './audit-file.ts';
import { type AuditedFiles, auditedFilesOf } from './audited-files.ts';
import { CannotEditError } from './cells.ts';
import { pathsWithCopies, sheetCopies } from './copy-sheets.ts';
import { assertEditable } from './edit-file.ts';
import { type OpenedFile, openTables } from './held-tables.ts';
import { AuditError } from './obstacle.ts';
import { type AuditSession, sessionOf } from './session.ts';

/** All files together, in bytes: so much is held in memory. */
export const AUDIT_LIMIT = 8 << 20;

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

const assertAllEditable = async (
  files: AuditedFiles,
  opened: readonly OpenedFile[],
  ruleset: Ruleset,
): Promise<void> => {
  for (const { shown: file, tables } of opened) {
    if (isPipe(files, file)) throw new AuditError({ kind: 'not-editable', file, reason: 'shape' });
    try {
      await assertEditable(files.read(file), tables, ruleset);
    } catch (error) {
      if (!(error instanceof CannotEditError)) throw error;
      throw new AuditError({ kind: 'not-editable', file, reason: error.reason });
    }
  }
};

/**
 * Begins an audit of files that can be judged, or takes up one that is not over; `toAuditor` is asked once nothing
 * stands in the way. Throws `AuditError`, or the file system's error where locks and journals cannot be written.
 */
export const openSession = async (request: AuditRequest, toAuditor: () => Promise<Auditor>): Promise<AuditSession> => {
  const place = await auditedFilesOf(request.files);
  const assessment = await assess({ ...request, evidence: false });
  const { refusal, ruleset, unmatched, year } = assessment;
  if (refusal !== null || ruleset === null || unmatched.length > 0) {
    throw new AuditError({ kind: 'refused', assessment });
  }
  if ((await sizeOf(place, assessment)) > AUDIT_LIMIT) throw new AuditError({ kind: 'too-large' });
  const opened = await openTables(request.paths, ruleset, place);
  const copies = sheetCopies(place, opened);
  if (copies.length > 0) {
    const paths = pathsWithCopies(opened, copies);
    if (copies.every(({ isThere }) => isThere)) return await openSession({ ...request, paths }, toAuditor);
    throw new AuditError({ kind: 'spreadsheets', copies, paths });
  }
  await assertAllEditable(place, opened, ruleset);

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
