import type { Command } from 'commander';
import { UsageError } from '../../cli/errors.ts';
import { EXIT } from '../../cli/exit-codes.ts';
import { addOption, addOptions, NAME, oneOf } from '../../cli/options.ts';
import type { Session } from '../../cli/session.ts';
import type { Words } from '../../cli/words.ts';
import { foldHeading } from '../../model/fold.ts';
import { levelOfTable, tablesOf } from '../../model/levels.ts';
import type { Level, Ruleset, TableName } from '../../model/ruleset.ts';

const zh = {
  help: {
    template: '生成填报表：空白的，或按已有数据预填的',
    table: '规则包中的表，可列几个；默认全部',
    format: '格式：csv、yaml 或 xlsx；默认按输出文件的扩展名，否则为 csv',
    output: '写入文件；几个表写成 csv 时为文件夹，每表一个文件',
    from: '按这些数据预填，写法同 assess 的 PATH',
    year: '年度：空白表填在第一行；预填时取该年度的数据，默认取最近的年度',
    subject: '只列入该考核对象的单位；可多次使用',
    lang: '表头、取值和说明的语言：zh 或 en；默认按系统区域设置',
    exitCodes: `退出码：
  0 已生成   64 用法错误   65 数据无效   66 输入或规则包打不开
  70 程序缺陷   73 无法写出   78 规则包无效   130 被中断`,
  },
  unknownTable: (table: string, known: readonly string[]) =>
    `规则包没有“${table}”这个表：应为 ${known.join('、')} 之一`,
  subjectWithoutFrom: '--subject 选取要预填的单位，须同时用 --from 给出数据',
  severalTables: (folder: string) =>
    `csv 每个文件只放一个表：请用 --output ${folder} 写入文件夹，或改用 --format xlsx、--format yaml`,
  tooManyRows: (table: string, limit: number, { id, noun }: Pick<Level, 'id' | 'noun'>) =>
    `“${table}”超过 ${limit} 行，电子表格放不下：请用 --${id} 分${noun.zh}生成，或改用 --format csv`,
  textTooLong: (table: string, heading: string, record: number, limit: number) =>
    `“${table}”第 ${record} 条记录的“${heading}”超过 ${limit} 字，电子表格的一格放不下：请改短，或改用 --format csv、--format yaml`,
  /** After forms were filled from data that is not quite clean. */
  filledFrom: (warnings: number, notes: number) =>
    `预填所用的数据有 ${warnings} 条警告、${notes} 条提示，详见 streetcheck validate。`,
  leftOut: (units: number) => `规则包不计入的 ${units} 个单位没有列入填报表。`,
  /** Of a form whose table the data does not have. */
  newTable: (table: string) =>
    `数据中没有“${table}”表，生成的是空白表：填好再报送。空着报送等于说没有单位，有关指标会由待定变为不适用。`,
  withheld: (table: string, headings: readonly string[], { id, noun }: Pick<Level, 'id' | 'noun' | 'plural'>) =>
    `“${table}”表没有加上数据中缺少的列：${headings.join('、')}。有的${noun.zh}没有这类单位，加上空列，其待定会变为不适用；请用 --${id} 选有单位的${noun.zh}生成。`,
};

/** What `template` says. */
type TemplateWords = typeof zh;

const en: TemplateWords = {
  help: {
    template: 'make forms to fill in: blank, or with what is known already',
    table: 'tables of the ruleset; one or more, default all',
    format: 'csv, yaml or xlsx; default: by the extension of the output, else csv',
    output: 'write to a file; of several tables as csv to a folder, a file each',
    from: 'fill in what these hold, given as to assess',
    year: 'the year: in the first row of a blank form; of the data to fill in; default: the latest',
    subject: 'only the units of this subject; repeatable',
    lang: 'language of headings, values and notes: zh or en; default: that of the locale',
    exitCodes: `Exit codes:
  0 made   64 wrong usage   65 invalid data   66 an input or ruleset cannot be
  opened   70 a bug   73 an output cannot be written   78 invalid ruleset
  130 interrupted`,
  },
  unknownTable: (table, known) => `the ruleset has no table '${table}': it is one of ${known.join(', ')}`,
  subjectWithoutFrom: '--subject chooses the units to fill in: give the data with --from',
  severalTables: (folder) =>
    `a CSV file holds one table: write to a folder with --output ${folder}, or use --format xlsx or --format yaml`,
  tooManyRows: (table, limit, { id }) =>
    `'${table}' has more than ${limit} rows, which no spreadsheet holds: choose with --${id}, or use --format csv`,
  textTooLong: (table, heading, record, limit) =>
    `'${heading}' of record ${record} of '${table}' has more than ${limit} characters, which no cell holds: shorten it, or use --format csv or --format yaml`,
  filledFrom: (warnings, notes) =>
    `The data filled in has warnings (${warnings}) and notes (${notes}): see streetcheck validate.`,
  leftOut: (units) => `Not in the forms, as the ruleset leaves them out: ${units} units.`,
  newTable: (table) =>
    `The data has no table of ${table}, so its form is blank: hand it in once it is filled in. Blank, it says that there are no units, and what is unknown becomes not applicable.`,
  withheld: (table, headings, { id, plural }) =>
    `The form of ${table} does not get the columns that the data lacks: ${headings.join(', ')}. Some ${plural} have no such units, and a blank column would turn their unknown into not applicable. Choose ${plural} that have some with --${id}.`,
};

export const templateWords = { zh, en };

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
