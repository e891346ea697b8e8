import type { Command } from 'commander';
import { assessForReport } from '../../cli/assess-for-report.ts';
import {
  type Asked,
  addOptions,
  addOutputOptions,
  askedSubject,
  READING,
  VERB_FORMATS,
  type VerbFormat,
} from '../../cli/options.ts';
import { runReport } from '../../cli/run-report.ts';
import type { Session } from '../../cli/session.ts';

const OPTIONS = ['rules', 'lang', ...READING, 'subject', 'color'] as const;

/** The reporters are loaded when a plan is asked for. */
const loadReporter = async (format: string) => {
  const { PLAN_REPORTERS } = await import('../report/plan-reporters.ts');
  return PLAN_REPORTERS[format as VerbFormat];
};

export const addPlanCommand = (program: Command, session: Session): void => {
  const { words } = session;
  const { help } = words;
  const command = program.command('plan').description(help.plan).argument('<PATH...>', help.path);
  const targetsOf = addOutputOptions(command, words, VERB_FORMATS);
  addOptions(command, words, OPTIONS)
    .addHelpText('after', `\n${help.exitCodes}`)
    .action(async (paths: string[], options: Asked<(typeof OPTIONS)[number]>) => {
      const { plan } = await import('../plan.ts');
      const open = () => assessForReport(session, { paths, ...options, ...askedSubject(options) }, undefined, plan);
      session.done(await runReport(session, targetsOf(), options, open, loadReporter));
    });
};
