import type { Command } from 'commander';
import { readChoice, readEncoding, readName } from '../../cli/option-values.ts';
import { type OutputWord, pairOutputs } from '../../cli/pair-outputs.ts';
import {
  addOutputOptions,
  addReadingOptions,
  addSubjectOption,
  type ReadingOptions,
  type SubjectOption,
} from '../../cli/report-options.ts';
import type { Session } from '../../cli/session.ts';
import type { SizeOptions } from './draw-size.ts';
import { sampleCommandWords } from './sample-words.ts';

/** What commander hands over for every command of `sample`. */
interface SampleOptions {
  readonly rules?: string;
  readonly color: boolean;
}

export interface TargetOptions extends SampleOptions, ReadingOptions, SubjectOption {}

/** Of a draw; `of`, `rule` and `stratum` are of units, `named` is of subjects. */
export interface DrawOptions extends TargetOptions, SizeOptions {
  readonly of?: string;
  readonly rule?: string;
  readonly stratum?: string;
  readonly named?: string;
  readonly seed: string;
  readonly log?: string;
  readonly form?: string;
}

export interface JudgeOptions extends SampleOptions {
  readonly encoding?: string;
}

const FORMATS = ['table', 'json'] as const;

/** Adds the options of every command of `sample`; the reports asked for are known when it runs. */
const addSampleOptions = (command: Command, { words }: Session) => {
  const { help } = words;
  const outputs: OutputWord[] = [];
  addOutputOptions(command, words, outputs, FORMATS)
    .option('--rules <R>', help.rules, readName('--rules')(words))
    .option('--lang <L>', help.lang, readChoice('--lang', ['zh', 'en'])(words));
  return () => pairOutputs(outputs, FORMATS, words);
};

const addTargetedCommand = (sample: Command, session: Session): void => {
  const { words } = session;
  const own = sampleCommandWords[words.language];
  const command = sample.command('targeted').description(own.targeted).argument('<PATH...>', words.help.path);
  addSubjectOption(command, words, words.help.subject);
  const targets = addSampleOptions(command, session);
  addReadingOptions(command, words)
    .option('--no-color', words.help.noColor)
    .addHelpText('after', `\n${own.targetExitCodes}`)
    .action(async (paths: string[], options: TargetOptions) => {
      const { runTargeted } = await import('./run-sample.ts');
      session.done(await runTargeted(session, paths, options, targets()));
    });
};

/** Adds the options of a draw, and draws units or subjects. */
const addDraw = (command: Command, session: Session, what: 'units' | 'subjects'): void => {
  const { words } = session;
  const own = sampleCommandWords[words.language];
  command
    .requiredOption('--seed <TEXT>', own.seed)
    .option('--rate <SHARE>', own.rate)
    .option('--at-least <N>', own.atLeast)
    .option('--acceptable <SHARE>', own.acceptable)
    .option('--unacceptable <SHARE>', own.unacceptable)
    .option('--alpha <RISK>', own.alpha)
    .option('--beta <RISK>', own.beta)
    .option('--refute', own.refute)
    .option('--log <FILE>', own.log, readName('--log')(words))
    .option('--form <FILE>', own.form, readName('--form')(words));
  const targets = addSampleOptions(command, session);
  addReadingOptions(command, words)
    .option('--no-color', words.help.noColor)
    .addHelpText('after', `\n${own.drawExitCodes}`)
    .action(async (paths: string[], options: DrawOptions) => {
      const { runDraw } = await import('./run-sample.ts');
      session.done(await runDraw(session, paths, what, options, targets()));
    });
};

const addRandomCommand = (sample: Command, session: Session): void => {
  const { words } = session;
  const own = sampleCommandWords[words.language];
  const command = sample
    .command('random')
    .description(own.random)
    .argument('<PATH...>', words.help.path)
    .option('--of <TABLE>', own.of, readName('--of')(words))
    .option('--rule <ID>', own.rule, readName('--rule')(words))
    .option('--stratum <S>', own.stratum, readName('--stratum')(words));
  addDraw(addSubjectOption(command, words, own.subject), session, 'units');
};

const addSubjectsCommand = (sample: Command, session: Session): void => {
  const { words } = session;
  const own = sampleCommandWords[words.language];
  const command = sample
    .command('subjects')
    .description(own.subjects)
    .argument('<PATH...>', words.help.path)
    .option('--named <FILE>', own.named, readName('--named')(words));
  addDraw(command, session, 'subjects');
};

const addJudgeCommand = (sample: Command, session: Session): void => {
  const { words } = session;
  const own = sampleCommandWords[words.language];
  const command = sample
    .command('judge')
    .description(own.judge)
    .argument('<DRAW>', own.drawFile)
    .argument('<FORM...>', own.formFile);
  const targets = addSampleOptions(command, session);
  command
    .option('--encoding <E>', words.help.encoding, readEncoding(words))
    .option('--no-color', words.help.noColor)
    .addHelpText('after', `\n${own.judgeExitCodes}`)
    .action(async (draw: string, forms: string[], options: JudgeOptions) => {
      const { runJudge } = await import('./run-sample.ts');
      session.done(await runJudge(session, draw, forms, options, targets()));
    });
};

/** Spot checks: `targeted` and random ones are different things, and commands of their own. */
export const addSampleCommand = (program: Command, session: Session): void => {
  const command = program.command('sample').description(sampleCommandWords[session.words.language].sample);
  addTargetedCommand(command, session);
  addRandomCommand(command, session);
  addSubjectsCommand(command, session);
  addJudgeCommand(command, session);
};
