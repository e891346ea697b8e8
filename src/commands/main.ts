import { type Command, CommanderError } from 'commander';
import { chooseLanguage } from '../cli/choose-language.ts';
import { describeFailure } from '../cli/describe-failure.ts';
import { Interrupted } from '../cli/errors.ts';
import { EXIT, type ExitCode } from '../cli/exit-codes.ts';
import type { Io } from '../cli/io.ts';
import { say } from '../cli/say.ts';
import { wordsOf } from '../cli/words.ts';
import { inOwnNames } from './own-names.ts';
import { createProgram } from './program.ts';

export { processIo } from '../cli/process-io.ts';

/** The command that is called, as in `streetcheck sample random`. */
const calledOf = (program: Command, argv: readonly string[]): string => {
  const [word, ...rest] = argv;
  const command = program.commands.find((each) => each.name() === word);
  return [program.name(), ...(command === undefined ? [] : [calledOf(command, rest)])].join(' ');
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
  const program = createProgram({ io, language, words, signal: interruption.signal, done }, print);
  try {
    try {
      // Of itself `help` knows no command of another.
      const own = await inOwnNames(argv, program);
      const isHelp = own[0] === 'help' && own.length > 2;
      await program.parseAsync(isHelp ? [...own.slice(1), '--help'] : own, { from: 'user' });
    } catch (error) {
      if (!(error instanceof CommanderError && error.exitCode === 0)) throw error;
      await say(io.stdout, printed);
    }
    return code;
  } catch (error) {
    const failure = describeFailure(error, language, io.version, calledOf(program, argv));
    await say(io.stderr, failure.text);
    return failure.code;
  } finally {
    ignoreInterrupts();
  }
};
