import type { Command } from 'commander';
import { isStdin } from '../../cli/assess-for-report.ts';
import { Interrupted, UsageError } from '../../cli/errors.ts';
import { localTime } from '../../cli/local-time.ts';
import { readChoice, readName, readYear } from '../../cli/option-values.ts';
import { addSubjectOption, askedSubject, type SubjectOption } from '../../cli/report-options.ts';
import { say } from '../../cli/say.ts';
import type { Session } from '../../cli/session.ts';
import { judgedLevel } from '../../model/levels.ts';
import type { Ruleset } from '../../model/ruleset.ts';
import { colorsFor } from '../../report/colors.ts';
import { visible } from '../../report/plain.ts';
import type { AuditSession } from '../session.ts';
import { type AuditWords, auditWords } from './audit-words.ts';

interface Options extends SubjectOption {
  readonly rules?: string;
  readonly year?: number;
  readonly by?: string;
  readonly lang?: string;
}

/** What to type to go on. */
const commandOf = (
  paths: readonly string[],
  { rules, year, subject = [], by, lang }: Options,
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

const runAudit = async (session: Session, given: readonly string[], options: Options): Promise<void> => {
  const { io, words, language, signal } = session;
  if (given.some(isStdin)) throw new UsageError(auditWords[words.language].noFile);
  if (!io.stdin.isTTY || !io.stdout.isTTY) throw new UsageError(auditWords[words.language].noTerminal);
  const [{ asOutputError, openAudit }, { openTerminal }, { talk }, { saveAnswers, settleChanged }] = await Promise.all([
    import('./open-audit.ts'),
    import('./audit-terminal.ts'),
    import('./audit-talk.ts'),
    import('./audit-end.ts'),
  ]);
  const isPlain = Boolean(io.env.NO_COLOR);
  const terminal = await openTerminal(io, signal, isPlain);
  let by = options.by ?? '';
  const now = () => localTime(io.date());
  const toAuditor = async () => {
    if (by === '') {
      const user = io.env.USER ?? io.env.USERNAME ?? '';
      const typed = await terminal.ask(
        auditWords[words.language].who + (user === '' ? '' : ` (${visible(user)})`),
        (text) => (text.trim() === '' && user === '' ? words.usage.notEmpty : null),
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
  const context = { words: auditWords[words.language], language, colors: colorsFor(!isPlain), width: terminal.width };
  try {
    const end = await talk(opened, terminal, context, welcomeTo(opened, auditWords[words.language]));
    if (end === 'pause') throw new Interrupted();
    const finish = end === 'save' ? saveAnswers : settleChanged;
    const { lines, code } = await finish(opened, { by, now }, terminal, context);
    terminal.show([]);
    await say(io.stdout, `${lines.join('\n')}\n`);
    session.done(code);
  } catch (error) {
    if (!(error instanceof Interrupted)) throw asOutputError(error, paths.join(' '));
    terminal.show([]);
    throw new Interrupted(auditWords[words.language].paused(commandOf(paths, options, opened.ruleset)), {
      cause: error,
    });
  } finally {
    opened.close();
  }
};

export const addAuditCommand = (program: Command, session: Session): void => {
  const { words } = session;
  const { help } = words;
  const command = program
    .command('audit')
    .description(help.audit)
    .argument('<FILE...>', help.auditFile)
    .option('--rules <R>', help.rules, readName('--rules')(words))
    .option('--year <Y>', help.year, readYear(words));
  addSubjectOption(command, words, help.auditSubject)
    .option('--by <NAME>', help.auditBy, readName('--by')(words))
    .option('--lang <L>', help.lang, readChoice('--lang', ['zh', 'en'])(words))
    .addHelpText('after', `\n${help.auditExitCodes}`)
    .action((paths: string[], options: Options) => runAudit(session, paths, options));
};
