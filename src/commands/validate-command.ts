import type { Command } from 'commander';
import { type OpenSubmission, openSubmission, toAssessment } from '../assess.ts';
import { assertOneFolder, readForReport } from '../cli/assess-for-report.ts';
import { type OutputWord, pairOutputs } from '../cli/pair-outputs.ts';
import {
  addLookOptions,
  addMaxWarnings,
  addReadingOptions,
  type LookOptions,
  type ReadingOptions,
} from '../cli/report-options.ts';
import { runReport } from '../cli/run-report.ts';
import type { Session } from '../cli/session.ts';
import type { Assessment } from '../model/assessment.ts';
import type { ReportContext } from '../report/reporter.ts';
import { FORMATS, type Format, loadReporter } from '../report/reporters.ts';

/** Opens, reports and closes. Of a validation a workbook is the correction copy, for which the inputs are read again. */
const validate = async (
  session: Session,
  paths: readonly string[],
  outputs: readonly OutputWord[],
  options: Options,
) => {
  const { words, io, signal } = session;
  const { base, ...reading } = options;
  const request = { command: 'validate', paths, ...reading } as const;
  let submission: OpenSubmission | undefined;
  const open = async () => {
    const { result, files } = await readForReport(session, request, openSubmission);
    submission = result;
    assertOneFolder(result.inputs, base, words);
    return { assessment: toAssessment(result), files, tool: io.version };
  };
  const load = async (format: string) => {
    if (format !== 'xlsx') return loadReporter(format as Format);
    const { writeCorrections } = await import('../correction/write-corrections.ts');
    return (assessment: Assessment, context: ReportContext) =>
      writeCorrections(submission!, assessment, context, signal);
  };
  try {
    return await runReport(session, pairOutputs(outputs, FORMATS, words), options, open, load);
  } finally {
    submission?.close();
  }
};

type Options = LookOptions & ReadingOptions;

export const addValidateCommand = (program: Command, session: Session): void => {
  const { words } = session;
  const outputs: OutputWord[] = [];
  const command = program.command('validate').description(words.help.validate).argument('<PATH...>', words.help.path);
  addMaxWarnings(addReadingOptions(addLookOptions(command, words, outputs), words), words)
    .addHelpText('after', `\n${words.help.validateExitCodes}`)
    .action(async (paths: string[], options: Options) =>
      session.done(await validate(session, paths, outputs, options)),
    );
};
