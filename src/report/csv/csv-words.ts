import type { Language } from '../../model/text.ts';

const zh = {
  scopes: { street: '街道', district: '全区合计' },
  obligations: { required: '必达', advisory: '仅供参考' },
  /** The result of a rule that does not decide. */
  advisory: (result: string) => `${result}（仅供参考）`,
  /** A column, or what is missing. */
  ofRule: (rule: string, what: string) => `${rule}：${what}`,
  result: '结论',
  met: '符合数',
  unknown: '不明数',
  of: '总数',
  share: '达标率（%）',
  short: (shortfall: number) => `还差 ${shortfall} 个`,
  shortAndOpen: (shortfall: number, unknown: number) => `还差 ${shortfall} 个，另有 ${unknown} 个情况不明`,
  /** Why a finding is undecided where no count says it. */
  lacks: {
    'share.total-unknown': '未报总数',
    'share.not-submitted': '未报送',
    'share.no-units': '台账中没有本街道',
    'share.column-absent': '台账缺列',
    'share.street-not-submitted': '有街道未报送',
    'veto.blank': '结果未填',
    'veto.column-absent': '街道表缺列',
    'veto.not-submitted': '未报送街道表',
  },
  more: (count: number) => `另有 ${count} 条`,
  semicolon: '；',
  list: '、',
};

/** The words of the CSV report, besides the headings of its columns. */
type CsvWords = typeof zh;

const en: CsvWords = {
  scopes: { street: 'street', district: 'district' },
  obligations: { required: 'required', advisory: 'advisory' },
  advisory: (result) => `${result} (advisory)`,
  ofRule: (rule, what) => `${rule}: ${what}`,
  result: 'result',
  met: 'met',
  unknown: 'unknown',
  of: 'of',
  share: 'share (%)',
  short: (shortfall) => `${shortfall} short`,
  shortAndOpen: (shortfall, unknown) => `${shortfall} short, ${unknown} not known`,
  lacks: {
    'share.total-unknown': 'no total handed in',
    'share.not-submitted': 'nothing handed in',
    'share.no-units': 'street not in the register',
    'share.column-absent': 'no such column in the register',
    'share.street-not-submitted': 'a street handed in nothing',
    'veto.blank': 'result left blank',
    'veto.column-absent': 'no such column in the streets table',
    'veto.not-submitted': 'no streets table handed in',
  },
  more: (count) => `${count} more`,
  semicolon: '; ',
  list: ', ',
};

export const csvWords = { zh, en } as const satisfies Record<Language, CsvWords>;
