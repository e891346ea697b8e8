import type { Result } from '../model/assessment.ts';
import { remembered } from '../model/remembered.ts';
import type { Ruleset } from '../model/ruleset.ts';
import { capitalized, type Language } from '../model/text.ts';
import { type Nouns, nounsOf } from './names.ts';

export const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

const zh = {
  results: { pass: '达标', fail: '不达标', unknown: '待定', 'not-applicable': '不适用' },
  refusals: { data: '数据有误', input: '输入文件有问题', ruleset: '规则包有误' },
  refused: (reason: string) => `无法评定：${reason}`,
  fit: '数据可以用于评定',
  fitBut: (rules: string) => `数据可以用于评定，但以下各项只能待定：${rules}`,
  unfit: '数据不能用于评定',
  severities: { error: '错误', warning: '警告', note: '提示' },
  year: (year: number) => `${year}年度`,
  tooManyWarnings: (warnings: number, most: number) =>
    `警告 ${warnings} 条，多于 --max-warnings 允许的 ${most} 条，按数据无效处理（退出码 65）：请逐条处理，或放宽上限`,
  records: (records: number, skipped: number) => `台账记录 ${records} 条，跳过 ${skipped} 行`,
  verdict: '评定',
  nameless: '（无名称）',
  legend: '✓ 达标  ✗ 不达标  ? 待定  – 不适用  8/9 符合数/总数  7~8/9 或 +1? 有 1 个不明  7/? 总数不明',
  advisoryLegend: '* 仅供参考，不影响评定',
  reasons: '逐项说明',
  withoutVetoes: (verdict: string) => `不计一票否决则为：${verdict}`,
  remedy: '建议',
  failing: '不符合的',
  unknown: '情况不明的',
  omitted: (count: number) => `另有 ${count} 条未列出（--witnesses 0 可列出全部）`,
  noPlace: '（无对应记录）',
  /** A heading, a subject, a rule, and what is said of it. */
  labelled: (label: string, text: string) => `${label}：${text}`,
  blank: '（空白）',
  absent: (field: string) => `无此列（${field}）`,
  found: (text: string) => `原文“${text}”`,
  related: '相关位置',
  /** Before further places of the same kind. */
  alsoAt: '另见',
  places: (places: readonly string[], more: number) => `${places.join('、')}${more > 0 ? ' 等' : ''}`,
  /** How many there are, and as how many entries they are listed. */
  gathered: (title: string, count: number, entries: number) =>
    count === entries ? `${title}（${count}）` : `${title}（${count} 处，并作 ${entries} 条）`,
  notesFolded: (count: number) => `提示 ${count} 条：读取时略过、换算或没有采用的内容（--notes 逐条列出）`,
  inputs: '输入文件',
  counted: (title: string, count: number) => `${title}（${count}）`,
  severalTables: '多个表',
  recordsRead: (count: number) => `记录 ${count} 条`,
  skipped: (count: number) => `跳过 ${count} 行`,
  leftOut: (count: number) => `不计入 ${count} 条`,
  comma: '，',
  /** Between a word and what it introduces. */
  colon: '：',
  separator: '  ',
};

export type FixedWords = typeof zh;

const en: FixedWords = {
  results: { pass: 'pass', fail: 'fail', unknown: 'unknown', 'not-applicable': 'n/a' },
  refusals: {
    data: 'the data is invalid',
    input: 'an input cannot be used',
    ruleset: 'the ruleset is invalid',
  },
  refused: (reason) => `Cannot be judged: ${reason}`,
  fit: 'The data is fit to be judged',
  fitBut: (rules) => `The data is fit to be judged, but these rules will stay undecided: ${rules}`,
  unfit: 'The data is not fit to be judged',
  severities: { error: 'Errors', warning: 'Warnings', note: 'Notes' },
  year: (year) => `year ${year}`,
  tooManyWarnings: (warnings, most) =>
    `${plural(warnings, 'warning')}, and --max-warnings allows ${most}: taken as invalid data (exit code 65). Mend what they tell, or allow more`,
  records: (records, skipped) => `${plural(records, 'record')}, ${plural(skipped, 'row')} skipped`,
  verdict: 'Verdict',
  nameless: '(no name)',
  legend: '✓ pass  ✗ fail  ? unknown  – n/a    8/9: met/of    7~8/9 or +1?: one not known    7/?: no total',
  advisoryLegend: '* advisory, does not decide',
  reasons: 'Reasons',
  withoutVetoes: (verdict) => `without the vetoes: ${verdict}`,
  remedy: 'What to do',
  failing: 'Do not meet it',
  unknown: 'Not known',
  omitted: (count) => `${count} more not listed (--witnesses 0 lists all)`,
  noPlace: '(no record)',
  labelled: (label, text) => `${label}: ${text}`,
  blank: '(blank)',
  absent: (field) => `no such column (${field})`,
  found: (text) => `found "${text}"`,
  related: 'see also',
  alsoAt: 'also at',
  places: (places, more) => `${places.join(', ')}${more > 0 ? ' and others' : ''}`,
  gathered: (title, count, entries) =>
    count === entries ? `${title} (${count})` : `${title} (${count}, as ${entries})`,
  notesFolded: (count) =>
    `${plural(count, 'note')} on what was skipped, changed or not used in reading (--notes lists ${count === 1 ? 'it' : 'them'})`,
  inputs: 'Inputs',
  counted: (title, count) => `${title} (${count})`,
  severalTables: 'several tables',
  recordsRead: (count) => plural(count, 'record'),
  skipped: (count) => `${plural(count, 'row')} skipped`,
  leftOut: (count) => `${plural(count, 'record')} left out`,
  comma: ', ',
  colon: ': ',
  separator: '  ',
};

/** The words that are the same for every scheme. */
export const words = { zh, en } as const satisfies Record<Language, FixedWords>;

const levelZh = ({ judged, outer, of, level, table }: Nouns) => ({
  /** The level that is judged: the scope of its subjects. */
  level,
  /** The overall verdict, as a sentence. */
  verdicts: {
    pass: '达标',
    fail: '不达标',
    unknown: '待定：现有数据还不足以评定',
    'not-applicable': `不适用：没有可评定的${judged.zh}`,
  },
  table: (name: string) => table(name).zh,
  subjects: (count: number) => `${judged.zh} ${count} 个`,
  /** Where some are asked for: which ones the report is limited to. */
  onlySubjects: (names: readonly string[], others: number) =>
    `只列出指定的${judged.zh}：${names.join('、')}${others > 0 ? `，另有 ${others} 个` : ''}；其他${judged.zh}未列入`,
  subject: judged.zh,
  allSubjects: `全部${judged.zh}`,
  /** Of what lies around the subjects, by its scope. */
  pooledRow: (scope: string) => `全${of(scope).zh}合计`,
  doesNotDecide: (scope: string) => `全${of(scope).zh}合计，不参与评定`,
  /** A line for each level around the judged one. */
  pooled: outer.map(({ zh }) => `全${zh}合计按各${judged.zh}合并计算，供对照，不参与评定。`),
});

type LevelWords = ReturnType<typeof levelZh>;

const levelEn = ({ judged, outer, of, level, table }: Nouns): LevelWords => ({
  level,
  verdicts: {
    pass: 'Meets the standard',
    fail: 'Does not meet the standard',
    unknown: 'Cannot be decided yet: data is missing',
    'not-applicable': `Not applicable: no ${judged.en} can be judged`,
  },
  table: (name) => table(name).en,
  subjects: (count) => plural(count, judged.en, judged.plural),
  onlySubjects: (names, others) =>
    `Only the ${judged.plural} asked for: ${names.join(', ')}${others > 0 ? ` and ${others} more` : ''}; other ${judged.plural} are left out`,
  subject: capitalized(judged.en),
  allSubjects: `All ${judged.plural}`,
  pooledRow: (scope) => of(scope).en,
  doesNotDecide: (scope) => `whole ${of(scope).en}, does not decide`,
  pooled: outer.map(
    ({ en }) => `The ${en} is counted over all its ${judged.plural}, for comparison; it does not decide.`,
  ),
});

/** The words of the reports that people read, in those of a scheme. Slots come in already made safe. */
export type Words = FixedWords & LevelWords;

const bound = remembered((nouns: Nouns) => ({
  zh: { ...zh, ...levelZh(nouns) },
  en: { ...en, ...levelEn(nouns) },
}));

export const reportWords = (ruleset: Ruleset | null): Readonly<Record<Language, Words>> => bound(nounsOf(ruleset));

/** The signs of the four results; one column each. */
export const MARKS = { pass: '✓', fail: '✗', unknown: '?', 'not-applicable': '–' } as const satisfies Record<
  Result,
  string
>;
