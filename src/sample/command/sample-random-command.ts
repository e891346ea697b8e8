import type { Command } from 'commander';
import { type Asked, addOption, addOptions, askedSubject, NAME } from '../../cli/options.ts';
import type { Session } from '../../cli/session.ts';
import { addDrawOptions, type DrawOptions, readPopulation, readStratum, rulesetOf } from './draw-options.ts';
import { runDraw } from './run-draw.ts';
import { sampleCommandWords } from './sample-words.ts';

interface Options extends DrawOptions, Asked<'subject'> {
  readonly of?: string;
  readonly rule?: string;
  readonly stratum?: string;
}

export const addRandomCommand = (sample: Command, session: Session): void => {
  const { words } = session;
  const own = sampleCommandWords[words.language];
  const command = sample.command('random').description(own.random).argument('<PATH...>', words.help.path);
  addOption(command, words, '--of <TABLE>', own.of, NAME);
  addOption(command, words, '--rule <ID>', own.rule, NAME);
  addOption(command, words, '--stratum <S>', own.stratum, NAME);
  addOptions(command, words, ['subject'], { subject: own.subject });
  const targetsOf = addDrawOptions(command, session);
  command.action(async (paths: string[], options: Options) => {
    const { rule, stratum } = options;
    const ruleset = await rulesetOf(options.rules);
    const of = ruleset === null ? '' : readPopulation(options.of, rule, ruleset, words);
    const what = {
      of,
      ...(rule !== undefined && { rule }),
      ...(stratum !== undefined && ruleset !== null && { stratum: readStratum(stratum, of, ruleset, words) }),
      ...askedSubject(options),
    };
    session.done(await runDraw(session, paths, what, options, targetsOf));
  });
};
