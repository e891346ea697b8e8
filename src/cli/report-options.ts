import type { Command } from 'commander';
import type { AssessOptions } from '../model/assessment.ts';
import type { Language } from '../model/text.ts';
import { type Format, reporters } from '../report/reporters.ts';
import { readChoice, readEncoding, readName, readYear } from './option-values.ts';
import type { OutputWord } from './pair-outputs.ts';
import type { Words } from './words.ts';

/** What commander hands over for the options that `assess` and `validate` share. */
export interface ReportOptions extends Partial<Pick<AssessOptions, 'year' | 'encoding' | 'onInvalid'>> {
  readonly rules?: string;
  /** Already heeded by `chooseLanguage`. */
  readonly lang?: Language;
}

const FORMATS = Object.keys(reporters) as Format[];

/** Adds the shared options to `command`; `outputs` receives `--format` and `--output` as they come. */
export const addReportOptions = (command: Command, words: Words, outputs: OutputWord[]): Command => {
  const { help } = words;
  const format = readChoice('--format', FORMATS)(words);
  const output = readName('--output')(words);
  return command
    .option('--format <F>', help.format(FORMATS), (value) => outputs.push({ format: format(value) }))
    .option('--output <FILE>', help.output, (value) => outputs.push({ output: output(value) }))
    .option('--rules <R>', help.rules, readName('--rules')(words))
    .option('--year <Y>', help.year, readYear(words))
    .option('--lang <L>', help.lang, readChoice('--lang', ['zh', 'en'])(words))
    .option('--encoding <E>', help.encoding, readEncoding(words))
    .option('--on-invalid <V>', help.onInvalid, readChoice('--on-invalid', ['refuse', 'unknown'])(words));
};
