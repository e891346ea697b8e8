import type { Language } from '../model/text.ts';

/** How many digits, in words as far as people count them so. */
const DIGITS = {
  zh: ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'],
  en: ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
} as const satisfies Record<Language, readonly string[]>;

const digits = (count: number, language: Language): string => DIGITS[language][count] ?? String(count);

const zh = {
  /** Name of the hidden sheet of drop-down lists. */
  lists: '选项',
  chooseOne: (labels: readonly string[]) => `请从下拉列表中选择：${labels.join('、')}。不清楚的请留空。`,
  wholeNumber: (minimum: number, maximum: number | undefined) =>
    maximum === undefined
      ? `请填不小于 ${minimum} 的整数，只写数字，不写单位。不清楚的请留空。`
      : `请填 ${minimum} 至 ${maximum} 之间的整数，只写数字。不清楚的请留空。`,
  /** What goes in, and what a blank means. */
  ownCode: '代码：逐位照写，前面的 0 不能省。没有代码的可以留空，凭名称识别。',
  ownName: '名称：各表写法一致。有代码的可以留空，凭代码识别。',
  /** Of what a unit has to lie in: the code beside the name, or the name beside the code. */
  parentCode: (noun: string) => `所属${noun}的代码：与${noun}名称至少填一个，都填的须一致。`,
  parentName: (noun: string) => `所属${noun}的名称：与${noun}代码至少填一个，都填的须一致。`,
  /** Of what it may lie in: without it belongs to `direct`. */
  betweenCode: (noun: string, direct: string) =>
    `所属${noun}的代码：与${noun}名称填一个即可，都填的须一致；都不填的，视为直属${direct}。`,
  betweenName: (noun: string, direct: string) =>
    `所属${noun}的名称：与${noun}代码填一个即可，都填的须一致；都不填的，视为直属${direct}。`,
  /** Of what subjects lie in; `count` of the digits of their codes say it. */
  outerCode: (noun: string, judged: string, count: number | null) =>
    `所属${noun}的代码：可以留空${count === null ? '' : `，以${judged}代码前${digits(count, 'zh')}位为准`}。`,
  outerName: (noun: string, judged: string, count: number | null) =>
    `所属${noun}的名称：可以留空${count === null ? '' : `，以${judged}代码前${digits(count, 'zh')}位为准`}。`,
  values: {
    year: '年度：四位数字，如 2012。可以只填第一条记录，以下留空的视为同一年度；整列留空的，评定时用 --year 指定。',
    count: '数量：只写数字，不写单位；没有的填 0。',
    text: '文字说明，可以留空。',
  },
  choice: (labels: readonly string[]) => `填：${labels.join('、')}。`,
  unknown: '空白表示未知，不算 0，也不算达标或不达标。',
  /** Of a count of a subject that may stand for a table: in place of it. */
  summary: (table: string, judged: string) => `汇总数：报送了${table}的${judged}不必填，以${table}为准。`,
  usedBy: (rules: readonly string[]) => `用于：${rules.join('；')}。`,
  use: (rule: string, cited: string, asked: string) => `${rule}（依据：${cited}，${asked}）`,
  unused: '评定不看本列。',
  /** Above the headings of a CSV form. */
  csvTexts: (headings: readonly string[]) =>
    `注：用电子表格填写时，请先把${headings.map((heading) => `“${heading}”`).join('')}列设为“文本”格式，否则长代码会变成 4.40308E+11，3-2 之类的名称会变成日期，均作废。`,
  csvBlank: '注：空白表示未知，不算 0；没有的数量填 0。',
  csvChoice: (heading: string, labels: readonly string[]) => `注：“${heading}”填：${labels.join('、')}。`,
  /** Above a YAML form. */
  yamlTitle: (ruleset: string, number: string) => `${ruleset}（${number}）填报表`,
  yamlBlank: '空白表示未知，不算 0；没有的数量填 0。代码和名称写在引号内。',
  yamlSkeleton: '每个单位一条：复制以下各行，去掉行首的 # 号后填写。',
};

/** The words of forms. */
type FormWords = typeof zh;

const en: FormWords = {
  lists: 'lists',
  chooseOne: (labels) => `Choose from the list: ${labels.join(', ')}. Leave it blank where it is not known.`,
  wholeNumber: (minimum, maximum) =>
    maximum === undefined
      ? `Whole numbers of ${minimum} or more, digits only, without a unit. Leave it blank where it is not known.`
      : `Whole numbers from ${minimum} to ${maximum}, digits only. Leave it blank where it is not known.`,
  ownCode: 'The code, digit by digit, leading zeros included. May be blank: the name then tells the unit.',
  ownName: 'The name, written alike in all tables. May be blank: the code then tells the unit.',
  parentCode: (noun) =>
    `Code of its ${noun}: give this or the name of the ${noun}; where both are given they have to agree.`,
  parentName: (noun) =>
    `Name of its ${noun}: give this or the code of the ${noun}; where both are given they have to agree.`,
  betweenCode: (noun, direct) =>
    `Code of its ${noun}: this or the name is enough; where both are given they have to agree. With neither it belongs to its ${direct} directly.`,
  betweenName: (noun, direct) =>
    `Name of its ${noun}: this or the code is enough; where both are given they have to agree. With neither it belongs to its ${direct} directly.`,
  outerCode: (noun, judged, count) =>
    `Code of its ${noun}: may be blank${count === null ? '' : `, the first ${digits(count, 'en')} digits of the ${judged}'s code then say it`}.`,
  outerName: (noun, judged, count) =>
    `Name of its ${noun}: may be blank${count === null ? '' : `, the first ${digits(count, 'en')} digits of the ${judged}'s code then say it`}.`,
  values: {
    year: 'The year, four digits, such as 2012. The first record is enough: blanks below it are of the same year. Where the whole column is blank, --year has to say it.',
    count: 'A count: digits only, without a unit; 0 where there are none.',
    text: 'Free text, may be blank.',
  },
  choice: (labels) => `One of: ${labels.join(', ')}.`,
  unknown: 'A blank means not known: no zero, no pass and no fail.',
  summary: (table, judged) =>
    `A summary count: not needed of a ${judged} that hands in the ${table}, which counts instead.`,
  usedBy: (rules) => `Used by: ${rules.join('; ')}.`,
  use: (rule, cited, asked) => `${rule} (${cited}, ${asked})`,
  unused: 'No rule reads it.',
  csvTexts: (headings) =>
    `Note: in a spreadsheet, format the columns ${headings.join(', ')} as text first, or long codes turn into 4.40308E+11, names such as 3-2 into dates, and are lost.`,
  csvBlank: 'Note: a blank means not known, never zero; write 0 where there are none.',
  csvChoice: (heading, labels) => `Note: ${heading} is one of: ${labels.join(', ')}.`,
  yamlTitle: (ruleset, number) => `${ruleset} (${number}): form`,
  yamlBlank: 'A blank means not known, never zero; write 0 where there are none. Codes and names stand in quotes.',
  yamlSkeleton: 'One entry for each unit: copy these lines, take away the # in front and fill them in.',
};

export const formWords = { zh, en } as const satisfies Record<Language, FormWords>;
