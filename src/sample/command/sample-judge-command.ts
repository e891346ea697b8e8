import type { Command } from 'commander';
import { isStdin, untilAborted } from '../../cli/assess-for-report.ts';
import { type Asked, addOptions, addOutputOptions } from '../../cli/options.ts';
import { runReport } from '../../cli/run-report.ts';
import type { Session } from '../../cli/session.ts';
import { STANDARD_INPUT } from '../../model/place.ts';
import { SAMPLE_FORMATS } from './draw-options.ts';
import { sampleCommandWords } from './sample-words.ts';

const OPTIONS = ['rules', 'lang', 'encoding', 'color'] as const;

const loadReporter = async (format: string) => {
  const { JUDGED_REPORTERS } = await import('../report/judged-reporters.ts');
  return JUDGED_REPORTERS[format as keyof typeof JUDGED_REPORTERS];
};

export const addJudgeCommand = (sample: Command, session: Session): void => {
  const { io, words, signal } = session;
  const command = sample
    .command('judge')
    .description(sampleCommandWords[words.language].judge)
    .argument('<DRAW>', sampleCommandWords[words.language].drawFile)
    .argument('<FORM...>', sampleCommandWords[words.language].formFile);
  const targetsOf = addOutputOptions(command, words, SAMPLE_FORMATS);
  addOptions(command, words, OPTIONS)
    .addHelpText('after', `\n${sampleCommandWords[words.language].judgeExitCodes}`)
    .action(async (draw: string, forms: string[], options: Asked<(typeof OPTIONS)[number]>) => {
      const { rules, encoding } = options;
      const open = async () => {
        const { judgeSample } = await import('../judge-sample.ts');
        const request = { ...(rules !== undefined && { rules }), ...(encoding !== undefined && { encoding }) };
        const stdin = forms.some(isStdin) ? { stdin: untilAborted(io.stdin, signal) } : {};
        const assessment = await judgeSample({ draw, forms, signal, ...stdin, ...request });
        const read = assessment.inputs.flatMap(({ shown }) => (shown === STANDARD_INPUT ? [] : [shown]));
        return { assessment, files: [draw, ...read], tool: io.version };
      };
      session.done(await runReport(session, targetsOf(), options, open, loadReporter));
    });
};
