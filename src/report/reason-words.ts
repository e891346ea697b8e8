import type { CountSource } from '../model/assessment.ts';
import { isAll, type Percent } from '../model/share.ts';
import type { Language } from '../model/text.ts';

const SOURCES_ZH = { register: '', summary: '，据汇总数', mixed: '，部分据汇总数' } as const;

const zh = {
  /** `cited` is blank where the clause stands beside the sentence. */
  sentence: (label: string, cited: string, body: string) =>
    `${label}${cited === '' ? '' : `（依据：${cited}）`}：${body}。`,
  target: (atLeast: Percent, target: number | null, of: number | null) => {
    const share = isAll(atLeast) ? '应达 100%' : `应达 ${atLeast}% 以上`;
    if (target === null || of === null) return share;
    return target === of ? `${share}（即全部 ${of} 个）` : `${share}（即 ${of} 个中至少 ${target} 个）`;
  },
  figures: (met: number, of: number, percent: string, source: CountSource) =>
    `${met}/${of}（${percent}%${SOURCES_ZH[source ?? 'register']}）`,
  names: (names: readonly string[], total: number) =>
    total > names.length ? `${names.join('、')}等 ${total} 个` : names.join('、'),
  nameless: '（无名称）',
  failing: (names: string) => `；不符合的有：${names}`,
  unknown: (names: string) => `；情况不明的有：${names}`,
  /** Of the units that are not known, how many no record tells of. */
  missing: (count: number) => `；不明的单位中有 ${count} 个没有报送数据`,
  pass: (figures: string, margin: number) => `，实为 ${figures}，达标${margin > 0 ? `，超出 ${margin} 个` : ''}`,
  passDespiteUnknown: (figures: string, unknown: number) =>
    `，已有 ${figures}，另有 ${unknown} 个情况不明，即使都不符合也达标`,
  fail: (figures: string, shortfall: number) => `，实为 ${figures}，不达标，还差 ${shortfall} 个`,
  failDespiteUnknown: (figures: string, shortfall: number, unknown: number, best: string) =>
    `，已有 ${figures}，还差 ${shortfall} 个，情况不明的只有 ${unknown} 个，即使都符合也只有 ${best}，不达标`,
  open: (figures: string, unknown: number, worst: string, best: string, shortfall: number) =>
    `，已有 ${figures}，另有 ${unknown} 个情况不明，结果在 ${worst}% 至 ${best}% 之间，其中有 ${shortfall} 个符合即达标，待定`,
  totalUnknown: (met: number | null) =>
    met === null
      ? '，未报总数或总数填得不对，无法计算，待定'
      : `，报有 ${met} 个符合，未报总数或总数填得不对，无法计算，待定`,
  notSubmitted: '，本年度台账和汇总数均未报送，待定，须补报其中之一',
  noUnits: '，报送的台账中没有本街道的单位，也没有汇总数，待定，须补报；确实没有的，须申报总数为 0',
  columnAbsent: '，台账缺少本项所需的列，待定',
  streetNotSubmitted: '，有街道的数字未报送或不全，全区无法合计，待定',
  empty: '，没有应计的单位（0/0），本项不适用',
  vetoPass: '结果达标，不触发一票否决',
  vetoFail: '结果不达标，一票否决，当年评定为不达标',
  vetoBlank: '结果未填，待定，须补填达标或不达标',
  vetoColumnAbsent: '街道表没有本项的列，结果不明，待定',
  vetoNotSubmitted: '街道表没有报送或缺该街道，结果不明，待定',
  notInForce: (year: number | null, from: number | undefined) =>
    `${from === undefined ? '' : `方案自 ${from} 年起施行，`}${year === null ? '该年度' : `${year} 年度`}不适用`,
  requiredFrom: (from: number) => `；目标期内，${from} 年起才为必达，本年度只作参考`,
  advisory: '；本项只作参考，不影响评定',
};

/** Slots come in as ready figures and lists of names; every text is a part of one sentence. */
export type ReasonWords = typeof zh;

const SOURCES_EN = { register: '', summary: ', from the summary', mixed: ', partly from the summary' } as const;

const en: ReasonWords = {
  sentence: (label, cited, body) =>
    `${label.charAt(0).toUpperCase()}${label.slice(1)}${cited === '' ? '' : ` (${cited})`}: ${body}.`,
  target: (atLeast, target, of) => {
    const share = isAll(atLeast) ? '100% required' : `at least ${atLeast}% required`;
    if (target === null || of === null) return share;
    return target === of ? `${share}, that is all ${of}` : `${share}, that is ${target} of ${of}`;
  },
  figures: (met, of, percent, source) => `${met}/${of} (${percent}%${SOURCES_EN[source ?? 'register']})`,
  names: (names, total) =>
    total > names.length ? `${names.join(', ')} and ${total - names.length} more` : names.join(', '),
  nameless: '(no name)',
  failing: (names) => `; not met by ${names}`,
  unknown: (names) => `; not known of ${names}`,
  missing: (count) => `; of the units not known ${count} were not handed in`,
  pass: (figures, margin) => `; reached with ${figures}${margin > 0 ? `, ${margin} more than needed` : ''}`,
  passDespiteUnknown: (figures, unknown) => `; reached with ${figures} whatever becomes of the ${unknown} not known`,
  fail: (figures, shortfall) => `; missed with ${figures}, ${shortfall} short`,
  failDespiteUnknown: (figures, shortfall, unknown, best) =>
    `; missed with ${figures}, ${shortfall} short, and the ${unknown} not known would make it ${best} at best`,
  open: (figures, unknown, worst, best, shortfall) =>
    `; so far ${figures} with ${unknown} not known, so between ${worst}% and ${best}%: undecided, it takes ${shortfall} of them`,
  totalUnknown: (met) =>
    met === null
      ? '; undecided, the total is not given or cannot be read'
      : `; undecided, ${met} are given that meet it, but the total is not given or cannot be read`,
  notSubmitted:
    '; undecided, neither records nor summary counts of this year were handed in, and one of them has to be',
  noUnits:
    '; undecided, the records handed in have no unit of this street and there are no summary counts: hand them in, or declare a total of 0 if there are none',
  columnAbsent: '; undecided, the records lack a column that this needs',
  streetNotSubmitted: '; undecided, the counts of a street are missing or incomplete, so the district has no sum',
  empty: '; not applicable, there is no unit to count (0/0)',
  vetoPass: 'passed, no veto',
  vetoFail: 'failed, and this veto fails the year',
  vetoBlank: 'undecided, the result was left blank and must be filled in',
  vetoColumnAbsent: 'undecided, the streets table has no column for it',
  vetoNotSubmitted: 'undecided, no streets table with this street was handed in',
  notInForce: (year, from) =>
    `not applicable${year === null ? '' : ` to ${year}`}, the scheme ${from === undefined ? 'was not in force' : `is in force from ${from}`}`,
  requiredFrom: (from) => `; within the target period, advisory until it is required from ${from}`,
  advisory: '; advisory only, it does not decide',
};

export const reasonWords = { zh, en } as const satisfies Record<Language, ReasonWords>;
