import type { Command } from 'commander';
import { UsageError } from '../../cli/errors.ts';
import { EXIT } from '../../cli/exit-codes.ts';
import { addOption, addOptions, NAME, oneOf } from '../../cli/options.ts';
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
  const template = templateWords[words.language];
  const { help } = template;
  const command = program.command('template').description(help.template).argument('[TABLE...]', help.table);
  addOption(command, words, '--format <F>', help.format, oneOf(FORM_FORMATS));
  addOption(command, words, '-o, --output <FILE>', help.output, NAME);
  addOption(command, words, '--from <PATH...>', help.from);
  const { year, subject, lang } = help;
  addOptions(command, words, ['rules', 'year', 'subject', 'lang'], { year, subject, lang })
    .addHelpText('after', `\n${help.exitCodes}`)
    .action(async (names: string[], options: TemplateOptions) => {
      if (options.subject !== undefined && options.from === undefined)
        throw new UsageError(template.subjectWithoutFrom);
      const { runTemplate } = await import('./run-template.ts');
      await runTemplate(session, options, (ruleset) => tablesAsked(names, ruleset, words));
      session.done(EXIT.pass);
    });
};
