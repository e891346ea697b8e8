import type { Explanation } from '../diagnostics/entry.ts';
import type { Assessment, CountSource, Counts, Finding, Result, ShareFinding, Witness } from '../model/assessment.ts';
import type { Rule } from '../model/ruleset.ts';
import { formatPercent, isAll, type Percent, type Target } from '../model/share.ts';
import { nameWithin } from '../model/tell-apart.ts';
import type { Language, Text } from '../model/text.ts';
import { type Nouns, nounsOf } from './names.ts';
import { shareReasons } from './reasons/share-reasons.ts';
import { notInForce, vetoReasons } from './reasons/veto-reasons.ts';

/** What a reason says of the run besides its finding. */
export interface ReasonContext {
  /** The year judged. */
  readonly year: number | null;
  readonly nouns: Nouns;
  /** First year in which the ruleset is in force. */
  readonly from?: number;
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

const askedZh = {
  target: ({ atLeast }: Target) => (isAll(atLeast) ? '应达 100%' : `应达 ${atLeast}% 以上`),
  /** What a target comes to. */
  units: (target: number, of: number) => (target === of ? `（即全部 ${of} 个）` : `（即 ${of} 个中至少 ${target} 个）`),
  veto: '一票否决',
};

const askedEn: typeof askedZh = {
  target: ({ atLeast }) => (isAll(atLeast) ? '100% required' : `at least ${atLeast}% required`),
  units: (target, of) => (target === of ? `, that is all ${of}` : `, that is ${target} of ${of}`),
  veto: 'veto',
};

export const askedWords = { zh: askedZh, en: askedEn } as const satisfies Record<Language, typeof askedZh>;

/** What a rule asks for, in the same words wherever it is told: `应达 80% 以上`. */
export const asked = (rule: Rule, language: Language): string => {
  const words = askedWords[language];
  switch (rule.kind) {
    case 'share':
      return words.target(rule.target);
    case 'veto':
      return words.veto;
  }
};

/** The same of a finding, with what the target comes to for so many units. */
const askedOf = ({ target, of, effectiveTarget }: ShareFinding, language: Language): string => {
  const { target: told, units } = askedWords[language];
  return told(target) + (effectiveTarget === null || of === null ? '' : units(effectiveTarget, of));
};

/** `≥ 80%`, the same in both languages. */
export const askedBriefly = ({ atLeast }: Target): string => (isAll(atLeast) ? '100%' : `≥ ${atLeast}%`);

/** A sentence names this many witnesses; the rest is counted. */
export const NAMED = 3;

const SOURCES_ZH = { register: '', summary: '，据汇总数', mixed: '，部分据汇总数' } as const;

const zh = {
  /** `cited` is blank where the clause stands beside the sentence. */
  sentence: (label: string, cited: string, body: string) =>
    `${label}${cited === '' ? '' : `（依据：${cited}）`}：${body}。`,
  figures: (met: number, of: number, percent: string, source: CountSource) =>
    `${met}/${of}（${percent}%${SOURCES_ZH[source ?? 'register']}）`,
  names: (names: readonly string[], total: number) =>
    total > names.length ? `${names.join('、')}等 ${total} 个` : names.join('、'),
  nameless: '（无名称）',
  failing: (names: string) => `；不符合的有：${names}`,
  unknown: (names: string) => `；情况不明的有：${names}`,
  /** Of the units that are not known, how many no record tells of. */
  missing: (count: number) => `；不明的单位中有 ${count} 个没有报送数据`,
  requiredFrom: (from: number) => `；目标期内，${from} 年起才为必达，本年度只作参考`,
  advisory: '；本项只作参考，不影响评定',
};

/** Slots come in as ready figures and lists of names; every text is a part of one sentence. */
type ReasonWords = typeof zh;

const SOURCES_EN = { register: '', summary: ', from the summary', mixed: ', partly from the summary' } as const;

const en: ReasonWords = {
  sentence: (label, cited, body) =>
    `${label.charAt(0).toUpperCase()}${label.slice(1)}${cited === '' ? '' : ` (${cited})`}: ${body}.`,
  figures: (met, of, percent, source) => `${met}/${of} (${percent}%${SOURCES_EN[source ?? 'register']})`,
  names: (names, total) =>
    total > names.length ? `${names.join(', ')} and ${total - names.length} more` : names.join(', '),
  nameless: '(no name)',
  failing: (names) => `; not met by ${names}`,
  unknown: (names) => `; not known of ${names}`,
  missing: (count) => `; of the units not known ${count} were not handed in`,
  requiredFrom: (from) => `; within the target period, advisory until it is required from ${from}`,
  advisory: '; advisory only, it does not decide',
};

const reasonWords = { zh, en } as const satisfies Record<Language, ReasonWords>;

const namesOf = (witnesses: readonly Witness[], total: number, words: ReasonWords): string => {
  const names = witnesses
    .slice(0, Math.min(NAMED, total))
    .map((witness) => nameWithin(witness.name ?? witness.code ?? words.nameless, witness));
  return words.names(names, total);
};

/** What the sentence of a share is made of. A summary names no units, its witness is the subject's own row. */
const shareFacts = (finding: ShareFinding, language: Language, context: ReasonContext) => {
  const words = reasonWords[language];
  const { target, met, of, unknown, missing, source, witnesses, shortfall, margin } = finding;
  const isListed = source === 'register';
  const failing = witnesses.failing.length + witnesses.omitted.failing;
  const open = (unknown ?? 0) - missing;
  /** Of so many units that meet the condition, without its sign. */
  const percent = (count: number): string => formatPercent(count, of ?? 1, target);
  return {
    // Spelt out: a spread here makes the object, of which there are half a million, ten times as dear.
    year: context.year,
    nouns: context.nouns,
    target: askedOf(finding, language),
    /** The same with the counts: `8/10（80.00%）`. */
    figures: (count: number): string => words.figures(count, of ?? 0, percent(count), source),
    percent,
    /** Units that meet the condition; 0 where `given` is null. */
    met: met ?? 0,
    given: met,
    unknown: unknown ?? 0,
    shortfall: shortfall ?? 0,
    margin: margin ?? 0,
    /** Who does not meet it, and of whom it is not known: clauses that end a sentence, blank where there is nobody. */
    failing: isListed && witnesses.failing.length > 0 ? words.failing(namesOf(witnesses.failing, failing, words)) : '',
    open:
      (isListed && open > 0 && witnesses.unknown.length > 0
        ? words.unknown(namesOf(witnesses.unknown, open, words))
        : '') + (missing > 0 ? words.missing(missing) : ''),
  };
};

export type ShareFacts = ReturnType<typeof shareFacts>;

const obligationOf = (
  { obligation }: Finding,
  { requiredFrom }: Rule,
  year: number | null,
  words: ReasonWords,
): string => {
  if (obligation === 'required') return '';
  return requiredFrom !== undefined && year !== null && year < requiredFrom
    ? words.requiredFrom(requiredFrom)
    : words.advisory;
};

/** The one sentence of a finding, standing on its own: rule, clause, figures, target, what is missing, who. */
export const reasonOf = (finding: Finding, rule: Rule, language: Language, context: ReasonContext): string => {
  const words = reasonWords[language];
  const sentence = (body: string) => words.sentence(rule.label[language], rule.cited[language], body);
  if (finding.reason === 'rule.not-in-force') return sentence(notInForce[language](context));
  const body =
    finding.kind === 'share'
      ? shareReasons[finding.reason][language](shareFacts(finding, language, context))
      : vetoReasons[finding.reason][language](context);
  return sentence(body + obligationOf(finding, rule, context.year, words));
};

/** What the reasons of an assessment say of the run. */
export const reasonContext = ({ year, ruleset }: Pick<Assessment, 'year' | 'ruleset'>): ReasonContext => ({
  year,
  nouns: nounsOf(ruleset),
  ...(ruleset?.from === undefined ? {} : { from: ruleset.from }),
});
