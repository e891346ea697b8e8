import { explanationOf, isDiagnosticCode } from '../diagnostics/catalogue.ts';
import { diagnose } from '../diagnostics/diagnostics.ts';
import { UNKNOWN_CODE, WRONG_SLOTS } from '../diagnostics/entries/reports.ts';
import { messageOf } from '../diagnostics/message.ts';
import { decideOverall } from '../judge/decide.ts';
import { type Facts, subjectJudge } from '../judge/judge-subject.ts';
import {
  type Assessment,
  type Finding,
  RESULTS,
  type Result,
  type ShareReasonCode,
  type Subject,
  type VetoReasonCode,
} from '../model/assessment.ts';
import type { Diagnostic, Slot } from '../model/diagnostic.ts';
import { judgedLevel } from '../model/levels.ts';
import type { Ruleset } from '../model/ruleset.ts';
import { ruleLookup } from '../report/lookups.ts';
import { reasonContext, reasonOf } from '../report/reasons.ts';
import { SavedReportError } from './saved-json.ts';
import type { SavedDiagnostic, SavedFinding, SavedReport, SavedSubject } from './saved-report.ts';

const LANGUAGES = ['zh', 'en'] as const;

/** Throws where what a report says at a place is not what follows from the rest of it. */
type AssertSame = (pointer: string, recorded: unknown, computed: unknown) => void;

const assertSameIn =
  (path: string): AssertSame =>
  (pointer, recorded, computed) => {
    if (recorded === computed) return;
    const [told, found] = [JSON.stringify(recorded ?? null), JSON.stringify(computed ?? null)];
    if (told === found) return;
    const params = { path, pointer, recorded: told, computed: found };
    throw new SavedReportError('data', diagnose('report.contradiction', params));
  };

const SHARE_MISSING: readonly ShareReasonCode[] = [
  'share.not-submitted',
  'share.no-units',
  'share.column-absent',
  'share.subject-not-submitted',
];
const VETO_MISSING: readonly VetoReasonCode[] = ['veto.blank', 'veto.column-absent', 'veto.not-submitted'];

/** The reason, where it is one for something missing; before a ruleset is in force the report does not say. */
const amongst = <C extends string>(missing: readonly C[], { reason }: SavedFinding) =>
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

/** No more units are counted than there are. */
const assertCounts = (finding: SavedFinding, at: string, assertSame: AssertSame): void => {
  if (finding.kind !== 'share') return;
  const { met, of, missing = 0 } = finding;
  const unknown = finding.unknown ?? 0;
  assertSame(`${at}/missing`, missing, Math.min(missing, unknown));
  if (met !== null && of !== null) assertSame(`${at}/of`, of, Math.max(of, met + unknown));
};

/**
 * As many records of a register are listed or left out of the lists as are counted. Units that are missing have none;
 * in their place stands the row of each subject that declares them.
 */
const assertListed = (finding: SavedFinding, at: string, assertSame: AssertSame): void => {
  if (finding.kind !== 'share' || finding.source !== 'register') return;
  const { met, of, unknown, missing = 0, witnesses } = finding;
  const counted = { failing: of! - met! - unknown!, unknown: unknown! - missing };
  for (const list of ['failing', 'unknown'] as const) {
    const recorded = witnesses[list].length + witnesses.omitted[list];
    const declaring = list === 'unknown' ? missing : 0;
    const [least, most] = [counted[list] + Math.min(declaring, 1), counted[list] + declaring];
    assertSame(`${at}/witnesses/${list}`, recorded, Math.max(least, Math.min(most, recorded)));
  }
};

/** The keys of `computed` are those of `recorded`. */
const assertEach = (
  recorded: Readonly<Record<string, unknown>>,
  computed: object,
  at: string,
  assertSame: AssertSame,
): void => {
  for (const [key, value] of Object.entries(computed)) assertSame(`${at}/${key}`, recorded[key], value);
};

/** Judges saved subjects again by the counts they state. */
const judgeSubjects = (
  subjects: readonly SavedSubject[],
  ruleset: Ruleset,
  year: number,
  assertSame: AssertSame,
): readonly Subject[] => {
  const judge = subjectJudge(ruleset);
  const ruleOf = ruleLookup(ruleset);
  const context = reasonContext({ year, ruleset });
  const assertFinding = (saved: SavedFinding, judged: Finding, at: string): void => {
    const { reason, witnesses: _, ...figures } = judged;
    assertCounts(saved, at, assertSame);
    assertEach({ missing: 0, ...saved }, figures, at, assertSame);
    assertSame(`${at}/reason/code`, saved.reason.code, reason);
    assertListed(saved, at, assertSame);
    for (const language of LANGUAGES) {
      const sentence = reasonOf(judged, ruleOf(judged.rule), language, context);
      assertSame(`${at}/reason/${language}`, saved.reason[language], sentence);
    }
  };
  const rulesOf = new Map(
    ruleset.levels.map(({ id }) => {
      const rules = ruleset.rules.filter(({ scopes }) => scopes.includes(id));
      return [id, rules.map((rule) => rule.id)];
    }),
  );
  return subjects.map((saved, index) => {
    const at = `/subjects/${index}`;
    const rules = saved.findings.map(({ rule }) => rule);
    assertSame(`${at}/findings`, rules, rulesOf.get(saved.scope) ?? []);
    const judged = judge(factsOf(saved, year, ruleset));
    const { findings, ...verdicts } = judged;
    for (const [position, finding] of findings.entries()) {
      assertFinding(saved.findings[position]!, finding, `${at}/findings/${position}`);
    }
    assertEach({ ...saved }, verdicts, at, assertSame);
    return judged;
  });
};

const kindOf = (slot: Slot): string => (Array.isArray(slot) ? 'list' : typeof slot);

const fit = (params: Diagnostic['params'], slots: Readonly<Record<string, Slot>>): boolean =>
  Object.keys(params).length === Object.keys(slots).length &&
  Object.entries(slots).every(([name, slot]) => Object.hasOwn(params, name) && kindOf(params[name]!) === kindOf(slot));

/** Diagnostics of a saved report by where they stand, if their sentences can be written again; throws a `SavedReportError`. */
export const toDiagnostics = (
  saved: Iterable<readonly [number, SavedDiagnostic]>,
  path: string,
): readonly Diagnostic[] => {
  const assertSame = assertSameIn(path);
  return Array.from(saved, ([index, { message, ...diagnostic }]) => {
    const at = `/diagnostics/${index}`;
    const { code, params } = diagnostic;
    const refusal = (key: string, problem: typeof UNKNOWN_CODE) =>
      new SavedReportError('data', diagnose('report.invalid', { path, pointer: `${at}/${key}`, problem }));
    if (!isDiagnosticCode(code)) throw refusal('code', UNKNOWN_CODE);
    if (!fit(params, explanationOf(code).example.slots)) throw refusal('params', WRONG_SLOTS);
    for (const language of LANGUAGES) {
      assertSame(`${at}/message/${language}`, message[language], messageOf(diagnostic, language));
    }
    return diagnostic;
  });
};

/**
 * A saved report as the assessment it was written from. Nothing that follows from something else is taken on trust:
 * figures, findings, verdicts and totals are worked out again, and a report that states others is refused by a
 * `SavedReportError`.
 */
export const judgeAgain = (report: SavedReport, ruleset: Ruleset | null, path: string): Assessment => {
  const { command, options, year, refusal, verdict, totals, inputs } = report;
  const assertSame = assertSameIn(path);
  const isJudged = command === 'assess' && refusal === null;
  if (ruleset === null || year === null || !isJudged) {
    assertSame('/subjects', report.subjects.length === 0 ? [] : '[…]', []);
  }
  const subjects = ruleset === null || year === null ? [] : judgeSubjects(report.subjects, ruleset, year, assertSame);
  const counts: Record<Result, number> = { pass: 0, fail: 0, unknown: 0, 'not-applicable': 0 };
  const judged = ruleset && judgedLevel(ruleset).id;
  for (const subject of subjects) if (subject.scope === judged) counts[subject.verdict]++;

  assertSame('/refusal', refusal, ruleset === null ? (refusal ?? 'ruleset') : refusal);
  assertSame('/verdict', verdict, isJudged ? decideOverall(counts) : null);
  for (const result of RESULTS) assertSame(`/totals/subjects/${result}`, totals.subjects[result], counts[result]);
  for (const key of ['records', 'skipped'] as const) {
    const sum = inputs.reduce((total, input) => total + input[key], 0);
    assertSame(`/totals/${key}`, totals[key], sum);
  }
  return {
    command,
    ruleset,
    options,
    year,
    refusal,
    verdict,
    totals,
    inputs: inputs.map((input) => ({ ...input, shown: input.path })),
    subjects,
    diagnostics: toDiagnostics(report.diagnostics.entries(), path),
    unmatched: [],
  };
};
