import type { Command } from 'commander';
import { UsageError } from '../../cli/errors.ts';
import { readChoice, readName } from '../../cli/option-values.ts';
import type { OutputWord } from '../../cli/pair-outputs.ts';
import { addOutputOptions, addReadingOptions, type ReadingOptions } from '../../cli/report-options.ts';
import type { Session } from '../../cli/session.ts';
import type { Words } from '../../cli/words.ts';
import type { TableName } from '../../model/ruleset.ts';
import { loadRuleset } from '../../ruleset/load-ruleset.ts';
import { isOneLine } from '../seed.ts';
import type { SizeOptions } from './sample-size.ts';
import { sampleCommandWords } from './sample-words.ts';

export const SAMPLE_FORMATS = ['table', 'json'] as const;

/** What commander hands over for a draw. */
export interface DrawOptions extends ReadingOptions, SizeOptions {
  readonly rules?: string;
  readonly seed: string;
  readonly log?: string;
  readonly form?: string;
  readonly color: boolean;
}

const readSeed =
  (words: Words) =>
  (value: string): string => {
    if (!isOneLine(value))
      throw new UsageError(words.usage.badValue('--seed', value, sampleCommandWords[words.language].oneLine));
    return value;
  };

/** Adds the options that every command of `sample` that reads a submission has. */
export const addSampleOptions = (command: Command, { words }: Session, outputs: OutputWord[]): Command => {
  const { help } = words;
  addOutputOptions(command, words, outputs, SAMPLE_FORMATS)
    .option('--rules <R>', help.rules, readName('--rules')(words))
    .option('--lang <L>', help.lang, readChoice('--lang', ['zh', 'en'])(words));
  return addReadingOptions(command, words).option('--no-color', help.noColor);
};

/** Adds the options of a draw. */
export const addDrawOptions = (command: Command, session: Session, outputs: OutputWord[]): Command => {
  const { words } = session;
  const sample = sampleCommandWords[words.language];
  command
    .requiredOption('--seed <TEXT>', sample.seed, readSeed(words))
    .option('--rate <SHARE>', sample.rate)
    .option('--at-least <N>', sample.atLeast)
    .option('--acceptable <SHARE>', sample.acceptable)
    .option('--unacceptable <SHARE>', sample.unacceptable)
    .option('--alpha <RISK>', sample.alpha)
    .option('--beta <RISK>', sample.beta)
    .option('--refute', sample.refute)
    .option('--log <FILE>', sample.log, readName('--log')(words))
    .option('--form <FILE>', sample.form, readName('--form')(words));
  return addSampleOptions(command, session, outputs).addHelpText('after', `\n${sample.drawExitCodes}`);
};

/** The table whose units are drawn: that of `--of`, or what the rule counts. */
export const readPopulation = async (
  of: TableName | undefined,
  rule: string | undefined,
  rules: string | undefined,
  words: Words,
): Promise<TableName> => {
  const sample = sampleCommandWords[words.language];
  if (rule === undefined) {
    if (of === undefined) throw new UsageError(sample.noPopulation);
    return of;
  }
  const loaded = await loadRuleset(rules);
  // What is wrong with the ruleset is told when it is used.
  if ('refusal' in loaded) return of ?? '';
  const { indicators, rules: known } = loaded.ruleset;
  const counted = indicators.filter(({ id }) => known.some((each) => each.id === id && each.kind === 'share'));
  const table = counted.find(({ id }) => id === rule)?.of;
  if (table === undefined)
    throw new UsageError(
      sample.unknownRule(
        rule,
        counted.map(({ id }) => id),
      ),
    );
  if (of !== undefined && of !== table) throw new UsageError(sample.otherTable(rule, table));
  return table;
};
