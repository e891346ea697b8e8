import { Command, CommanderError, type HelpConfiguration } from 'commander';
import { addAuditCommand } from '../audit/command/audit-command.ts';
import { describeFailure, Interrupted } from '../cli/errors.ts';
import { EXIT, type ExitCode } from '../cli/exit-codes.ts';
import type { Io, Session } from '../cli/session.ts';
import { say } from '../cli/sinks.ts';
import { type Words, wordsOf } from '../cli/words.ts';
import { addTemplateCommand } from '../form/command/template-command.ts';
import { widthOf } from '../model/width.ts';
import { addPlanCommand } from '../plan/command/plan-command.ts';
import { wrap } from '../report/wrap.ts';
import { addSampleCommand } from '../sample/command/sample-command.ts';
import { addReportCommand, addVerifyCommand } from '../saved/command/saved-commands.ts';
import { chooseLanguage, inOwnNames } from './before-parsing.ts';
import { addAssessCommand, addExplainCommand, addValidateCommand } from './commands.ts';

export { processIo } from '../cli/session.ts';

/** In the order in which the help lists them. */
const COMMANDS: readonly ((program: Command, session: Session) => void)[] = [
  addAssessCommand,
  addValidateCommand,
  addTemplateCommand,
  addPlanCommand,
  addAuditCommand,
  addSampleCommand,
  addReportCommand,
  addVerifyCommand,
  addExplainCommand,
];

const helpIn = ({ help }: Words): HelpConfiguration => ({
  displayWidth: widthOf,
  // Commander breaks lines at spaces only, which Chinese has none of.
  boxWrap: (text, width) =>
    text
      .split('\n')
      .flatMap((line) => wrap(line, width))
      .join('\n'),
  styleTitle: (title) => (title in help.titles ? help.titles[title as keyof typeof help.titles] : title),
  styleUsage: (usage) => usage.replace('[options]', help.options).replace('[command]', help.command),
  subcommandTerm: (command) =>
    [command.name(), ...command.registeredArguments.map((argument) => `<${argument.name()}>`)].join(' '),
});

/** A fresh program for one run; `print` receives help and version. */
const createProgram = (session: Session, print: (text: string) => void): Command => {
  const { help } = session.words;
  const program = new Command('streetcheck')
    .description(help.program)
    .configureHelp(helpIn(session.words))
    .configureOutput({
      writeOut: print,
      writeErr: () => undefined,
      outputError: () => undefined,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
      getOutHelpWidth: () => 80,
      getErrHelpWidth: () => 80,
    })
    .exitOverride()
    .version(session.io.version, '-V, --version', help.version)
    .helpOption('-h, --help', help.helpOption)
    .helpCommand('help [COMMAND]', help.helpCommand);
  for (const add of COMMANDS) add(program, session);
  return program;
};

/** How many words call the command, as the two of `sample random`. */
const callLength = (program: Command, [word, ...rest]: readonly string[]): number => {
  const command = program.commands.find((each) => each.name() === word);
  return command === undefined ? 0 : 1 + callLength(command, rest);
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
  let own = argv;
  try {
    try {
      // Of itself `help` knows no command of another.
      own = await inOwnNames(argv, program);
      const isHelp = own[0] === 'help' && own.length > 2;
      await program.parseAsync(isHelp ? [...own.slice(1), '--help'] : own, { from: 'user' });
    } catch (error) {
      if (!(error instanceof CommanderError && error.exitCode === 0)) throw error;
      await say(io.stdout, printed);
    }
    return code;
  } catch (error) {
    // As it was called: the level that is judged has a name of its own.
    const called = [program.name(), ...argv.slice(0, callLength(program, own))].join(' ');
    const failure = describeFailure(error, language, io.version, called);
    await say(io.stderr, failure.text);
    return failure.code;
  } finally {
    ignoreInterrupts();
  }
};
