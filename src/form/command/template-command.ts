import type { Command } from 'commander';
import { UsageError } from '../../cli/errors.ts';
import { EXIT } from '../../cli/exit-codes.ts';
import { readChoice, readName, readSubjects, readYear } from '../../cli/option-values.ts';
import type { Session } from '../../cli/session.ts';
import type { Words } from '../../cli/words.ts';
import { foldHeading } from '../../model/fold.ts';
import { levelOfTable, tablesOf } from '../../model/levels.ts';
import type { Ruleset, TableName } from '../../model/ruleset.ts';
import { templateWords } from './template-words.ts';

const FORM_FORMATS = ['csv', 'yaml', 'xlsx'] as const;
export type FormFormat = (typeof FORM_FORMATS)[number];

export interface TemplateOptions {
  readonly format?: FormFormat;
  readonly output?: string;
  readonly from?: readonly string[];
  readonly rules?: string;
  readonly year?: number;
  readonly subject?: readonly string[];
}

/** Those that the arguments name, by their canonical name or any that the ruleset gives them, all without one; parents first. */
const tablesAsked = (names: readonly string[], ruleset: Ruleset, words: Words): readonly TableName[] => {
  const { records } = ruleset;
  const known = tablesOf(ruleset).filter((table) => records[table]!.fields.length > 0);
  if (names.length === 0) return known;
  const asked = names.map((name) => {
    const table = known.find((each) =>
      [levelOfTable(ruleset, each).id, ...records[each]!.headings].some(
        (heading) => foldHeading(heading) === foldHeading(name),
      ),
    );
    if (table === undefined) throw new UsageError(templateWords[words.language].unknownTable(name, known));
    return table;
  });
  return known.filter((table) => asked.includes(table));
};

export const addTemplateCommand = (program: Command, session: Session): void => {
  const { words } = session;
  const { help } = words;
  const template = templateWords[words.language];
  program
    .command('template')
    .description(template.help.template)
    .argument('[TABLE...]', template.help.table)
    .option('--format <F>', template.help.format, readChoice('--format', FORM_FORMATS)(words))
    .option('-o, --output <FILE>', template.help.output, readName('--output')(words))
    .option('--from <PATH...>', template.help.from)
    .option('--rules <R>', help.rules, readName('--rules')(words))
    .option('--year <Y>', template.help.year, readYear(words))
    .option('--subject <S>', template.help.subject, readSubjects(words))
    .option('--lang <L>', template.help.lang, readChoice('--lang', ['zh', 'en'])(words))
    .addHelpText('after', `\n${template.help.exitCodes}`)
    .action(async (names: string[], options: TemplateOptions) => {
      if (options.subject !== undefined && options.from === undefined)
        throw new UsageError(template.subjectWithoutFrom);
      const { runTemplate } = await import('./run-template.ts');
      await runTemplate(session, options, (ruleset) => tablesAsked(names, ruleset, words));
      session.done(EXIT.pass);
    });
};
