import type { Command } from 'commander';
import { UsageError } from '../cli/errors.ts';
import { EXIT } from '../cli/exit-codes.ts';
import { readChoice } from '../cli/option-values.ts';
import { say } from '../cli/say.ts';
import type { Session } from '../cli/session.ts';

export const addExplainCommand = (program: Command, { io, language, words, done }: Session): void => {
  program
    .command('explain')
    .description(words.help.explain)
    .argument('<CODE>', words.help.code)
    .option('--lang <L>', words.help.lang, readChoice('--lang', ['zh', 'en'])(words))
    .action(async (code: string) => {
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
