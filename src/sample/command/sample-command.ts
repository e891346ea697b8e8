import type { Command } from 'commander';
import { type Asked, addOption, addOptions, addOutputOptions, NAME, READING, VERB_FORMATS } from '../../cli/options.ts';
import type { Session } from '../../cli/session.ts';
import type { SizeOptions } from './draw-size.ts';
import { sampleCommandWords } from './sample-words.ts';

/** Of every command of `sample` that reads a submission. */
const COMMON = ['rules', 'lang', ...READING, 'color'] as const;
const JUDGED = ['rules', 'lang', 'encoding', 'color'] as const;

export type TargetOptions = Asked<(typeof COMMON)[number] | 'subject'>;
export type JudgeOptions = Asked<(typeof JUDGED)[number]>;

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

const addTargetedCommand = (sample: Command, session: Session): void => {
  const { words } = session;
  const own = sampleCommandWords[words.language];
  const command = sample.command('targeted').description(own.targeted).argument('<PATH...>', words.help.path);
  addOptions(command, words, ['subject']);
  const targets = addOutputOptions(command, words, VERB_FORMATS);
  addOptions(command, words, COMMON)
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
    .option('--refute', own.refute);
  addOption(command, words, '--log <FILE>', own.log, NAME);
  addOption(command, words, '--form <FILE>', own.form, NAME);
  const targets = addOutputOptions(command, words, VERB_FORMATS);
  addOptions(command, words, COMMON)
    .addHelpText('after', `\n${own.drawExitCodes}`)
    .action(async (paths: string[], options: DrawOptions) => {
      const { runDraw } = await import('./run-sample.ts');
      session.done(await runDraw(session, paths, what, options, targets()));
    });
};

const addRandomCommand = (sample: Command, session: Session): void => {
  const { words } = session;
  const own = sampleCommandWords[words.language];
  const command = sample.command('random').description(own.random).argument('<PATH...>', words.help.path);
  addOption(command, words, '--of <TABLE>', own.of, NAME);
  addOption(command, words, '--rule <ID>', own.rule, NAME);
  addOption(command, words, '--stratum <S>', own.stratum, NAME);
  addDraw(addOptions(command, words, ['subject'], { subject: own.subject }), session, 'units');
};

const addSubjectsCommand = (sample: Command, session: Session): void => {
  const { words } = session;
  const own = sampleCommandWords[words.language];
  const command = sample.command('subjects').description(own.subjects).argument('<PATH...>', words.help.path);
  addDraw(addOption(command, words, '--named <FILE>', own.named, NAME), session, 'subjects');
};

const addJudgeCommand = (sample: Command, session: Session): void => {
  const { words } = session;
  const own = sampleCommandWords[words.language];
  const command = sample
    .command('judge')
    .description(own.judge)
    .argument('<DRAW>', own.drawFile)
    .argument('<FORM...>', own.formFile);
  const targets = addOutputOptions(command, words, VERB_FORMATS);
  addOptions(command, words, JUDGED)
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
