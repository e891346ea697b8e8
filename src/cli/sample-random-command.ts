import type { Command } from 'commander';
import { TABLES, type TableName } from '../model/ruleset.ts';
import { addDrawOptions, type DrawOptions, readPopulation } from './draw-options.ts';
import { UsageError } from './errors.ts';
import { readChoice, readName, readStreets } from './option-values.ts';
import type { OutputWord } from './pair-outputs.ts';
import { runDraw } from './run-draw.ts';
import type { Session } from './session.ts';

interface Options extends DrawOptions {
  readonly of?: TableName;
  readonly rule?: string;
  readonly street?: readonly string[];
  readonly stratum?: 'street' | 'community';
}

/** What a unit belongs to, and can be drawn from on its own. */
const STRATA: Readonly<Record<TableName, readonly string[]>> = {
  streets: [],
  communities: ['street'],
  compounds: ['street', 'community'],
};

export const addRandomCommand = (sample: Command, session: Session): void => {
  const { words } = session;
  const { help } = words;
  const outputs: OutputWord[] = [];
  const command = sample
    .command('random')
    .description(words.sample.random)
    .argument('<PATH...>', help.path)
    .option('--of <TABLE>', words.sample.of, readChoice('--of', TABLES)(words))
    .option('--rule <ID>', words.sample.rule, readName('--rule')(words))
    .option('--stratum <S>', words.sample.stratum, readChoice('--stratum', ['street', 'community'])(words))
    .option('--street <S>', words.sample.street, readStreets(words));
  addDrawOptions(command, session, outputs).action(async (paths: string[], options: Options) => {
    const { rule, stratum } = options;
    const of = await readPopulation(options.of, rule, options.rules, words);
    if (stratum !== undefined && !STRATA[of].includes(stratum)) {
      throw new UsageError(words.sample.notStratified(of, stratum));
    }
    const what = {
      of,
      ...(rule !== undefined && { rule }),
      ...(stratum !== undefined && { stratum }),
      ...(options.street !== undefined && { street: options.street }),
    };
    session.done(await runDraw(session, paths, what, options, outputs));
  });
};
