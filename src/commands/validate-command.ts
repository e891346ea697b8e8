import type { Command } from 'commander';
import type { OpenAssessment } from '../assess.ts';
import { assessForReport } from '../cli/assess-for-report.ts';
import { type OutputWord, pairOutputs } from '../cli/pair-outputs.ts';
import {
  addLookOptions,
  addMaxWarnings,
  addReadingOptions,
  type LookOptions,
  type ReadingOptions,
} from '../cli/report-options.ts';
import { runReport, type Writer } from '../cli/run-report.ts';
import type { Session } from '../cli/session.ts';
import { FORMATS, type Format, loadReporter } from '../report/reporters.ts';

/** Of a validation a workbook is the correction copy. */
const loadWriter = async (format: string, { signal }: Session): Promise<Writer> => {
  if (format !== 'xlsx') return loadReporter(format as Format);
  const { writeCorrections } = await import('../correction/write-corrections.ts');
  return (assessment, context) => writeCorrections(assessment as OpenAssessment, context, signal);
};

export const addValidateCommand = (program: Command, session: Session): void => {
  const { words } = session;
  const outputs: OutputWord[] = [];
  const command = program.command('validate').description(words.help.validate).argument('<PATH...>', words.help.path);
  addMaxWarnings(addReadingOptions(addLookOptions(command, words, outputs), words), words)
    .addHelpText('after', `\n${words.help.validateExitCodes}`)
    .action(async (paths: string[], options: LookOptions & ReadingOptions) => {
      const request = { command: 'validate', paths, ...options } as const;
      const load = (format: string) => loadWriter(format, session);
      const open = () => assessForReport(session, request);
      session.done(await runReport(session, pairOutputs(outputs, FORMATS, words), options, open, load));
    });
};
