import type { ReasonCode } from '../../model/assessment.ts';
import type { Obligation, Scope } from '../../model/ruleset.ts';
import type { Language } from '../../model/text.ts';

/** Why a finding is undecided where no count says it. */
type Lack = Extract<
  ReasonCode,
  | 'share.total-unknown'
  | 'share.not-submitted'
  | 'share.no-units'
  | 'share.column-absent'
  | 'share.street-not-submitted'
  | 'veto.blank'
  | 'veto.column-absent'
  | 'veto.not-submitted'
>;

/** The words of the CSV report, besides the headings of its columns. */
interface CsvWords {
  readonly scopes: Readonly<Record<Scope, string>>;
  readonly obligations: Readonly<Record<Obligation, string>>;
  /** The result of a rule that does not decide. */
  readonly advisory: (result: string) => string;
  /** A column, or what is missing. */
  readonly ofRule: (rule: string, what: string) => string;
  readonly result: string;
  readonly met: string;
  readonly unknown: string;
  readonly of: string;
  readonly share: string;
  readonly short: (shortfall: number) => string;
  readonly shortAndOpen: (shortfall: number, unknown: number) => string;
  readonly lacks: Readonly<Record<Lack, string>>;
  readonly more: (count: number) => string;
  readonly semicolon: string;
  readonly list: string;
}

const zh: CsvWords = {
  scopes: { street: '街道', district: '全区合计' },
  obligations: { required: '必达', advisory: '仅供参考' },
  advisory: (result) => `${result}（仅供参考）`,
  ofRule: (rule, what) => `${rule}：${what}`,
  result: '结论',
  met: '符合数',
  unknown: '不明数',
  of: '总数',
  share: '达标率（%）',
  short: (shortfall) => `还差 ${shortfall} 个`,
  shortAndOpen: (shortfall, unknown) => `还差 ${shortfall} 个，另有 ${unknown} 个情况不明`,
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
  more: (count) => `另有 ${count} 条`,
  semicolon: '；',
  list: '、',
};

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
