import type { Command } from 'commander';
import { UsageError } from '../cli/errors.ts';
import { EXIT } from '../cli/exit-codes.ts';
import { addOptions } from '../cli/options.ts';
import type { Session } from '../cli/session.ts';
import { say } from '../cli/sinks.ts';

export const addExplainCommand = (program: Command, { io, language, words, done }: Session): void => {
  const command = program.command('explain').description(words.help.explain).argument('<CODE>', words.help.code);
  addOptions(command, words, ['lang']).action(async (code: string) => {
    const { explain, suggestCode } = await import('../report/explain.ts');
    const text = explain(code, language);
    if (text === undefined) {
      const candidates = suggestCode(code);
      const hint = candidates.length > 0 ? [words.usage.didYouMean(candidates)] : [];
      throw new UsageError([words.usage.unknownCode(code), ...hint].join('\n'));
    }
    await say(io.stdout, text.endsWith('\n') ? text : `${text}\n`);
    done(EXIT.pass);
  });
};
