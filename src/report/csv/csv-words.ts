import { type Language, withArticle } from '../../model/text.ts';
import type { Noun } from '../nouns.ts';

const zh = {
  obligations: { required: '必达', advisory: '仅供参考' },
  /** The result of a rule that does not decide. */
  advisory: (result: string) => `${result}（仅供参考）`,
  /** A column, or what is missing. */
  ofRule: (rule: string, what: string) => `${rule}：${what}`,
  code: ({ zh }: Noun) => `${zh}代码`,
  result: '结论',
  met: '符合数',
  unknown: '不明数',
  of: '总数',
  share: '达标率（%）',
  short: (shortfall: number) => `还差 ${shortfall} 个`,
  shortAndOpen: (shortfall: number, unknown: number) => `还差 ${shortfall} 个，另有 ${unknown} 个情况不明`,
  /** Why a finding is undecided where no count says it, of what is judged. */
  lacks: {
    'share.total-unknown': () => '未报总数',
    'share.not-submitted': () => '未报送',
    'share.no-units': ({ zh }: Noun) => `台账中没有本${zh}`,
    'share.column-absent': () => '台账缺列',
    'share.subject-not-submitted': ({ zh }: Noun) => `有${zh}未报送`,
    'veto.blank': () => '结果未填',
    'veto.column-absent': ({ zh }: Noun) => `${zh}表缺列`,
    'veto.not-submitted': ({ zh }: Noun) => `未报送${zh}表`,
  },
  more: (count: number) => `另有 ${count} 条`,
  semicolon: '；',
  list: '、',
};

/** The words of the CSV report, besides the headings of its columns. */
type CsvWords = typeof zh;

const en: CsvWords = {
  obligations: { required: 'required', advisory: 'advisory' },
  advisory: (result) => `${result} (advisory)`,
  ofRule: (rule, what) => `${rule}: ${what}`,
  code: () => 'code',
  result: 'result',
  met: 'met',
  unknown: 'unknown',
  of: 'of',
  share: 'share (%)',
  short: (shortfall) => `${shortfall} short`,
  shortAndOpen: (shortfall, unknown) => `${shortfall} short, ${unknown} not known`,
  lacks: {
    'share.total-unknown': () => 'no total handed in',
    'share.not-submitted': () => 'nothing handed in',
    'share.no-units': ({ en }) => `${en} not in the register`,
    'share.column-absent': () => 'no such column in the register',
    'share.subject-not-submitted': ({ en }) => `${withArticle(en)} handed in nothing`,
    'veto.blank': () => 'result left blank',
    'veto.column-absent': ({ plural }) => `no such column in the ${plural} table`,
    'veto.not-submitted': ({ plural }) => `no ${plural} table handed in`,
  },
  more: (count) => `${count} more`,
  semicolon: '; ',
  list: ', ',
};

export const csvWords = { zh, en } as const satisfies Record<Language, CsvWords>;
