import type { Command } from 'commander';
import { type OpenSubmission, openSubmission, toAssessment } from '../assess.ts';
import { assertOneFolder, readForReport } from '../cli/assess-for-report.ts';
import { type Asked, addOptions, addOutputOptions, LOOK, READING } from '../cli/options.ts';
import type { Target } from '../cli/pair-outputs.ts';
import { runReport } from '../cli/run-report.ts';
import type { Session } from '../cli/session.ts';
import type { Assessment } from '../model/assessment.ts';
import type { ReportContext } from '../report/reporter.ts';
import { FORMATS, type Format, loadReporter } from '../report/reporters.ts';

const OPTIONS = [...LOOK, ...READING, 'maxWarnings'] as const;

type Options = Asked<(typeof OPTIONS)[number]>;

/** Opens, reports and closes. Of a validation a workbook is the correction copy, for which the inputs are read again. */
const validate = async (session: Session, paths: readonly string[], targets: readonly Target[], options: Options) => {
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
    return await runReport(session, targets, options, open, load);
  } finally {
    submission?.close();
  }
};

export const addValidateCommand = (program: Command, session: Session): void => {
  const { words } = session;
  const { help } = words;
  const command = program.command('validate').description(help.validate).argument('<PATH...>', help.path);
  const targetsOf = addOutputOptions(command, words, FORMATS);
  addOptions(command, words, OPTIONS)
    .addHelpText('after', `\n${help.validateExitCodes}`)
    .action(async (paths: string[], options: Options) =>
      session.done(await validate(session, paths, targetsOf(), options)),
    );
};
