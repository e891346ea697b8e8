import type { Command } from 'commander';
import { type AssessRequest, type OpenSubmission, openSubmission, toAssessment } from '../assess.ts';
import { assessForReport } from '../cli/assess-for-report.ts';
import { UsageError } from '../cli/errors.ts';
import { EXIT } from '../cli/exit-codes.ts';
import { type Asked, addOptions, addOutputOptions, askedSubject, LOOK, READING } from '../cli/options.ts';
import { refuseFormats, type Target } from '../cli/pair-outputs.ts';
import { runReport } from '../cli/run-report.ts';
import type { Session } from '../cli/session.ts';
import { say } from '../cli/sinks.ts';
import type { Assessment } from '../model/assessment.ts';
import { FORMATS, type Format, loadReporter, type ReportContext } from '../report/reporter.ts';

/** With a line for each submission of a batch. */
const EACH_FORMATS = [...FORMATS, 'jsonl'];
const TO_ASSESS = [
  ...([...LOOK, ...READING] as const),
  ...(['maxWarnings', 'each', 'subject', 'witnesses', 'quiet', 'color'] as const),
];
const TO_VALIDATE = [...LOOK, ...READING, 'maxWarnings'] as const;

export const addAssessCommand = (program: Command, session: Session): void => {
  const { words } = session;
  const { help } = words;
  const command = program.command('assess').description(help.assess).argument('<PATH...>', help.path);
  const targetsOf = addOutputOptions(command, words, EACH_FORMATS);
  addOptions(command, words, TO_ASSESS)
    .addHelpText('after', `\n${help.exitCodes}`)
    .action(async (paths: string[], options: Asked<(typeof TO_ASSESS)[number]>) => {
      const { each = false } = options;
      const targets = targetsOf();
      refuseFormats(targets, each, words);
      if (each) {
        const { runEach } = await import('../batch/command/run-each.ts');
        session.done(await runEach(session, paths, targets, { ...options, ...askedSubject(options) }));
        return;
      }
      // A table without reasons shows no records.
      const evidence = !(options.quiet === true && targets.every(({ format }) => format === 'table'));
      const request = { command: 'assess', paths, ...options, ...askedSubject(options), evidence } as const;
      session.done(await runReport(session, targets, options, () => assessForReport(session, request)));
    });
};

/** Opens, reports and closes. Of a validation a workbook is the correction copy, for which the inputs are read again. */
const validate = async (
  session: Session,
  paths: readonly string[],
  targets: readonly Target[],
  options: Asked<(typeof TO_VALIDATE)[number]>,
) => {
  let submission: OpenSubmission | undefined;
  const request = { command: 'validate', paths, ...options } as const;
  const read = async (asked: AssessRequest) => {
    submission = await openSubmission(asked);
    return toAssessment(submission);
  };
  const load = async (format: string) => {
    if (format !== 'xlsx') return loadReporter(format as Format);
    const { writeCorrections } = await import('../correction/write-corrections.ts');
    return (assessment: Assessment, context: ReportContext) =>
      writeCorrections(submission!, assessment, context, session.signal);
  };
  try {
    const open = () => assessForReport(session, request, undefined, read);
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
  addOptions(command, words, TO_VALIDATE)
    .addHelpText('after', `\n${help.validateExitCodes}`)
    .action(async (paths: string[], options) => session.done(await validate(session, paths, targetsOf(), options)));
};

export const addExplainCommand = (program: Command, { io, language, words, done }: Session): void => {
  const command = program.command('explain').description(words.help.explain).argument('<CODE>', words.help.code);
  addOptions(command, words, ['lang']).action(async (code: string) => {
    const { explain, suggestCode } = await import('../report/explain.ts');
    const text = explain(code, language);
    if (text === undefined) {
      const candidates = suggestCode(code);
      const hint = candidates.length > 0 ? [words.usage.didYouMean(candidates)] : [];
      throw new UsageError([words.usage.unknownCode(code), ...hint].join('\n'));
    }
    await say(io.stdout, text);
    done(EXIT.pass);
  });
};
