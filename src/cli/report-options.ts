import type { Command } from 'commander';
import type { AssessOptions } from '../model/assessment.ts';
import type { Language } from '../model/text.ts';
import { FORMATS } from '../report/reporters.ts';
import { readChoice, readCount, readEncoding, readName, readSubjects, readYear } from './option-values.ts';
import type { OutputWord } from './pair-outputs.ts';
import type { Look } from './run-report.ts';
import type { Words } from './words.ts';

/** What commander hands over for the options that say how reports look. */
export interface LookOptions extends Pick<Look, 'base' | 'summary' | 'sarifAll' | 'maxWarnings' | 'notes'> {
  readonly rules?: string;
  /** Already heeded by `chooseLanguage`. */
  readonly lang?: Language;
}

/** And for those that say how a submission is read. */
export type ReadingOptions = Partial<Pick<AssessOptions, 'year' | 'encoding' | 'onInvalid'>>;

/** Adds `--format` and `--output`; `outputs` receives them as they come. */
export const addOutputOptions = (
  command: Command,
  words: Words,
  outputs: OutputWord[],
  formats: readonly string[],
): Command => {
  const { help } = words;
  const format = readChoice('--format', formats)(words);
  const output = readName('--output')(words);
  return command
    .option('--format <F>', help.format(formats), (value) => outputs.push({ format: format(value) }))
    .option('-o, --output <FILE>', help.output, (value) => outputs.push({ output: output(value) }));
};

/** Adds the options of every command that reports. */
export const addLookOptions = (
  command: Command,
  words: Words,
  outputs: OutputWord[],
  formats: readonly string[] = FORMATS,
): Command => {
  const { help } = words;
  return addOutputOptions(command, words, outputs, formats)
    .option('--base <DIR>', help.base, readName('--base')(words))
    .option('--notes', help.notes)
    .option('--summary', help.summary)
    .option('--sarif-all', help.sarifAll)
    .option('--rules <R>', help.rules, readName('--rules')(words))
    .option('--lang <L>', help.lang, readChoice('--lang', ['zh', 'en'])(words));
};

/** Adds the options that `assess` and `validate` share. */
export const addReadingOptions = (command: Command, words: Words): Command => {
  const { help } = words;
  return command
    .option('--year <Y>', help.year, readYear(words))
    .option('--encoding <E>', help.encoding, readEncoding(words))
    .option('--on-invalid <V>', help.onInvalid, readChoice('--on-invalid', ['refuse', 'unknown'])(words));
};

/** What commander hands over for `--subject`. */
export interface SubjectOption {
  readonly subject?: readonly string[];
}

/** Adds `--subject`, which may also go by the judged level of the ruleset asked for. */
export const addSubjectOption = (command: Command, words: Words, help: string): Command =>
  command.option('--subject <S>', help, readSubjects(words));

/** The same as `assess` takes it. */
export const askedSubject = ({ subject }: SubjectOption): Partial<Pick<AssessOptions, 'subjects'>> =>
  subject === undefined ? {} : { subjects: subject };

/** Adds the option of the commands whose exit code judges the data. */
export const addMaxWarnings = (command: Command, words: Words): Command =>
  command.option('--max-warnings <N>', words.help.maxWarnings, readCount('--max-warnings')(words));
