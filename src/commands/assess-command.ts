import type { Command } from 'commander';
import { refuseFormats } from '../batch/command/each-formats.ts';
import { assessForReport } from '../cli/assess-for-report.ts';
import { readCount } from '../cli/option-values.ts';
import { type OutputWord, pairOutputs } from '../cli/pair-outputs.ts';
import {
  addLookOptions,
  addMaxWarnings,
  addReadingOptions,
  addSubjectOption,
  askedSubject,
  type LookOptions,
  type ReadingOptions,
  type SubjectOption,
} from '../cli/report-options.ts';
import { runReport } from '../cli/run-report.ts';
import type { Session } from '../cli/session.ts';
import { FORMATS } from '../report/reporters.ts';

/** With a line for each submission of a batch. */
const EACH_FORMATS = [...FORMATS, 'jsonl'];

interface Options extends LookOptions, ReadingOptions, SubjectOption {
  readonly witnesses?: number;
  readonly quiet?: boolean;
  readonly each?: boolean;
  readonly color: boolean;
}

export const addAssessCommand = (program: Command, session: Session): void => {
  const { words } = session;
  const { help } = words;
  const outputs: OutputWord[] = [];
  const command = program.command('assess').description(help.assess).argument('<PATH...>', help.path);
  addMaxWarnings(addReadingOptions(addLookOptions(command, words, outputs, EACH_FORMATS), words), words);
  addSubjectOption(command.option('--each', help.each), words, help.subject)
    .option('--witnesses <N>', help.witnesses, readCount('--witnesses')(words))
    .option('--quiet', help.quiet)
    .option('--no-color', help.noColor)
    .addHelpText('after', `\n${help.exitCodes}`)
    .action(async (paths: string[], options: Options) => {
      const { each = false } = options;
      const targets = pairOutputs(outputs, EACH_FORMATS, words);
      refuseFormats(targets, each, words);
      if (each) {
        const { runEach } = await import('../batch/command/run-each.ts');
        session.done(await runEach(session, paths, targets, { ...options, ...askedSubject(options) }));
        return;
      }
      // A table without reasons shows no records.
      const evidence = !(options.quiet === true && targets.every(({ format }) => format === 'table'));
      const request = { command: 'assess', paths, ...options, ...askedSubject(options), evidence } as const;
      const open = () => assessForReport(session, request);
      session.done(await runReport(session, targets, options, open));
    });
};
