import type { Refusal } from '../../model/assessment.ts';
import type { Language } from '../../model/text.ts';

interface BatchWords {
  readonly submission: string;
  readonly verdict: string;
  /** Above what failed, and the first error. */
  readonly why: string;
  readonly refused: Readonly<Record<Refusal, string>>;
  readonly tooManyWarnings: string;
  readonly noStreet: string;
  readonly warnings: (warnings: number, most: number) => string;
  readonly unmatched: (streets: readonly string[]) => string;
  readonly street: (name: string, rules: readonly string[]) => string;
  readonly streets: (shown: readonly string[], others: number) => string;
  readonly submissions: (count: number) => string;
  readonly notJudged: string;
}

export const batchWords: Readonly<Record<Language, BatchWords>> = {
  zh: {
    submission: '报送',
    verdict: '结论',
    why: '未达标各项，或第一处错误',
    refused: { data: '数据有误', input: '打不开', ruleset: '规则包有误' },
    tooManyWarnings: '警告过多',
    noStreet: '无此街道',
    warnings: (warnings, most) => `警告 ${warnings} 条，多于允许的 ${most} 条`,
    unmatched: (streets) => `没有 ${streets.join('、')}`,
    street: (name, rules) => `${name}：${rules.join('、')}`,
    streets: (shown, others) => `${shown.join('；')}${others > 0 ? `；另有 ${others} 个街道` : ''}`,
    submissions: (count) => `报送 ${count} 份`,
    notJudged: '未评定',
  },
  en: {
    submission: 'submission',
    verdict: 'verdict',
    why: 'what failed, or first error',
    refused: { data: 'invalid', input: 'not read', ruleset: 'bad ruleset' },
    tooManyWarnings: 'warnings',
    noStreet: 'no street',
    warnings: (warnings, most) => `${warnings} warnings, and ${most} allowed`,
    unmatched: (streets) => `no ${streets.join(', ')}`,
    street: (name, rules) => `${name}: ${rules.join(', ')}`,
    streets: (shown, others) => `${shown.join('; ')}${others > 0 ? `; and ${others} more` : ''}`,
    submissions: (count) => `${count} submission${count === 1 ? '' : 's'}`,
    notJudged: 'not judged',
  },
};
