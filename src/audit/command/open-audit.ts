import { describeDiagnostic } from '../../cli/describe-failure.ts';
import { Interrupted, OutputError, ToldError, UsageError } from '../../cli/errors.ts';
import { EXIT, OF_REFUSAL } from '../../cli/exit-codes.ts';
import { localTime } from '../../cli/local-time.ts';
import type { Session } from '../../cli/session.ts';
import { tellUnmatched } from '../../cli/tell-unmatched.ts';
import type { Assessment } from '../../model/assessment.ts';
import { visible } from '../../report/plain.ts';
import { withShownPlace } from '../../report/shown-places.ts';
import type { AuditRequest } from '../audit-file.ts';
import { type Auditor, OtherFileError, OtherRulesetError } from '../audit-file.ts';
import { type SheetCopy, writeSheetCopies } from '../copy-sheets.ts';
import { nodeAuditedFiles } from '../node/audited-files.ts';
import { LockedError } from '../node/lock.ts';
import { AUDIT_LIMIT, openSession } from '../open-session.ts';
import type { AuditSession } from '../session.ts';
import type { Terminal } from './audit-terminal.ts';
import { auditWords } from './audit-words.ts';

/** Errors listed; the rest is counted. */
const LISTED = 12;

const refusedBy = (refused: Assessment, paths: readonly string[], session: Session): ToldError => {
  const { refusal, diagnostics } = refused;
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const command = `streetcheck validate ${paths.join(' ')}`;
  const listed = errors.slice(0, LISTED).map(withShownPlace(refused));
  const lines = listed.map((diagnostic) => describeDiagnostic(diagnostic, session.language));
  const said = [auditWords[session.words.language].refused(errors.length, command), ...lines];
  return new ToldError(refusal === null ? EXIT.invalidData : OF_REFUSAL[refusal], said.join('\n'));
};

const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'syscall' in error && 'code' in error;

/** A file system's error as one of the output it is about. */
export const asOutputError = (error: unknown, fallback: string): unknown =>
  isSystemError(error) ? new OutputError(error.path ?? fallback, error) : error;

export interface OpenedAudit {
  readonly opened: AuditSession;
  /** What to give in order to go on. */
  readonly paths: readonly string[];
}

/** Asks whether spreadsheets are to be audited as copies in CSV, and makes those. */
const copySheets = async (copies: readonly SheetCopy[], { words, io }: Session, terminal: Terminal): Promise<void> => {
  const audit = auditWords[words.language];
  terminal.show(copies.map(({ sheet, copy }) => visible(audit.spreadsheet(sheet.shown, copy))));
  const isWished = await terminal.choose('', [
    { name: audit.copySheet, value: true },
    { name: audit.noCopy, value: false },
  ]);
  if (!isWished) throw new Interrupted(audit.noCopyMade);
  await writeSheetCopies(nodeAuditedFiles(), copies, localTime(io.date()));
};

/** Opens the session, or throws what keeps it from being opened in the user's language. */
export const openAudit = async (
  session: Session,
  request: AuditRequest,
  toAuditor: () => Promise<Auditor>,
  terminal: Terminal,
): Promise<OpenedAudit> => {
  const audit = auditWords[session.words.language];
  try {
    const opened = await openSession(request, toAuditor);
    if ('refused' in opened) {
      const { ruleset, unmatched, near } = opened.refused;
      if (ruleset !== null && unmatched.length > 0)
        throw new UsageError(tellUnmatched(unmatched, near, ruleset, session.words));
      throw refusedBy(opened.refused, request.paths, session);
    }
    if ('tooLarge' in opened) throw new UsageError(audit.tooLarge(`${AUDIT_LIMIT >> 20} MiB`));
    if ('copies' in opened) {
      await copySheets(opened.copies, session, terminal);
      return await openAudit(session, { ...request, paths: opened.paths }, toAuditor, terminal);
    }
    if ('notEditable' in opened) {
      const why = opened.reason === 'alias' ? `\n${audit.alias}` : '';
      throw new ToldError(EXIT.invalidData, audit.notEditable(opened.notEditable) + why);
    }
    return { opened, paths: request.paths };
  } catch (error) {
    if (error instanceof LockedError) {
      throw new ToldError(EXIT.cannotWrite, audit.locked(error.lock, error.pid, error.host));
    }
    if (error instanceof OtherRulesetError) throw new UsageError(audit.otherRuleset(error.journal, error.ruleset));
    if (error instanceof OtherFileError) throw new UsageError(audit.otherFile(visible(error.journal)));
    throw asOutputError(error, request.paths.join(' '));
  }
};
