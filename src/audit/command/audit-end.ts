import { existsSync } from 'node:fs';
import { EXIT, type ExitCode } from '../../cli/exit-codes.ts';
import { plain, visible } from '../../report/plain.ts';
import { cut, wrap } from '../../report/wrap.ts';
import { type AuditFile, type Auditor, shownBeside } from '../audit-file.ts';
import { evidenceField } from '../held-tables.ts';
import type { AuditSession } from '../session.ts';
import { type Difference, differencesOf, isUnchanged, writeAnswers, writeCopy } from '../write-answers.ts';
import type { ScreenContext } from './audit-screen.ts';
import type { Terminal } from './audit-terminal.ts';

/** Differences listed; the rest is counted. */
const LISTED = 8;

/** What an audit leaves behind, for the screen, and how the run ends. */
export interface Ending {
  readonly lines: readonly string[];
  readonly code: ExitCode;
}

/** In two lines at most. */
const linesOf = ({ code, name, heading, before, theirs, ours }: Difference, context: ScreenContext): string[] => {
  const { words, width } = context;
  const shown = (text: string | null) =>
    text === null ? words.absent : text.trim() === '' ? words.blank : plain(text);
  const unit = [name, code].map(plain).join(' ').trim();
  const line = words.difference(unit, plain(heading), shown(before), shown(theirs), shown(ours));
  const [first = '', ...rest] = wrap(line, width, '  ', '    ');
  return [first, ...(rest.length === 0 ? [] : [cut(`    ${rest.map((each) => each.trim()).join(' ')}`, width)])];
};

const differenceLines = async (
  file: AuditFile,
  { ruleset }: AuditSession,
  context: ScreenContext,
): Promise<string[]> => {
  const { words, width } = context;
  const differences = await differencesOf(file, ruleset);
  const more = differences.length - LISTED;
  return [
    ...wrap(words.changed(visible(file.shown)), width),
    ...differences.slice(0, LISTED).flatMap((difference) => linesOf(difference, context)),
    ...(more > 0 ? [`  ${words.more(more)}`] : []),
  ];
};

/** Shows what someone else changed, and puts the answers into a copy if that is wished; the file stays theirs. */
const settle = async (
  file: AuditFile,
  session: AuditSession,
  auditor: Auditor,
  terminal: Terminal,
  context: ScreenContext,
): Promise<string[]> => {
  const { words } = context;
  const lines = existsSync(file.file)
    ? await differenceLines(file, session, context)
    : wrap(words.gone(visible(file.shown)), context.width);
  terminal.show(lines);
  const isCopied = await terminal.choose('', [
    { name: words.copy, value: true },
    { name: words.keep, value: false },
  ]);
  const said = isCopied
    ? words.copied(visible(shownBeside(file, await writeCopy(file, session.ruleset, auditor))))
    : words.kept(visible(shownBeside(file, file.journal.path)));
  return [...lines, said];
};

const ANSWERS_KEPT = EXIT.cannotWrite;

/** Settles the files that someone else has changed; the answers about the others stay in their journals. */
export const settleChanged = async (
  session: AuditSession,
  auditor: Auditor,
  terminal: Terminal,
  context: ScreenContext,
): Promise<Ending> => {
  const lines: string[] = [];
  for (const file of session.files) {
    if (!isUnchanged(file)) lines.push(...(await settle(file, session, auditor, terminal, context)));
  }
  return { lines, code: ANSWERS_KEPT };
};

/** Writes the answers into every file that is still what it was, and settles the others. */
export const saveAnswers = async (
  session: AuditSession,
  auditor: Auditor,
  terminal: Terminal,
  context: ScreenContext,
): Promise<Ending> => {
  const { words } = context;
  const verdict = await session.verdict();
  const lines: string[] = [];
  let code: ExitCode = EXIT.pass;
  for (const file of session.files) {
    const { shown, journal, findings } = file;
    const answers = [...findings.answers.values()].filter(
      ({ table, field }) => field !== evidenceField(session.ruleset, table),
    ).length;
    if (findings.answers.size === 0 && isUnchanged(file)) lines.push(words.unchanged(visible(shown)));
    else if (await writeAnswers(file, session.ruleset, auditor)) {
      lines.push(words.written(visible(shown), answers), `  ${words.record(visible(shownBeside(file, journal.path)))}`);
    } else {
      code = ANSWERS_KEPT;
      lines.push(...(await settle(file, session, auditor, terminal, context)));
    }
  }
  if (verdict !== null && code === EXIT.pass) lines.push(words.verdict(words.verdicts[verdict]));
  return { lines, code };
};
