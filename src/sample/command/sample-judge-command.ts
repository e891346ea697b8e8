import type { Command } from 'commander';
import { isStdin } from '../../cli/assess-for-report.ts';
import { readChoice, readEncoding, readName } from '../../cli/option-values.ts';
import { type OutputWord, pairOutputs } from '../../cli/pair-outputs.ts';
import { addOutputOptions } from '../../cli/report-options.ts';
import { runReport } from '../../cli/run-report.ts';
import type { Session } from '../../cli/session.ts';
import { untilAborted } from '../../cli/until-aborted.ts';
import { STANDARD_INPUT } from '../../model/place.ts';
import { SAMPLE_FORMATS } from './draw-options.ts';
import { sampleCommandWords } from './sample-words.ts';

interface Options {
  readonly rules?: string;
  readonly encoding?: string;
  readonly color: boolean;
}

const loadReporter = async (format: string) => {
  const { JUDGED_REPORTERS } = await import('../report/judged-reporters.ts');
  return JUDGED_REPORTERS[format as keyof typeof JUDGED_REPORTERS];
};

export const addJudgeCommand = (sample: Command, session: Session): void => {
  const { io, words, signal } = session;
  const { help } = words;
  const outputs: OutputWord[] = [];
  const command = sample
    .command('judge')
    .description(sampleCommandWords[words.language].judge)
    .argument('<DRAW>', sampleCommandWords[words.language].drawFile)
    .argument('<FORM...>', sampleCommandWords[words.language].formFile);
  addOutputOptions(command, words, outputs, SAMPLE_FORMATS)
    .option('--rules <R>', help.rules, readName('--rules')(words))
    .option('--lang <L>', help.lang, readChoice('--lang', ['zh', 'en'])(words))
    .option('--encoding <E>', help.encoding, readEncoding(words))
    .option('--no-color', help.noColor)
    .addHelpText('after', `\n${sampleCommandWords[words.language].judgeExitCodes}`)
    .action(async (draw: string, forms: string[], options: Options) => {
      const { rules, encoding } = options;
      const open = async () => {
        const { judgeSample } = await import('../judge-sample.ts');
        const request = { ...(rules !== undefined && { rules }), ...(encoding !== undefined && { encoding }) };
        const stdin = forms.some(isStdin) ? { stdin: untilAborted(io.stdin, signal) } : {};
        const assessment = await judgeSample({ draw, forms, signal, ...stdin, ...request });
        const read = assessment.inputs.flatMap(({ shown }) => (shown === STANDARD_INPUT ? [] : [shown]));
        return { assessment, files: [draw, ...read], tool: io.version };
      };
      session.done(await runReport(session, pairOutputs(outputs, SAMPLE_FORMATS, words), options, open, loadReporter));
    });
};
