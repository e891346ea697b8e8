import { CommanderError } from 'commander';
import { diagnose } from '../diagnostics/diagnostics.ts';
import { messageOf } from '../diagnostics/message.ts';
import { InputChangedError } from '../intake/source.ts';
import type { NearSubjects, Refusal } from '../model/assessment.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { judgedLevel } from '../model/levels.ts';
import { placeText } from '../model/place.ts';
import type { Ruleset } from '../model/ruleset.ts';
import type { Language } from '../model/text.ts';
import { visible } from '../report/plain.ts';
import { EXIT, type ExitCode, OF_REFUSAL } from './exit-codes.ts';
import { type Words, wordsOf } from './words.ts';

/** Wrong usage; the message is in the user's language. */
export class UsageError extends Error {}

/** An output that cannot be written; `output` is null for standard output. */
export class OutputError extends Error {
  readonly output: string | null;
  /** A system error code such as ENOSPC. */
  readonly code: string;

  constructor(output: string | null, cause: unknown) {
    super(`cannot write ${output ?? 'standard output'}`, { cause });
    this.output = output;
    this.code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
  }
}

/** A run that comes to no report, because what it is about cannot be taken. */
export class RefusedError extends Error {
  readonly refusal: Refusal;
  readonly diagnostics: readonly Diagnostic[];

  constructor(refusal: Refusal, diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(({ code }) => code).join(', '));
    this.refusal = refusal;
    this.diagnostics = diagnostics;
  }
}

/** A failure told in the user's language, with its exit code. */
export class ToldError extends Error {
  readonly exitCode: ExitCode;

  constructor(exitCode: ExitCode, message: string) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** The reason given to the abort signal when the user interrupts; a message says more than that nothing was written. */
export class Interrupted extends Error {}

/** That `--subject` names subjects which the data does not have, and which it has instead. */
export const tellUnmatched = (
  wishes: readonly string[],
  { listed, total }: NearSubjects = { listed: [], total: 0 },
  ruleset: Ruleset,
  { usage }: Words,
): string => {
  const judged = judgedLevel(ruleset);
  const there = listed.map(({ code, name }) => [code, name].filter((part) => part !== null).join(' '));
  return `${usage.subjectNotFound(wishes, judged)}${usage.subjectsThere(there, total, judged)}`;
};

const NAME = 'streetcheck';

const isKnownCause = (words: Words, code: string): code is keyof Words['causes'] => Object.hasOwn(words.causes, code);

const describeOutputError = ({ output, code }: OutputError, words: Words): string =>
  words.cannotWrite(output ?? words.standardOutput, isKnownCause(words, code) ? words.causes[code] : code);

/** Nothing in a command line or a file name steers the terminal. */
const named = (text: string): string => `${NAME}: ${text.split('\n').map(visible).join('\n')}\n`;

/** With the place in front, where it has one, and the code that `explain` takes. */
export const describeDiagnostic = (diagnostic: Diagnostic, language: Language): string => {
  const { place, code } = diagnostic;
  const where = place === null ? '' : `${placeText(place)}  `;
  return visible(`${where}${code}  ${messageOf(diagnostic, language)}`);
};

const quoted = (message: string): string => /'([^']*)'/.exec(message)?.[1] ?? '';

/** `--year <Y>` → `--year` */
const flag = (option: string): string => option.split(' ')[0] ?? option;

const suggestions = (message: string): readonly string[] =>
  /\(Did you mean (?:one of )?(.+)\?\)$/.exec(message)?.[1]?.split(', ') ?? [];

const problem = ({ code, message }: CommanderError, usage: Words['usage']): string => {
  switch (code) {
    case 'commander.unknownOption':
      return usage.unknownOption(quoted(message));
    case 'commander.unknownCommand':
      return usage.unknownCommand(quoted(message));
    case 'commander.optionMissingArgument':
      return usage.optionWithoutValue(flag(quoted(message)));
    case 'commander.missingMandatoryOptionValue':
      return usage.missingOption(flag(quoted(message)));
    case 'commander.missingArgument':
      return usage.missingArgument(quoted(message));
    case 'commander.excessArguments':
      return usage.tooManyArguments;
    case 'commander.help':
      return usage.noCommand;
    default:
      return message;
  }
};

/** What commander found wrong, in the user's language. */
const describeUsageError = (error: CommanderError, { usage }: Words): string => {
  const candidates = suggestions(error.message);
  return [problem(error, usage), ...(candidates.length > 0 ? [usage.didYouMean(candidates)] : [])].join('\n');
};

/** What a run that came to no report says on stderr, and its exit code; `command` is the one whose usage may help. */
export const describeFailure = (
  error: unknown,
  language: Language,
  version: string,
  command = NAME,
): { readonly code: ExitCode; readonly text: string } => {
  const words = wordsOf(language);
  const usage = (text: string) => ({ code: EXIT.usage, text: `${named(text)}${words.usage.seeHelp(command)}\n` });
  if (error instanceof UsageError) return usage(error.message);
  if (error instanceof CommanderError) return usage(describeUsageError(error, words));
  if (error instanceof Interrupted) return { code: EXIT.interrupted, text: named(error.message || words.interrupted) };
  if (error instanceof ToldError) return { code: error.exitCode, text: named(error.message) };
  if (error instanceof RefusedError) {
    const lines = error.diagnostics.map((diagnostic) => describeDiagnostic(diagnostic, language));
    return { code: OF_REFUSAL[error.refusal], text: named(lines.join('\n')) };
  }
  if (error instanceof InputChangedError) {
    return { code: EXIT.noInput, text: named(messageOf(diagnose('input.changed', { path: error.path }), language)) };
  }
  if (error instanceof OutputError) return { code: EXIT.cannotWrite, text: named(describeOutputError(error, words)) };
  const stack = error instanceof Error ? error.stack : String(error);
  return { code: EXIT.bug, text: `${stack}\n${words.bug(version)}\n` };
};
