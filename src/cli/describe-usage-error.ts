import type { CommanderError } from 'commander';
import type { Words } from './words.ts';

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
export const describeUsageError = (error: CommanderError, { usage }: Words): string => {
  const candidates = suggestions(error.message);
  return [problem(error, usage), ...(candidates.length > 0 ? [usage.didYouMean(candidates)] : [])].join('\n');
};
