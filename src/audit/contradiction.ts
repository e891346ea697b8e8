import { withSubmission } from '../assess.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Ruleset } from '../model/ruleset.ts';
import type { AuditFile, AuditRequest } from './audit-file.ts';
import type { JournalEntry } from './journal.ts';
import { take } from './replay.ts';
import { amendedTables, inOrder } from './standing.ts';
import { isUnchanged } from './write-answers.ts';

/**
 * The error of data that an answer would bring about beside the figures that stand, or null; `entry` is the answer, or
 * the skip that takes one back. Data with errors is not judged, so such an answer would spoil the file.
 */
export const contradictionOf = async (
  request: AuditRequest,
  files: readonly AuditFile[],
  ruleset: Ruleset,
  { file, entry }: { readonly file: number; readonly entry: JournalEntry },
): Promise<Diagnostic | null> => {
  // A file that someone else has changed is told as changed.
  if (!files.every(isUnchanged)) return null;
  const asked = files.map((each, at) => {
    if (at !== file) return each;
    const findings = { ...each.findings, answers: new Map(each.findings.answers), skipped: new Map() };
    take(findings, entry);
    return { ...each, findings };
  });
  const amend = () => inOrder(amendedTables(asked, ruleset), ruleset);
  const asking = { ...request, command: 'validate', witnesses: 0, amend } as const;
  const diagnostics = await withSubmission(asking, (submission) => submission.diagnostics);
  return diagnostics.find(({ severity }) => severity === 'error') ?? null;
};
