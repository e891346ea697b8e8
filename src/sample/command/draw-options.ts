import type { Command } from 'commander';
import { UsageError } from '../../cli/errors.ts';
import { type Asked, addOption, addOptions, addOutputOptions, NAME, READING } from '../../cli/options.ts';
import type { Target } from '../../cli/pair-outputs.ts';
import type { Session } from '../../cli/session.ts';
import type { Words } from '../../cli/words.ts';
import { innerLevels, judgedLevel, levelOfTable, tableOf, unitsNoun } from '../../model/levels.ts';
import type { Level, Ruleset, TableName } from '../../model/ruleset.ts';
import { namedLevels } from '../../register/columns.ts';
import { loadRuleset } from '../../ruleset/load-ruleset.ts';
import { isOneLine } from '../seed.ts';
import type { SizeOptions } from './sample-size.ts';
import { sampleCommandWords } from './sample-words.ts';

export const SAMPLE_FORMATS = ['table', 'json'] as const;

const OPTIONS = ['rules', 'lang', ...READING, 'color'] as const;

/** What commander hands over for every command of `sample` that reads a submission. */
export type SampleOptions = Asked<(typeof OPTIONS)[number]>;

/** And for a draw. */
export interface DrawOptions extends SampleOptions, SizeOptions {
  readonly seed: string;
  readonly log?: string;
  readonly form?: string;
}

const readSeed =
  (words: Words) =>
  (value: string): string => {
    if (!isOneLine(value))
      throw new UsageError(words.usage.badValue('--seed', value, sampleCommandWords[words.language].oneLine));
    return value;
  };

/** Adds the options that every command of `sample` that reads a submission has; what comes back pairs the outputs. */
export const addSampleOptions = (command: Command, { words }: Session): (() => readonly Target[]) => {
  const targetsOf = addOutputOptions(command, words, SAMPLE_FORMATS);
  addOptions(command, words, OPTIONS);
  return targetsOf;
};

/** Adds the options of a draw. */
export const addDrawOptions = (command: Command, session: Session): (() => readonly Target[]) => {
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
    .option('--refute', sample.refute);
  addOption(command, words, '--log <FILE>', sample.log, NAME);
  addOption(command, words, '--form <FILE>', sample.form, NAME);
  command.addHelpText('after', `\n${sample.drawExitCodes}`);
  return addSampleOptions(command, session);
};

/** The ruleset of a draw; null where it is refused, which is told when it is used. */
export const rulesetOf = async (rules: string | undefined): Promise<Ruleset | null> => {
  const loaded = await loadRuleset(rules);
  return 'refusal' in loaded ? null : loaded.ruleset;
};

/** What an option calls a level: its table, its id or its plural. */
const levelCalled = (option: string, name: string, levels: readonly Level[], words: Words, shown: typeof tableOf) => {
  const level = levels.find((each) => [tableOf(each), each.id, each.plural].includes(name));
  if (level === undefined)
    throw new UsageError(words.usage.badValue(option, name, words.usage.oneOf(levels.map(shown))));
  return level;
};

/** The indicators that a share is required of. */
const countedIndicators = ({ indicators, rules }: Ruleset) =>
  indicators.filter(({ id }) => rules.some((each) => each.id === id && each.kind === 'share'));

/** Throws where nothing is required of the units of a table: a check of them shows nothing. */
export const assertChecked = (table: TableName, ruleset: Ruleset, { language }: Words): void => {
  if (countedIndicators(ruleset).some(({ of }) => of === table)) return;
  throw new UsageError(sampleCommandWords[language].noRule(unitsNoun(levelOfTable(ruleset, table), language)));
};

/** The table whose units are drawn: that of `--of`, or what the rule counts. */
export const readPopulation = (
  of: string | undefined,
  rule: string | undefined,
  ruleset: Ruleset,
  words: Words,
): TableName => {
  const sample = sampleCommandWords[words.language];
  const levels = [judgedLevel(ruleset), ...innerLevels(ruleset)];
  const asked = of === undefined ? undefined : tableOf(levelCalled('--of', of, levels, words, tableOf));
  if (rule === undefined) {
    if (asked === undefined) throw new UsageError(sample.noPopulation);
    assertChecked(asked, ruleset, words);
    return asked;
  }
  const counted = countedIndicators(ruleset);
  const table = counted.find(({ id }) => id === rule)?.of;
  if (table === undefined)
    throw new UsageError(
      sample.unknownRule(
        rule,
        counted.map(({ id }) => id),
      ),
    );
  if (asked !== undefined && asked !== table) throw new UsageError(sample.otherTable(rule, table));
  return table;
};

/** The level by which units of a table are drawn apart: one that holds them. */
export const readStratum = (name: string, table: TableName, ruleset: Ruleset, words: Words): string => {
  const holding = [judgedLevel(ruleset), ...innerLevels(ruleset)].filter(({ id }) =>
    ruleset.levels.some(({ within }) => within.includes(id)),
  );
  const { id } = levelCalled('--stratum', name, holding, words, (level) => level.id);
  const level = levelOfTable(ruleset, table);
  if (level.judged || !namedLevels(ruleset, level).some((each) => each.id === id))
    throw new UsageError(sampleCommandWords[words.language].notStratified(table, id));
  return id;
};
