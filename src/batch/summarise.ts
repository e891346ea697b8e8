import { countErrors, countWarnings } from '../diagnostics/diagnostics.ts';
import type { Assessment, Finding, Refusal, Result, Totals } from '../model/assessment.ts';
import type { Diagnostic } from '../model/diagnostic.ts';

/** A subject and the rules that made its verdict what it is: those that fail, or those that are unknown. */
export interface StreetRules {
  readonly code: string | null;
  readonly name: string | null;
  readonly rules: readonly string[];
}

/** Why a submission was not judged. */
export interface RefusedSubmission {
  readonly kind: Refusal;
  /** How many there are. */
  readonly errors: number;
  /** The first of them, at most five, each saying something else. */
  readonly first: readonly Diagnostic[];
}

/** What a batch says of one submission, as plain data. */
export interface SubmissionSummary {
  readonly year: number | null;
  readonly verdict: Result | null;
  /** Null where the submission was judged. */
  readonly refusal: RefusedSubmission | null;
  readonly totals: Totals;
  readonly warnings: number;
  /** The subjects that fail, by code, each with the rules that it fails. */
  readonly failing: readonly StreetRules[];
  /** The subjects that are unknown, by code, each with the rules that are. */
  readonly unknown: readonly StreetRules[];
  /** Of the subjects asked for, those that the submission does not name; with no other it has no verdict. */
  readonly unmatched: readonly string[];
}

const FIRST = 5;

const rulesWith = (findings: readonly Finding[], result: Result): readonly string[] =>
  findings.filter((each) => each.obligation === 'required' && each.result === result).map(({ rule }) => rule);

/** Two mistakes in a column of 540 rows are two. */
const firstErrors = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] => {
  const first = new Map<string, Diagnostic>();
  for (const diagnostic of diagnostics) {
    const { code, severity, text, params } = diagnostic;
    if (severity !== 'error') continue;
    const said = JSON.stringify([code, text, params]);
    if (!first.has(said)) first.set(said, diagnostic);
    if (first.size === FIRST) break;
  }
  return [...first.values()];
};

const refusalOf = ({ diagnostics }: Assessment, kind: Refusal): RefusedSubmission => ({
  kind,
  errors: countErrors(diagnostics),
  first: firstErrors(diagnostics),
});

/** The answer in short. */
export const summarise = (assessment: Assessment): SubmissionSummary => {
  const { year, verdict, refusal, totals, diagnostics, options, unmatchedStreets } = assessment;
  const isAsked = options.street.length === 0 || unmatchedStreets.length < options.street.length;
  const failing: StreetRules[] = [];
  const unknown: StreetRules[] = [];
  const judged = assessment.ruleset?.levels.find((level) => level.judged)?.id;
  for (const { scope, verdict, code, name, findings } of assessment.subjects) {
    if (scope !== judged) continue;
    if (verdict === 'fail') failing.push({ code, name, rules: rulesWith(findings, 'fail') });
    if (verdict === 'unknown') unknown.push({ code, name, rules: rulesWith(findings, 'unknown') });
  }
  return {
    year,
    verdict: isAsked ? verdict : null,
    refusal: refusal === null ? null : refusalOf(assessment, refusal),
    totals,
    warnings: countWarnings(diagnostics),
    failing,
    unknown,
    unmatched: unmatchedStreets,
  };
};
