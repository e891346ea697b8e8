import type { Language } from '../model/text.ts';
import type { AuditWords } from './audit-words.ts';
import type { SampleCommandWords } from './sample-words.ts';
import type { TemplateWords } from './template-words.ts';
import type { VerifyWords } from './verify-words.ts';
import { english } from './words-en.ts';
import { chinese } from './words-zh.ts';

/** Every text of the command line itself; what a report says is the report's own. */
export interface Words {
  readonly help: {
    readonly titles: Readonly<Record<'Usage:' | 'Arguments:' | 'Options:' | 'Commands:', string>>;
    readonly options: string;
    readonly command: string;
    readonly program: string;
    readonly assess: string;
    readonly validate: string;
    readonly plan: string;
    readonly explain: string;
    readonly report: string;
    readonly reportFile: string;
    readonly verify: string;
    readonly verifyFormat: string;
    readonly verifyExitCodes: string;
    readonly audit: string;
    readonly auditFile: string;
    readonly auditBy: string;
    readonly auditStreet: string;
    readonly auditExitCodes: string;
    readonly helpCommand: string;
    readonly helpOption: string;
    readonly version: string;
    readonly path: string;
    readonly code: string;
    readonly format: (known: readonly string[]) => string;
    readonly output: string;
    readonly base: string;
    readonly notes: string;
    readonly summary: string;
    readonly sarifAll: string;
    readonly rules: string;
    readonly year: string;
    readonly lang: string;
    readonly encoding: string;
    readonly onInvalid: string;
    readonly maxWarnings: string;
    readonly each: string;
    readonly street: string;
    readonly witnesses: string;
    readonly quiet: string;
    readonly noColor: string;
    readonly exitCodes: string;
    readonly validateExitCodes: string;
  };
  readonly usage: {
    readonly unknownOption: (option: string) => string;
    readonly unknownCommand: (command: string) => string;
    readonly optionWithoutValue: (option: string) => string;
    readonly missingOption: (option: string) => string;
    readonly missingArgument: (name: string) => string;
    readonly tooManyArguments: string;
    readonly didYouMean: (candidates: readonly string[]) => string;
    readonly noCommand: string;
    readonly seeHelp: (command: string) => string;
    readonly badValue: (option: string, value: string, expected: string) => string;
    readonly oneOf: (values: readonly string[]) => string;
    readonly fourDigits: string;
    readonly wholeNumber: string;
    readonly encodingLabel: string;
    readonly notEmpty: string;
    readonly outputWithoutFormat: (output: string) => string;
    readonly noSuchReport: (output: string, formats: readonly string[]) => string;
    readonly twoToStandardOutput: string;
    readonly outputTwice: (output: string) => string;
    readonly outputIsInput: (output: string) => string;
    readonly streetNotFound: (streets: readonly string[]) => string;
    /** Behind it: the streets there are, of which some are listed, the nearest first. */
    readonly streetsThere: (streets: readonly string[], total: number) => string;
    readonly unknownCode: (code: string) => string;
    readonly stdinTwice: string;
    readonly onlyEach: (option: string) => string;
    readonly eachNeedsName: (format: string) => string;
    readonly linesInOneFile: (output: string) => string;
    readonly outputInOther: (output: string, submission: string) => string;
    readonly baseOfEach: string;
    readonly baseOfFolders: (folders: readonly string[]) => string;
  };
  readonly progress: {
    readonly rows: (rows: string) => string;
    readonly submissions: (done: number, of: number) => string;
    readonly share: (percent: number) => string;
    readonly secondsLeft: (seconds: number) => string;
    readonly minutesLeft: (minutes: number) => string;
    readonly separator: string;
  };
  readonly interrupted: string;
  readonly eachInterrupted: (done: number, of: number) => string;
  readonly standardOutput: string;
  readonly cannotWrite: (output: string, cause: string) => string;
  /** System error codes; any other is shown as it is. */
  readonly causes: Readonly<
    Record<'ENOENT' | 'EACCES' | 'EPERM' | 'EISDIR' | 'ENOTDIR' | 'ENOSPC' | 'EROFS' | 'ENODEV', string>
  >;
  readonly verify: VerifyWords;
  readonly sample: SampleCommandWords;
  readonly template: TemplateWords;
  readonly audit: AuditWords;
  readonly bug: (version: string) => string;
}

const WORDS: Readonly<Record<Language, Words>> = { zh: chinese, en: english };

export const wordsOf = (language: Language): Words => WORDS[language];
