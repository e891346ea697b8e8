import type { Command } from 'commander';
import { readName, readWitnesses } from './option-values.ts';
import { type OutputWord, pairOutputs } from './pair-outputs.ts';
import { addReportOptions, type ReportOptions } from './report-options.ts';
import { runReport } from './run-report.ts';
import type { Session } from './session.ts';

interface Options extends ReportOptions {
  readonly street?: readonly string[];
  readonly witnesses?: number;
  readonly quiet?: boolean;
  readonly color: boolean;
}

export const addAssessCommand = (program: Command, session: Session): void => {
  const { words } = session;
  const { help } = words;
  const outputs: OutputWord[] = [];
  const street = readName('--street')(words);
  const command = program.command('assess').description(help.assess).argument('<PATH...>', help.path);
  addReportOptions(command, words, outputs)
    .option('--street <S>', help.street, (value, before: readonly string[] = []) => [...before, street(value)])
    .option('--witnesses <N>', help.witnesses, readWitnesses(words))
    .option('--quiet', help.quiet)
    .option('--no-color', help.noColor)
    .addHelpText('after', `\n${help.exitCodes}`)
    .action(async (paths: string[], { quiet = false, color, lang, ...options }: Options) => {
      const targets = pairOutputs(outputs, words);
      session.done(await runReport(session, { command: 'assess', paths, ...options }, targets, { quiet, color }));
    });
};
