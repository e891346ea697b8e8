import type { Command } from 'commander';
import { type OutputWord, pairOutputs } from './pair-outputs.ts';
import { addReportOptions, type ReportOptions } from './report-options.ts';
import { runReport } from './run-report.ts';
import type { Session } from './session.ts';

export const addValidateCommand = (program: Command, session: Session): void => {
  const { words } = session;
  const outputs: OutputWord[] = [];
  const command = program.command('validate').description(words.help.validate).argument('<PATH...>', words.help.path);
  addReportOptions(command, words, outputs)
    .addHelpText('after', `\n${words.help.exitCodes}`)
    .action(async (paths: string[], { lang, ...options }: ReportOptions) => {
      const targets = pairOutputs(outputs, words);
      session.done(await runReport(session, { command: 'validate', paths, ...options }, targets, {}));
    });
};
