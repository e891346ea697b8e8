import type { Command } from 'commander';
import { FORMATS } from '../report/reporters.ts';
import { assessForReport } from './assess-for-report.ts';
import { type OutputWord, pairOutputs } from './pair-outputs.ts';
import {
  addLookOptions,
  addMaxWarnings,
  addReadingOptions,
  type LookOptions,
  type ReadingOptions,
} from './report-options.ts';
import { runReport } from './run-report.ts';
import type { Session } from './session.ts';

export const addValidateCommand = (program: Command, session: Session): void => {
  const { words } = session;
  const outputs: OutputWord[] = [];
  const command = program.command('validate').description(words.help.validate).argument('<PATH...>', words.help.path);
  addMaxWarnings(addReadingOptions(addLookOptions(command, words, outputs), words), words)
    .addHelpText('after', `\n${words.help.validateExitCodes}`)
    .action(async (paths: string[], options: LookOptions & ReadingOptions) => {
      const request = { command: 'validate', paths, ...options } as const;
      const open = () => assessForReport(session, request);
      session.done(await runReport(session, pairOutputs(outputs, FORMATS, words), options, open));
    });
};
