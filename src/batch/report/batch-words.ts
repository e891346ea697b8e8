import type { Language } from '../../model/text.ts';
import type { Noun } from '../../report/nouns.ts';

const zh = {
  submission: '报送',
  verdict: '结论',
  /** Above what failed, and the first error. */
  why: '未达标各项，或第一处错误',
  refused: { data: '数据有误', input: '打不开', ruleset: '规则包有误' },
  tooManyWarnings: '警告过多',
  noSubject: ({ zh }: Noun) => `无此${zh}`,
  warnings: (warnings: number, most: number) => `警告 ${warnings} 条，多于允许的 ${most} 条`,
  unmatched: (names: readonly string[]) => `没有 ${names.join('、')}`,
  subject: (name: string, rules: readonly string[]) => `${name}：${rules.join('、')}`,
  subjects: (shown: readonly string[], others: number, { zh }: Noun) =>
    `${shown.join('；')}${others > 0 ? `；另有 ${others} 个${zh}` : ''}`,
  submissions: (count: number) => `报送 ${count} 份`,
  notJudged: '未评定',
};

type BatchWords = typeof zh;

const en: BatchWords = {
  submission: 'submission',
  verdict: 'verdict',
  why: 'what failed, or first error',
  refused: { data: 'invalid', input: 'not read', ruleset: 'bad ruleset' },
  tooManyWarnings: 'warnings',
  noSubject: ({ en }) => `no ${en}`,
  warnings: (warnings, most) => `${warnings} warnings, and ${most} allowed`,
  unmatched: (names) => `no ${names.join(', ')}`,
  subject: (name, rules) => `${name}: ${rules.join(', ')}`,
  subjects: (shown, others) => `${shown.join('; ')}${others > 0 ? `; and ${others} more` : ''}`,
  submissions: (count) => `${count} submission${count === 1 ? '' : 's'}`,
  notJudged: 'not judged',
};

export const batchWords = { zh, en } as const satisfies Record<Language, BatchWords>;
