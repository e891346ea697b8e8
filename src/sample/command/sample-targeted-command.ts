import type { Command } from 'commander';
import { assessForReport } from '../../cli/assess-for-report.ts';
import { EXIT } from '../../cli/exit-codes.ts';
import { type Asked, addOptions, askedSubject } from '../../cli/options.ts';
import { runReport } from '../../cli/run-report.ts';
import type { Session } from '../../cli/session.ts';
import { addSampleOptions, type SampleOptions } from './draw-options.ts';
import { sampleCommandWords } from './sample-words.ts';

const loadReporter = async (format: string) => {
  const { TARGET_REPORTERS } = await import('../report/target-reporters.ts');
  return TARGET_REPORTERS[format as keyof typeof TARGET_REPORTERS];
};

export const addTargetedCommand = (sample: Command, session: Session): void => {
  const { words } = session;
  const command = sample
    .command('targeted')
    .description(sampleCommandWords[words.language].targeted)
    .argument('<PATH...>', words.help.path);
  addOptions(command, words, ['subject']);
  const targetsOf = addSampleOptions(command, session);
  command
    .addHelpText('after', `\n${sampleCommandWords[words.language].targetExitCodes}`)
    .action(async (paths: string[], options: SampleOptions & Asked<'subject'>) => {
      const { targetChecks } = await import('../target-checks.ts');
      const open = () =>
        assessForReport(session, { paths, ...options, ...askedSubject(options) }, undefined, targetChecks);
      const code = await runReport(session, targetsOf(), options, open, loadReporter);
      session.done(code < EXIT.usage ? EXIT.pass : code);
    });
};
