import type { Explanation } from '../../diagnostics/entry.ts';
import type { Counts, Result } from '../../model/assessment.ts';
import type { Percent } from '../../model/share.ts';
import type { Language, Text } from '../../model/text.ts';
import type { Nouns } from '../nouns.ts';

/** What a reason says of the run besides its finding. */
export interface ReasonContext {
  /** The year judged. */
  readonly year: number | null;
  readonly nouns: Nouns;
  /** First year in which the ruleset is in force. */
  readonly from?: number;
}

/** What the sentence of a share is made of, in one language. */
export interface ShareFacts extends Pick<ReasonContext, 'year' | 'nouns'> {
  readonly target: string;
  /** Of so many units that meet the condition: `8/10（80.00%）`. */
  readonly figures: (met: number) => string;
  /** The same as a per cent, without its sign. */
  readonly percent: (met: number) => string;
  /** Units that meet the condition; 0 where `given` is null. */
  readonly met: number;
  readonly given: number | null;
  readonly unknown: number;
  readonly shortfall: number;
  readonly margin: number;
  /** Who does not meet it, and of whom it is not known: clauses that end a sentence, blank where there is nobody. */
  readonly failing: string;
  readonly open: string;
}

/** Of which a finding is made, as a run would have it. */
interface ReasonExample {
  /** Data, or what the data says. */
  readonly input: string | Text;
  readonly label?: Text;
  /** Asked for; 80 where it is absent. */
  readonly atLeast?: Percent;
  readonly counts?: Counts;
  readonly failing?: readonly string[];
  readonly unknown?: readonly string[];
  readonly year?: number;
}

/** All there is to say of a reason: its result, its sentence behind the rule's label, what it means at length. */
export interface Reason<Facts> extends Readonly<Record<Language, (facts: Facts) => string>> {
  readonly result: Result;
  readonly explain: () => Explanation & { readonly example: ReasonExample };
}

/** Not judged by a later standard; a reason of any rule. */
export const notInForce: Reason<ReasonContext> = {
  result: 'not-applicable',
  zh: ({ year, from }) =>
    `${from === undefined ? '' : `方案自 ${from} 年起施行，`}${year === null ? '该年度' : `${year} 年度`}不适用`,
  en: ({ year, from }) =>
    `not applicable${year === null ? '' : ` to ${year}`}, the scheme ${from === undefined ? 'was not in force' : `is in force from ${from}`}`,
  explain: () => ({
    title: { zh: '尚未施行', en: 'Not in force yet' },
    text: {
      zh: '数据的年度早于方案开始施行的年度，各项均不适用，不能用后来的标准评定以前的年度。',
      en: 'The data is of a year before the scheme came into force. Nothing applies: a year is not judged by a later standard.',
    },
    remedy: {
      zh: '核对年度填写是否正确；年度无误的无需处理。',
      en: 'Check that the year is right; if so nothing needs doing.',
    },
    example: {
      input: '年度,小区代码,创建等级\n2011,440308003003001,标兵',
      counts: { met: 1, of: 1, unknown: 0, missing: 0, source: 'register' },
      year: 2011,
    },
  }),
};
