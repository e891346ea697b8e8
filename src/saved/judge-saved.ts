import { type Facts, subjectJudge } from '../judge/judge-subject.ts';
import type { Finding, ShareReasonCode, Subject, VetoReasonCode } from '../model/assessment.ts';
import type { Ruleset } from '../model/ruleset.ts';
import type { Language } from '../model/text.ts';
import { ruleLookup } from '../report/lookups.ts';
import { reasonOf } from '../report/reasons.ts';
import type { SavedFinding, SavedSubject } from './open-report.ts';

const SHARE_MISSING: readonly ShareReasonCode[] = [
  'share.not-submitted',
  'share.no-units',
  'share.column-absent',
  'share.street-not-submitted',
];
const VETO_MISSING: readonly VetoReasonCode[] = ['veto.blank', 'veto.column-absent', 'veto.not-submitted'];

/** The reason, where it is one for something missing; before a ruleset is in force the report does not say. */
const amongst = <C extends string>(missing: readonly C[], { reason }: { readonly reason: { readonly code: string } }) =>
  missing.find((code) => code === reason.code);

/** No value of any veto's field. */
const NO_VALUE = '\0';

/** The facts that a saved subject rests on: counts, results of special assessments, witnesses; nothing that follows. */
const factsOf = ({ scope, code, name, findings }: SavedSubject, year: number, ruleset: Ruleset): Facts => {
  const saved = new Map(findings.map((finding) => [finding.rule, finding]));
  const none = { met: null, of: null, unknown: null, missing: 0, source: null };
  return {
    scope,
    code,
    name,
    year,
    counts: (rule) => {
      const finding = saved.get(rule);
      if (finding?.kind !== 'share') return { counts: none };
      const { met, of, unknown, missing = 0, source } = finding;
      const whyMissing = amongst(SHARE_MISSING, finding);
      return { counts: { met, of, unknown, missing, source }, ...(whyMissing && { whyMissing }) };
    },
    veto: (field) => {
      const rules = ruleset.rules.filter((rule) => rule.kind === 'veto' && rule.field === field);
      const passed = rules.find(({ id }) => saved.get(id)?.result === 'pass');
      if (passed?.kind === 'veto') return { value: passed.passes, whyMissing: 'veto.blank' };
      const finding = rules.map(({ id }) => saved.get(id)).find((each) => each !== undefined);
      const whyMissing = (finding && amongst(VETO_MISSING, finding)) ?? 'veto.blank';
      return { value: finding?.result === 'fail' ? NO_VALUE : null, whyMissing };
    },
    // Never the shared empty lists: a reporter may take those to mean more.
    witnesses: ({ id }) => saved.get(id)!.witnesses,
  };
};

/** A finding as a report writes it, without reason and witnesses, which do not follow from the counts alone. */
const figuresOf = (finding: Finding | SavedFinding): Readonly<Record<string, unknown>> => {
  const { witnesses: _, reason, ...figures } = finding;
  return { missing: 0, ...figures, reason: typeof reason === 'string' ? reason : reason.code };
};

export interface Contradiction {
  readonly pointer: string;
  readonly recorded: unknown;
  readonly computed: unknown;
}

const firstDifference = (
  recorded: Readonly<Record<string, unknown>>,
  computed: Readonly<Record<string, unknown>>,
  at: string,
): Contradiction | undefined => {
  const key = Object.keys(computed).find((name) => recorded[name] !== computed[name]);
  return key === undefined
    ? undefined
    : { pointer: `${at}/${key}`, recorded: recorded[key] ?? null, computed: computed[key] };
};

/** Whether more units are counted than there are. */
const overcount = (finding: SavedFinding, at: string): Contradiction | undefined => {
  if (finding.kind !== 'share') return undefined;
  const { met, of, missing = 0 } = finding;
  const unknown = finding.unknown ?? 0;
  if (missing > unknown) return { pointer: `${at}/missing`, recorded: missing, computed: unknown };
  if (met === null || of === null || met + unknown <= of) return undefined;
  return { pointer: `${at}/of`, recorded: of, computed: met + unknown };
};

/**
 * Where the records of a register that are listed or left out of the lists are not as many as are counted. Units that
 * are missing have none; in their place stands the row of each street that declares them.
 */
const miscount = (finding: SavedFinding, at: string): Contradiction | undefined => {
  if (finding.kind !== 'share' || finding.source !== 'register') return undefined;
  const { met, of, unknown, missing = 0, witnesses } = finding;
  const counted = { failing: of! - met! - unknown!, unknown: unknown! - missing };
  for (const list of ['failing', 'unknown'] as const) {
    const recorded = witnesses[list].length + witnesses.omitted[list];
    const streets = recorded - counted[list];
    const isSound = list === 'unknown' && missing > 0 ? streets >= 1 && streets <= missing : streets === 0;
    if (!isSound) return { pointer: `${at}/witnesses/${list}`, recorded, computed: counted[list] };
  }
  return undefined;
};

const contradictionIn = (
  saved: SavedSubject,
  judged: Subject,
  at: string,
  sentence: (finding: Finding, language: Language) => string,
): Contradiction | undefined => {
  const sentences = (finding: Finding) => ({ zh: sentence(finding, 'zh'), en: sentence(finding, 'en') });
  for (const [index, finding] of saved.findings.entries()) {
    const where = `${at}/findings/${index}`;
    const found =
      overcount(finding, where) ??
      firstDifference(figuresOf(finding), figuresOf(judged.findings[index]!), where) ??
      miscount(finding, where) ??
      firstDifference(finding.reason, sentences(judged.findings[index]!), `${where}/reason`);
    if (found !== undefined) return found;
  }
  const { findings: _, ...verdicts } = judged;
  return firstDifference(saved as never, verdicts, at);
};

/** Judges saved subjects again by the counts they state: the subject, or where it contradicts itself. */
export const savedSubjectJudge = (ruleset: Ruleset, year: number) => {
  const judge = subjectJudge(ruleset);
  const ruleOf = ruleLookup(ruleset);
  const context = { year, ...(ruleset.from !== undefined && { from: ruleset.from }) };
  const sentence = (finding: Finding, language: Language) => reasonOf(finding, ruleOf(finding.rule), language, context);
  const ids = new Map(
    ruleset.levels.map((level) => [
      level.id,
      ruleset.rules.filter(({ scopes }) => scopes.includes(level.id)).map(({ id }) => id),
    ]),
  );
  return (saved: SavedSubject, index: number): Subject | Contradiction => {
    const at = `/subjects/${index}`;
    const recorded = saved.findings.map(({ rule }) => rule);
    const expected = ids.get(saved.scope) ?? [];
    if (recorded.length !== expected.length || recorded.some((rule, position) => rule !== expected[position])) {
      return { pointer: `${at}/findings`, recorded, computed: expected };
    }
    const judged = judge(factsOf(saved, year, ruleset));
    return contradictionIn(saved, judged, at, sentence) ?? judged;
  };
};
