import type { Command } from 'commander';
import { assessForReport } from '../cli/assess-for-report.ts';
import { type Asked, addOptions, addOutputOptions, askedSubject, LOOK, READING } from '../cli/options.ts';
import { refuseFormats } from '../cli/pair-outputs.ts';
import { runReport } from '../cli/run-report.ts';
import type { Session } from '../cli/session.ts';
import { FORMATS } from '../report/reporters.ts';

/** With a line for each submission of a batch. */
const EACH_FORMATS = [...FORMATS, 'jsonl'];
const OPTIONS = [
  ...([...LOOK, ...READING] as const),
  ...(['maxWarnings', 'each', 'subject', 'witnesses', 'quiet', 'color'] as const),
];

type Options = Asked<(typeof OPTIONS)[number]>;

export const addAssessCommand = (program: Command, session: Session): void => {
  const { words } = session;
  const { help } = words;
  const command = program.command('assess').description(help.assess).argument('<PATH...>', help.path);
  const targetsOf = addOutputOptions(command, words, EACH_FORMATS);
  addOptions(command, words, OPTIONS)
    .addHelpText('after', `\n${help.exitCodes}`)
    .action(async (paths: string[], options: Options) => {
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
