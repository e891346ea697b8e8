import type { Command } from 'commander';
import { assessForReport } from '../../cli/assess-for-report.ts';
import { readChoice, readName } from '../../cli/option-values.ts';
import { type OutputWord, pairOutputs } from '../../cli/pair-outputs.ts';
import {
  addOutputOptions,
  addReadingOptions,
  addSubjectOption,
  askedSubject,
  type ReadingOptions,
  type SubjectOption,
} from '../../cli/report-options.ts';
import { runReport } from '../../cli/run-report.ts';
import type { Session } from '../../cli/session.ts';

const FORMATS = ['table', 'json'] as const;

interface Options extends ReadingOptions, SubjectOption {
  readonly rules?: string;
  readonly color: boolean;
}

/** The reporters are loaded when a plan is asked for. */
const loadReporter = async (format: string) => {
  const { PLAN_REPORTERS } = await import('../report/plan-reporters.ts');
  return PLAN_REPORTERS[format as (typeof FORMATS)[number]];
};

export const addPlanCommand = (program: Command, session: Session): void => {
  const { words } = session;
  const { help } = words;
  const outputs: OutputWord[] = [];
  const command = program.command('plan').description(help.plan).argument('<PATH...>', help.path);
  addOutputOptions(command, words, outputs, FORMATS)
    .option('--rules <R>', help.rules, readName('--rules')(words))
    .option('--lang <L>', help.lang, readChoice('--lang', ['zh', 'en'])(words));
  addSubjectOption(addReadingOptions(command, words), words, help.subject)
    .option('--no-color', help.noColor)
    .addHelpText('after', `\n${help.exitCodes}`)
    .action(async (paths: string[], options: Options) => {
      const { plan } = await import('../plan.ts');
      const open = () => assessForReport(session, { paths, ...options, ...askedSubject(options) }, undefined, plan);
      session.done(await runReport(session, pairOutputs(outputs, FORMATS, words), options, open, loadReporter));
    });
};
