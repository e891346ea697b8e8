import type { Command } from 'commander';
import { assessForReport } from '../../cli/assess-for-report.ts';
import { EXIT } from '../../cli/exit-codes.ts';
import { type OutputWord, pairOutputs } from '../../cli/pair-outputs.ts';
import { addSubjectOption, askedSubject, type ReadingOptions, type SubjectOption } from '../../cli/report-options.ts';
import { runReport } from '../../cli/run-report.ts';
import type { Session } from '../../cli/session.ts';
import { addSampleOptions, SAMPLE_FORMATS } from './draw-options.ts';
import { sampleCommandWords } from './sample-words.ts';

interface Options extends ReadingOptions, SubjectOption {
  readonly rules?: string;
  readonly color: boolean;
}

const loadReporter = async (format: string) => {
  const { TARGET_REPORTERS } = await import('../report/target-reporters.ts');
  return TARGET_REPORTERS[format as keyof typeof TARGET_REPORTERS];
};

export const addTargetedCommand = (sample: Command, session: Session): void => {
  const { words } = session;
  const outputs: OutputWord[] = [];
  const command = sample
    .command('targeted')
    .description(sampleCommandWords[words.language].targeted)
    .argument('<PATH...>', words.help.path);
  addSubjectOption(command, words, words.help.subject);
  addSampleOptions(command, session, outputs)
    .addHelpText('after', `\n${sampleCommandWords[words.language].targetExitCodes}`)
    .action(async (paths: string[], options: Options) => {
      const { targetChecks } = await import('../target-checks.ts');
      const open = () =>
        assessForReport(session, { paths, ...options, ...askedSubject(options) }, undefined, targetChecks);
      const code = await runReport(session, pairOutputs(outputs, SAMPLE_FORMATS, words), options, open, loadReporter);
      session.done(code < EXIT.usage ? EXIT.pass : code);
    });
};
