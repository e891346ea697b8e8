import type { Command } from 'commander';
import { RefusedError } from '../../cli/errors.ts';
import { type OutputWord, pairOutputs } from '../../cli/pair-outputs.ts';
import { addLookOptions, type LookOptions } from '../../cli/report-options.ts';
import { type Reported, runReport } from '../../cli/run-report.ts';
import type { Session } from '../../cli/session.ts';
import { untilAborted } from '../../cli/until-aborted.ts';
import { FORMATS } from '../../report/reporters.ts';

interface Options extends LookOptions {
  readonly quiet?: boolean;
  readonly color: boolean;
}

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
  const outputs: OutputWord[] = [];
  const command = program.command('report').description(help.report).argument('<FILE>', help.reportFile);
  addLookOptions(command, words, outputs)
    .option('--quiet', help.quiet)
    .option('--no-color', help.noColor)
    .addHelpText('after', `\n${help.exitCodes}`)
    .action(async (path: string, options: Options) => {
      const open = () => openSaved(path, options, session);
      session.done(await runReport(session, pairOutputs(outputs, FORMATS, words), options, open));
    });
};
