import { isStdin } from '../../cli/assess-for-report.ts';
import {
  describeDiagnostic,
  Interrupted,
  OutputError,
  ToldError,
  tellUnmatched,
  UsageError,
} from '../../cli/errors.ts';
import { EXIT, OF_REFUSAL } from '../../cli/exit-codes.ts';
import { askedSubject } from '../../cli/options.ts';
import type { Session } from '../../cli/session.ts';
import { say } from '../../cli/sinks.ts';
import type { Assessment } from '../../model/assessment.ts';
import { judgedLevel } from '../../model/levels.ts';
import type { Ruleset } from '../../model/ruleset.ts';
import { colorsFor } from '../../report/colors.ts';
import { visible, withShownPlace } from '../../report/plain.ts';
import type { Auditor, AuditRequest } from '../audit-file.ts';
import { AuditError, type Obstacle } from '../audited-files.ts';
import { type SheetCopy, writeSheetCopies } from '../copy-sheets.ts';
import { nodeAuditedFiles } from '../node/audited-files.ts';
import { AUDIT_LIMIT, type AuditSession, openSession } from '../session.ts';
import type { AuditOptions } from './audit-command.ts';
import { saveAnswers, settleChanged } from './audit-end.ts';
import { talk } from './audit-talk.ts';
import { openTerminal, type Terminal } from './audit-terminal.ts';
import { type AuditWords, auditWords } from './audit-words.ts';

const two = (figure: number): string => String(figure).padStart(2, '0');

/** ISO 8601 with the offset of the place, to the second: 2012-11-05T09:30:00+08:00. */
export const localTime = (date: Date): string => {
  const offset = -date.getTimezoneOffset();
  const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()].map(two).join('-');
  const time = [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':');
  const away = Math.abs(offset);
  return `${day}T${time}${offset < 0 ? '-' : '+'}${two(Math.floor(away / 60))}:${two(away % 60)}`;
};

/** Errors listed; the rest is counted. */
const LISTED = 12;

const refusedBy = (refused: Assessment, paths: readonly string[], session: Session): Error => {
  const { refusal, diagnostics, ruleset, unmatched, near } = refused;
  if (ruleset !== null && unmatched.length > 0)
    return new UsageError(tellUnmatched(unmatched, near, ruleset, session.words));
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const command = `streetcheck validate ${paths.join(' ')}`;
  const listed = errors.slice(0, LISTED).map(withShownPlace(refused));
  const lines = listed.map((diagnostic) => describeDiagnostic(diagnostic, session.language));
  const said = [auditWords[session.language].refused(errors.length, command), ...lines];
  return new ToldError(refusal === null ? EXIT.invalidData : OF_REFUSAL[refusal], said.join('\n'));
};

/** An obstacle in the user's language. */
const tell = (obstacle: Obstacle, paths: readonly string[], session: Session): Error => {
  const audit = auditWords[session.language];
  switch (obstacle.kind) {
    case 'refused':
      return refusedBy(obstacle.assessment, paths, session);
    case 'too-large':
      return new UsageError(audit.tooLarge(`${AUDIT_LIMIT >> 20} MiB`));
    case 'spreadsheets':
      return new Interrupted(audit.noCopyMade);
    case 'not-editable': {
      const why = obstacle.reason === 'alias' ? `\n${audit.alias}` : '';
      return new ToldError(EXIT.invalidData, audit.notEditable(obstacle.file) + why);
    }
    case 'locked':
      return new ToldError(EXIT.cannotWrite, audit.locked(obstacle.lock, obstacle.pid, obstacle.host));
    case 'other-ruleset':
      return new UsageError(audit.otherRuleset(obstacle.journal, obstacle.ruleset));
    case 'other-file':
      return new UsageError(audit.otherFile(visible(obstacle.journal)));
  }
};

const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'syscall' in error && 'code' in error;

/** A file system's error as one of the output it is about. */
const asOutputError = (error: unknown, fallback: string): unknown =>
  isSystemError(error) ? new OutputError(error.path ?? fallback, error) : error;

/** Makes copies in CSV of spreadsheets, if that is wished. */
const copySheets = async (
  copies: readonly SheetCopy[],
  { language, io }: Session,
  terminal: Terminal,
): Promise<boolean> => {
  const audit = auditWords[language];
  terminal.show(copies.map(({ sheet, copy }) => visible(audit.spreadsheet(sheet.shown, copy))));
  const isWished = await terminal.choose('', [
    { name: audit.copySheet, value: true },
    { name: audit.noCopy, value: false },
  ]);
  try {
    if (isWished) writeSheetCopies(nodeAuditedFiles(), copies, localTime(io.date()));
    return isWished;
  } catch (error) {
    throw asOutputError(error, copies.map(({ copy }) => copy).join(' '));
  }
};

interface OpenedAudit {
  readonly opened: AuditSession;
  /** What to give in order to go on. */
  readonly paths: readonly string[];
}

/** Opens the session, or throws what keeps it from being opened in the user's language. */
const openAudit = async (
  session: Session,
  request: AuditRequest,
  toAuditor: () => Promise<Auditor>,
  terminal: Terminal,
): Promise<OpenedAudit> => {
  const { paths } = request;
  try {
    return { opened: await openSession(request, toAuditor), paths };
  } catch (error) {
    if (!(error instanceof AuditError)) throw asOutputError(error, paths.join(' '));
    const { obstacle } = error;
    const isCopied = obstacle.kind === 'spreadsheets' && (await copySheets(obstacle.copies, session, terminal));
    if (!isCopied) throw tell(obstacle, paths, session);
    return await openAudit(session, { ...request, paths: obstacle.paths }, toAuditor, terminal);
  }
};

/** What to type to go on. */
const commandOf = (
  paths: readonly string[],
  { rules, year, subject = [], by, lang }: AuditOptions,
  ruleset: Ruleset,
): string => {
  const quoted = (word: string): string =>
    /^[\p{L}\p{N}_./=-]+$/u.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
  return [
    'streetcheck audit',
    ...paths.map(quoted),
    ...(rules === undefined ? [] : ['--rules', quoted(rules)]),
    ...(year === undefined ? [] : ['--year', String(year)]),
    ...subject.flatMap((each) => [`--${judgedLevel(ruleset).id}`, quoted(each)]),
    ...(by === undefined ? [] : ['--by', quoted(by)]),
    ...(lang === undefined ? [] : ['--lang', lang]),
  ].join(' ');
};

const welcomeTo = ({ files }: AuditSession, audit: AuditWords): string[] =>
  files.flatMap(({ shown, resumed, journal: { torn } }) => [
    ...(resumed > 0 ? [audit.resumed(visible(shown), resumed)] : []),
    ...(torn > 0 ? [audit.torn(visible(shown), torn)] : []),
  ]);

/** An audit from its first to its last screen; an interrupt says what goes on with it. */
export const runAudit = async (session: Session, given: readonly string[], options: AuditOptions): Promise<void> => {
  const { io, words, language, signal } = session;
  const audit = auditWords[language];
  if (given.some(isStdin)) throw new UsageError(audit.noFile);
  if (!io.stdin.isTTY || !io.stdout.isTTY) throw new UsageError(audit.noTerminal);
  const isPlain = Boolean(io.env.NO_COLOR);
  const terminal = await openTerminal(io, signal, isPlain);
  let by = options.by ?? '';
  const now = () => localTime(io.date());
  const toAuditor = async () => {
    if (by === '') {
      const user = io.env.USER ?? io.env.USERNAME ?? '';
      const typed = await terminal.ask(audit.who + (user === '' ? '' : ` (${visible(user)})`), (text) =>
        text.trim() === '' && user === '' ? words.usage.notEmpty : null,
      );
      by = typed.trim() || user;
    }
    return { by, now };
  };
  const { opened, paths } = await openAudit(
    session,
    { paths: given, ...options, ...askedSubject(options), signal },
    toAuditor,
    terminal,
  );
  const context = { words: audit, language, colors: colorsFor(!isPlain), width: terminal.width };
  try {
    const end = await talk(opened, terminal, context, welcomeTo(opened, audit));
    if (end === 'pause') throw new Interrupted();
    const finish = end === 'save' ? saveAnswers : settleChanged;
    const { lines, code } = await finish(opened, { by, now }, terminal, context);
    terminal.show([]);
    await say(io.stdout, `${lines.join('\n')}\n`);
    session.done(code);
  } catch (error) {
    if (!(error instanceof Interrupted)) throw asOutputError(error, paths.join(' '));
    terminal.show([]);
    throw new Interrupted(audit.paused(commandOf(paths, options, opened.ruleset)), {
      cause: error,
    });
  } finally {
    opened.close();
  }
};
