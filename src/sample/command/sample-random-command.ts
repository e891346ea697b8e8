import type { Command } from 'commander';
import { UsageError } from '../../cli/errors.ts';
import { readChoice, readName, readStreets } from '../../cli/option-values.ts';
import type { OutputWord } from '../../cli/pair-outputs.ts';
import type { Session } from '../../cli/session.ts';
import type { TableName } from '../../model/ruleset.ts';
import { addDrawOptions, type DrawOptions, readPopulation } from './draw-options.ts';
import { runDraw } from './run-draw.ts';
import { sampleCommandWords } from './sample-words.ts';

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
    .description(sampleCommandWords[words.language].random)
    .argument('<PATH...>', help.path)
    .option(
      '--of <TABLE>',
      sampleCommandWords[words.language].of,
      readChoice('--of', ['streets', 'communities', 'compounds'])(words),
    )
    .option('--rule <ID>', sampleCommandWords[words.language].rule, readName('--rule')(words))
    .option(
      '--stratum <S>',
      sampleCommandWords[words.language].stratum,
      readChoice('--stratum', ['street', 'community'])(words),
    )
    .option('--street <S>', sampleCommandWords[words.language].street, readStreets(words));
  addDrawOptions(command, session, outputs).action(async (paths: string[], options: Options) => {
    const { rule, stratum } = options;
    const of = await readPopulation(options.of, rule, options.rules, words);
    if (stratum !== undefined && !STRATA[of]!.includes(stratum)) {
      throw new UsageError(sampleCommandWords[words.language].notStratified(of, stratum));
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
