import type { Result } from '../model/assessment.ts';
import type { Language } from '../model/text.ts';

const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

const zh = {
  results: { pass: '达标', fail: '不达标', unknown: '待定', 'not-applicable': '不适用' },
  /** The overall verdict, as a sentence. */
  verdicts: {
    pass: '达标',
    fail: '不达标',
    unknown: '待定：现有数据还不足以评定',
    'not-applicable': '不适用：没有可评定的街道',
  },
  refusals: { data: '数据有误', input: '输入文件有问题', ruleset: '规则包有误' },
  refused: (reason: string) => `无法评定：${reason}`,
  fit: '数据可以用于评定',
  fitBut: (rules: string) => `数据可以用于评定，但以下各项只能待定：${rules}`,
  unfit: '数据不能用于评定',
  severities: { error: '错误', warning: '警告', note: '提示' },
  tables: { streets: '街道表', communities: '社区表', compounds: '小区表' },
  year: (year: number) => `${year}年度`,
  streets: (count: number) => `街道 ${count} 个`,
  /** With `--street`: which streets the report is limited to. */
  onlyStreets: (names: readonly string[], others: number) =>
    `只列出指定的街道：${names.join('、')}${others > 0 ? `，另有 ${others} 个` : ''}；其他街道未列入`,
  tooManyWarnings: (warnings: number, most: number) =>
    `警告 ${warnings} 条，多于 --max-warnings 允许的 ${most} 条，按数据无效处理（退出码 65）：请逐条处理，或放宽上限`,
  records: (records: number, skipped: number) => `台账记录 ${records} 条，跳过 ${skipped} 行`,
  subject: '街道',
  verdict: '评定',
  nameless: '（无名称）',
  allStreets: '全部街道',
  districtRow: '全区合计',
  legend: '✓ 达标  ✗ 不达标  ? 待定  – 不适用  8/9 符合数/总数  7~8/9 或 +1? 有 1 个不明  7/? 总数不明',
  advisoryLegend: '* 仅供参考，不影响评定',
  pooled: '全区合计按各街道合并计算，供对照，不参与评定。',
  reasons: '逐项说明',
  doesNotDecide: '全区合计，不参与评定',
  withoutVetoes: (verdict: string) => `不计一票否决则为：${verdict}`,
  remedy: '建议',
  failing: '不符合的',
  unknown: '情况不明的',
  omitted: (count: number) => `另有 ${count} 条未列出（--witnesses 0 可列出全部）`,
  noPlace: '（无对应记录）',
  cell: (heading: string, text: string) => `${heading}：${text}`,
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

/** Every fixed word of the reports that people read. Slots come in already made safe. */
export type Words = typeof zh;

const en: Words = {
  results: { pass: 'pass', fail: 'fail', unknown: 'unknown', 'not-applicable': 'n/a' },
  verdicts: {
    pass: 'Meets the standard',
    fail: 'Does not meet the standard',
    unknown: 'Cannot be decided yet: data is missing',
    'not-applicable': 'Not applicable: no street can be judged',
  },
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
  tables: { streets: 'streets', communities: 'communities', compounds: 'compounds' },
  year: (year) => `year ${year}`,
  streets: (count) => plural(count, 'street'),
  onlyStreets: (names, others) =>
    `Only the streets asked for: ${names.join(', ')}${others > 0 ? ` and ${others} more` : ''}; other streets are left out`,
  tooManyWarnings: (warnings, most) =>
    `${plural(warnings, 'warning')}, and --max-warnings allows ${most}: taken as invalid data (exit code 65). Mend what they tell, or allow more`,
  records: (records, skipped) => `${plural(records, 'record')}, ${plural(skipped, 'row')} skipped`,
  subject: 'Street',
  verdict: 'Verdict',
  nameless: '(no name)',
  allStreets: 'All streets',
  districtRow: 'district',
  legend: '✓ pass  ✗ fail  ? unknown  – n/a    8/9: met/of    7~8/9 or +1?: one not known    7/?: no total',
  advisoryLegend: '* advisory, does not decide',
  pooled: 'The district is counted over all its streets, for comparison; it does not decide.',
  reasons: 'Reasons',
  doesNotDecide: 'whole district, does not decide',
  withoutVetoes: (verdict) => `without the vetoes: ${verdict}`,
  remedy: 'What to do',
  failing: 'Do not meet it',
  unknown: 'Not known',
  omitted: (count) => `${count} more not listed (--witnesses 0 lists all)`,
  noPlace: '(no record)',
  cell: (heading, text) => `${heading}: ${text}`,
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

export const words = { zh, en } as const satisfies Record<Language, Words>;

/** The signs of the four results; one column each. */
export const MARKS = { pass: '✓', fail: '✗', unknown: '?', 'not-applicable': '–' } as const satisfies Record<
  Result,
  string
>;
