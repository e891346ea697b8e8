import { CommanderError } from 'commander';
import { visible } from '../report/plain.ts';
import { chooseLanguage } from './choose-language.ts';
import { createProgram } from './create-program.ts';
import { describeUsageError } from './describe-usage-error.ts';
import { Interrupted, OutputError, UsageError } from './errors.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import type { Io } from './io.ts';
import { say } from './say.ts';
import { type Words, wordsOf } from './words.ts';

const NAME = 'streetcheck';

const isKnownCause = (words: Words, code: string): code is keyof Words['causes'] => Object.hasOwn(words.causes, code);

/** The command line may come from anywhere: nothing in it steers the terminal. */
const shown = (text: string): string => text.split('\n').map(visible).join('\n');

/** What a failed run says on stderr, and its exit code. */
const describeFailure = (error: unknown, words: Words, version: string): { code: ExitCode; text: string } => {
  const usage = (text: string) => ({
    code: EXIT.usage,
    text: `${NAME}: ${shown(text)}\n${words.usage.seeHelp(NAME)}\n`,
  });
  if (error instanceof Interrupted) return { code: EXIT.interrupted, text: `${NAME}: ${words.interrupted}\n` };
  if (error instanceof UsageError) return usage(error.message);
  if (error instanceof CommanderError) return usage(describeUsageError(error, words));
  if (error instanceof OutputError) {
    const cause = isKnownCause(words, error.code) ? words.causes[error.code] : error.code;
    const text = words.cannotWrite(error.output ?? words.standardOutput, cause);
    return { code: EXIT.cannotWrite, text: `${NAME}: ${shown(text)}\n` };
  }
  const stack = error instanceof Error ? error.stack : String(error);
  return { code: EXIT.bug, text: `${stack}\n${words.bug(version)}\n` };
};

/** One run of the command line; resolves to its exit code. */
export const main = async (argv: readonly string[], io: Io): Promise<ExitCode> => {
  const language = chooseLanguage(argv, io.env);
  const words = wordsOf(language);
  const interruption = new AbortController();
  const ignoreInterrupts = io.onInterrupt(() => interruption.abort(new Interrupted()));
  let code: ExitCode = EXIT.pass;
  let printed = '';
  const done = (outcome: ExitCode) => {
    code = outcome;
  };
  const print = (text: string) => {
    printed += text;
  };
  try {
    const program = createProgram({ io, language, words, signal: interruption.signal, done }, print);
    try {
      await program.parseAsync(argv, { from: 'user' });
    } catch (error) {
      if (!(error instanceof CommanderError && error.exitCode === 0)) throw error;
      await say(io.stdout, printed);
    }
    return code;
  } catch (error) {
    const failure = describeFailure(error, words, io.version);
    await say(io.stderr, failure.text);
    return failure.code;
  } finally {
    ignoreInterrupts();
  }
};
