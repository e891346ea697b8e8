import type { Command } from 'commander';
import { untilAborted } from '../../cli/assess-for-report.ts';
import { RefusedError } from '../../cli/errors.ts';
import { type Asked, addOptions, addOutputOptions, LOOK } from '../../cli/options.ts';
import { type Reported, runReport } from '../../cli/run-report.ts';
import type { Session } from '../../cli/session.ts';
import { FORMATS } from '../../report/reporters.ts';

const OPTIONS = [...LOOK, 'quiet', 'color'] as const;

type Options = Asked<(typeof OPTIONS)[number]>;

const openSaved = async (path: string, { rules }: Options, { io, signal }: Session): Promise<Reported> => {
  const { readReport } = await import('../read-report.ts');
  const stdin = path === '-' ? { stdin: untilAborted(io.stdin, signal) } : {};
  const read = await readReport({ path, ...(rules !== undefined && { rules }), ...stdin, signal });
  if ('refusal' in read) throw new RefusedError(read.refusal, read.diagnostics);
  return { ...read, files: path === '-' ? [] : [path] };
};

export const addReportCommand = (program: Command, session: Session): void => {
  const { words } = session;
  const { help } = words;
  const command = program.command('report').description(help.report).argument('<FILE>', help.reportFile);
  const targetsOf = addOutputOptions(command, words, FORMATS);
  addOptions(command, words, OPTIONS)
    .addHelpText('after', `\n${help.exitCodes}`)
    .action(async (path: string, options: Options) => {
      const open = () => openSaved(path, options, session);
      session.done(await runReport(session, targetsOf(), options, open));
    });
};
