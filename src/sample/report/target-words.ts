import type { Language } from '../../model/text.ts';

const more = (count: number): string => (count === 1 ? 'one more unit' : `${count} more units`);
const units = (count: number): string => (count === 1 ? 'one unit' : `${count} units`);

const zh = {
  title: '重点抽查对象',
  noInference:
    '这些是挑选出来的，不是随机样本：查出的问题只说明被查的单位，不能由此推算其他单位。要推断总体，请用 sample random。',
  subjects: (noun: string) => `${noun}（评定最容易改变的在前）`,
  units: '单位（有疑点的在前，其次理由多的）',
  none: '没有特别需要重点抽查的。',
  verdict: (verdict: string) => `现为${verdict}`,
  turnsVerdict: (changes: number) => `改变 ${changes} 个单位，评定就会改变`,
  losesRules: (rules: string, changes: number) => `再有 ${changes} 个单位不符合就达不到的：${rules}`,
  lacksRules: (rules: string, changes: number) => `只差 ${changes} 个单位的：${rules}`,
  carries: (rules: string, subject: string) => `${subject}的${rules}没有富余，此单位不符合即达不到`,
  zero: (rule: string, before: number) => `${rule}：去年 ${before} 起，今年为 0，请核对`,
  limit: (rule: string, at: number) => `${rule}：今年与去年同为 ${at} 起，多一起就不符合`,
  warning: (code: string) => `数据警告 ${code}`,
  more: (count: number) => `另有 ${count} 个未列出（JSON 中有全部）`,
  list: '、',
};

/** Every fixed word of a list of targets. Slots come in already made safe. */
export type TargetWords = typeof zh;

const en: TargetWords = {
  title: 'Where a check matters most',
  noInference:
    'These were picked and are no random sample: what is found says something about the units that are checked and nothing about others. To conclude on all units, use sample random.',
  subjects: (noun) => `${noun} (the verdict that turns most easily first)`,
  units: 'Units (what looks doubtful first, then those with the most reasons)',
  none: 'Nothing stands out.',
  verdict: (verdict) => `now: ${verdict}`,
  turnsVerdict: (changes) => `the verdict turns with ${units(changes)}`,
  losesRules: (rules, changes) =>
    `lost with ${more(changes)} that ${changes === 1 ? 'does' : 'do'} not conform: ${rules}`,
  lacksRules: (rules, changes) => `short by ${units(changes)}: ${rules}`,
  carries: (rules, subject) => `${subject} has no unit to spare in ${rules}, and this is one of those that meet it`,
  zero: (rule, before) => `${rule}: ${before} cases last year and none this year, which wants a look`,
  limit: (rule, at) => `${rule}: ${at} cases this year as last year, one more would not meet it`,
  warning: (code) => `warning ${code}`,
  more: (count) => `${count} more not listed (all are in the JSON)`,
  list: ', ',
};

export const targetWords = { zh, en } as const satisfies Record<Language, TargetWords>;
