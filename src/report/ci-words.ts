import { isAll } from '../model/share.ts';
import type { Language } from '../model/text.ts';

const zh = {
  inputData: '输入数据',
  district: (name: string) => `${name}（全区合计）`,
  doesNotDecide: (reason: string) => `全区合计，不参与评定：${reason}`,
  streetDoesNotDecide: (reason: string) => `该街道不适用，不参与评定：${reason}`,
  clause: (cited: string) => `依据：${cited}`,
  target: (atLeast: string) => (isAll(atLeast) ? '应达 100%' : `应达 ${atLeast}% 以上`),
  veto: '一票否决',
  advisory: '仅供参考',
  remedy: (remedy: string) => `建议：${remedy}`,
  more: (count: number) => `另有 ${count} 条依据记录`,
  ofSubject: (subject: string, what: string) => `${subject}：${what}`,
  notLocated: '无对应记录',
  standardInput: '标准输入',
  at: (place: string) => `（${place}）`,
  rulesetFolder: '规则包所在的文件夹',
  /** Of the results of a run, where there are more than it may list. */
  resultsLeftOut: (count: number, most: number) =>
    `另有 ${count} 条结果没有列出：一次运行至多列 ${most} 条，多了 GitHub 不收；--format json 列出全部`,
  separator: '，',
};

/** The words of the formats that CI servers read. Slots come in already made safe. */
export type CiWords = typeof zh;

const en: CiWords = {
  inputData: 'input data',
  district: (name) => `${name} (whole district)`,
  doesNotDecide: (reason) => `whole district, does not decide: ${reason}`,
  streetDoesNotDecide: (reason) => `street not applicable, does not decide: ${reason}`,
  clause: (cited) => `Basis: ${cited}`,
  target: (atLeast) => (isAll(atLeast) ? '100% required' : `at least ${atLeast}% required`),
  veto: 'veto',
  advisory: 'advisory',
  remedy: (remedy) => `What to do: ${remedy}`,
  more: (count) => (count === 1 ? '1 more record' : `${count} more records`),
  ofSubject: (subject, what) => `${subject}: ${what}`,
  notLocated: 'no record',
  standardInput: 'standard input',
  at: (place) => ` (${place})`,
  rulesetFolder: 'the folder of the ruleset',
  resultsLeftOut: (count, most) =>
    `${count} more results are not listed: GitHub takes at most ${most} of a run; --format json lists all`,
  separator: ', ',
};

export const ciWords = { zh, en } as const satisfies Record<Language, CiWords>;
