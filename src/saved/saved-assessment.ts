import { diagnose } from '../diagnostics/diagnostics.ts';
import { decideOverall } from '../judge/decide.ts';
import type { Assessment, Result, Subject } from '../model/assessment.ts';
import type { Ruleset } from '../model/ruleset.ts';
import { type Contradiction, savedSubjectJudge } from './judge-saved.ts';
import type { ReportHead, SavedReport } from './open-report.ts';
import { toDiagnostics } from './saved-diagnostics.ts';
import { SavedReportError } from './saved-report-error.ts';

/** The verdict that a run of its kind comes to, by its deciding streets. */
const verdictOf = ({ command, refusal }: ReportHead, streets: Readonly<Record<Result, number>>): Result | null =>
  refusal !== null || command === 'validate' ? null : decideOverall(streets);

const sum = (head: ReportHead, key: 'records' | 'skipped'): number =>
  head.inputs.reduce((total, input) => total + input[key], 0);

function* contradictions(head: ReportHead, streets: Readonly<Record<Result, number>>): Iterable<Contradiction> {
  const { totals, verdict, refusal, ruleset } = head;
  const facts: readonly (readonly [string, unknown, unknown])[] = [
    ['/refusal', refusal, ruleset === null ? (refusal ?? 'ruleset') : refusal],
    ['/verdict', verdict, verdictOf(head, streets)],
    ...Object.entries(streets).map(
      ([result, count]) => [`/totals/streets/${result}`, totals.streets[result as Result], count] as const,
    ),
    ['/totals/records', totals.records, sum(head, 'records')],
    ['/totals/skipped', totals.skipped, sum(head, 'skipped')],
  ];
  for (const [pointer, recorded, computed] of facts) if (recorded !== computed) yield { pointer, recorded, computed };
}

/** Judges the subjects of a report again by the counts they state; the first contradiction is thrown. */
function* judgeAgain(
  saved: SavedReport,
  ruleset: Ruleset | null,
  assertNone: (found: Contradiction) => never,
): Iterable<Subject> {
  const { head } = saved;
  const judges = ruleset !== null && head.year !== null && head.refusal === null && head.command === 'assess';
  const judge = judges ? savedSubjectJudge(ruleset, head.year) : null;
  let index = 0;
  for (const subject of saved.subjects()) {
    const judged = judge?.(subject, index++) ?? { pointer: '/subjects', recorded: '[…]', computed: [] };
    if ('pointer' in judged) assertNone(judged);
    yield judged;
  }
}

const shown = (value: unknown): string => JSON.stringify(value) ?? 'null';

/**
 * A saved report as the assessment it was written from. Nothing that follows from something else is taken on trust:
 * figures, findings, verdicts and totals are worked out again, and a report that states others is refused.
 */
export const toAssessment = (saved: SavedReport, ruleset: Ruleset | null, path: string): Assessment => {
  const { head } = saved;
  const refuse = ({ pointer, recorded, computed }: Contradiction): never => {
    const params = { path, pointer, recorded: shown(recorded), computed: shown(computed) };
    throw new SavedReportError(diagnose('report.contradiction', params));
  };
  const streets: Record<Result, number> = { pass: 0, fail: 0, unknown: 0, 'not-applicable': 0 };
  const subjects = [...judgeAgain(saved, ruleset, refuse)];
  for (const { scope, verdict } of subjects) if (scope === 'street') streets[verdict]++;
  for (const found of contradictions(head, streets)) refuse(found);
  const { command, options, year, refusal, verdict, totals, inputs } = head;
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
    diagnostics: toDiagnostics(saved.diagnostics(), path),
    unmatchedStreets: [],
  };
};
