import type { Command } from 'commander';
import { readName } from '../../cli/option-values.ts';
import type { OutputWord } from '../../cli/pair-outputs.ts';
import { addSubjectOption, askedSubject, type SubjectOption } from '../../cli/report-options.ts';
import type { Session } from '../../cli/session.ts';
import { addDrawOptions, type DrawOptions, readPopulation, readStratum, rulesetOf } from './draw-options.ts';
import { runDraw } from './run-draw.ts';
import { sampleCommandWords } from './sample-words.ts';

interface Options extends DrawOptions, SubjectOption {
  readonly of?: string;
  readonly rule?: string;
  readonly stratum?: string;
}

export const addRandomCommand = (sample: Command, session: Session): void => {
  const { words } = session;
  const own = sampleCommandWords[words.language];
  const outputs: OutputWord[] = [];
  const command = sample
    .command('random')
    .description(own.random)
    .argument('<PATH...>', words.help.path)
    .option('--of <TABLE>', own.of, readName('--of')(words))
    .option('--rule <ID>', own.rule, readName('--rule')(words))
    .option('--stratum <S>', own.stratum, readName('--stratum')(words));
  addSubjectOption(command, words, own.subject);
  addDrawOptions(command, session, outputs).action(async (paths: string[], options: Options) => {
    const { rule, stratum } = options;
    const ruleset = await rulesetOf(options.rules);
    const of = ruleset === null ? '' : readPopulation(options.of, rule, ruleset, words);
    const what = {
      of,
      ...(rule !== undefined && { rule }),
      ...(stratum !== undefined && ruleset !== null && { stratum: readStratum(stratum, of, ruleset, words) }),
      ...askedSubject(options),
    };
    session.done(await runDraw(session, paths, what, options, outputs));
  });
};
