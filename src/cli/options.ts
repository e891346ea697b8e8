import type { Command } from 'commander';
import { isEncodingLabel } from '../intake/encoding.ts';
import type { AssessOptions } from '../model/assessment.ts';
import { UsageError } from './errors.ts';
import { type OutputWord, pairOutputs, type Target } from './pair-outputs.ts';
import type { Words } from './words.ts';

/** What the value of an option may be. */
interface ValueKind<T> {
  /** For the message about a value that is none. */
  expected(usage: Words['usage']): string;
  /** Undefined where it is none; `before` is what the same option said before. */
  read(value: string, before?: T): T | undefined;
}

const isName = (value: string): boolean => value.trim() !== '';

export const NAME: ValueKind<string> = {
  expected: (usage) => usage.notEmpty,
  read: (value) => (isName(value) ? value : undefined),
};

/** An option that may be given again and again. */
const NAMES: ValueKind<readonly string[]> = {
  expected: (usage) => usage.notEmpty,
  read: (value, before = []) => (isName(value) ? [...before, value] : undefined),
};

const YEAR: ValueKind<number> = {
  expected: (usage) => usage.fourDigits,
  read: (value) => (/^[1-9]\d{3}$/.test(value) ? Number(value) : undefined),
};

const COUNT: ValueKind<number> = {
  expected: (usage) => usage.wholeNumber,
  read: (value) => (/^\d{1,9}$/.test(value) ? Number(value) : undefined),
};

const ENCODING: ValueKind<string> = {
  expected: (usage) => usage.encodingLabel,
  read: (value) => (isEncodingLabel(value) ? value : undefined),
};

export const oneOf = <const T extends string>(values: readonly T[]): ValueKind<T> => ({
  expected: (usage) => usage.oneOf(values),
  read: (value) => values.find((known) => known === value),
});

type TextsOf<T> = { readonly [K in keyof T as T[K] extends string ? K : never]: string };

/** What several commands ask: by the name under which commander hands it over, how it is written, explained and read. */
const OPTIONS = {
  base: ['--base <DIR>', 'base', NAME],
  notes: ['--notes', 'notes'],
  summary: ['--summary', 'summary'],
  sarifAll: ['--sarif-all', 'sarifAll'],
  rules: ['--rules <R>', 'rules', NAME],
  // Heeded before the command line is parsed.
  lang: ['--lang <L>', 'lang', oneOf(['zh', 'en'])],
  year: ['--year <Y>', 'year', YEAR],
  encoding: ['--encoding <E>', 'encoding', ENCODING],
  onInvalid: ['--on-invalid <V>', 'onInvalid', oneOf(['refuse', 'unknown'])],
  maxWarnings: ['--max-warnings <N>', 'maxWarnings', COUNT],
  each: ['--each', 'each'],
  // May also go by the judged level of the ruleset asked for.
  subject: ['--subject <S>', 'subject', NAMES],
  witnesses: ['--witnesses <N>', 'witnesses', COUNT],
  by: ['--by <NAME>', 'auditBy', NAME],
  quiet: ['--quiet', 'quiet'],
  color: ['--no-color', 'noColor'],
} as const satisfies Record<string, readonly [string, keyof TextsOf<Words['help']>, ValueKind<unknown>?]>;

type OptionName = keyof typeof OPTIONS;
type ValueOf<Option> = Option extends readonly [string, string, ValueKind<infer T>] ? T : boolean;

/** What commander hands over for these options. */
export type Asked<Name extends OptionName> = { readonly [N in Name]?: ValueOf<(typeof OPTIONS)[N]> };

/** The formats of what a verb says: for people, and for scripts. */
export const VERB_FORMATS = ['table', 'json'] as const;
export type VerbFormat = (typeof VERB_FORMATS)[number];

/** How a submission is read. */
export const READING = ['year', 'encoding', 'onInvalid'] as const;
/** How reports of an assessment look, and by which rules it is. */
export const LOOK = ['base', 'notes', 'summary', 'sarifAll', 'rules', 'lang'] as const;

/** Reads the value of an option, or throws a `UsageError` in the user's language. */
const reader =
  <T>(option: string, { expected, read }: ValueKind<T>, { usage }: Words) =>
  (value: string, before?: T): T => {
    const result = read(value, before);
    if (result === undefined) throw new UsageError(usage.badValue(option, value, expected(usage)));
    return result;
  };

/** Adds an option; without a kind it takes no value. */
export const addOption = <T>(
  command: Command,
  words: Words,
  flags: string,
  help: string,
  kind?: ValueKind<T>,
): Command =>
  kind === undefined
    ? command.option(flags, help)
    : command.option(flags, help, reader(/--[\w-]+/.exec(flags)![0], kind, words));

/** Adds options of the table, in this order; `own` says what they mean to this command, where that is something else. */
export const addOptions = (
  command: Command,
  words: Words,
  names: readonly OptionName[],
  own: Partial<Record<OptionName, string>> = {},
): Command => {
  for (const name of names) {
    const [flags, help, kind] = OPTIONS[name] as readonly [string, keyof TextsOf<Words['help']>, ValueKind<unknown>?];
    addOption(command, words, flags, own[name] ?? words.help[help], kind);
  }
  return command;
};

/** Adds `--format` and `--output`; what comes back pairs them, once the command line is parsed. */
export const addOutputOptions = (
  command: Command,
  words: Words,
  formats: readonly string[],
): (() => readonly Target[]) => {
  const given: OutputWord[] = [];
  const format = reader('--format', oneOf(formats), words);
  const output = reader('--output', NAME, words);
  command
    .option('--format <F>', words.help.format(formats), (value) => given.push({ format: format(value) }))
    .option('-o, --output <FILE>', words.help.output, (value) => given.push({ output: output(value) }));
  return () => pairOutputs(given, formats, words);
};

/** `--subject` as `assess` takes it. */
export const askedSubject = ({ subject }: Asked<'subject'>): Partial<Pick<AssessOptions, 'subjects'>> =>
  subject === undefined ? {} : { subjects: subject };
