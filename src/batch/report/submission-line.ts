import type { Ruleset } from '../../model/ruleset.ts';
import { diagnosticEntry, judgedEntry, subjectTotals } from '../../report/json-reporter.ts';
import type { SubmissionSummary } from '../assess-each.ts';

/** A result of a batch, and what a run of this submission alone ends with. */
export interface JudgedSubmission extends SubmissionSummary {
  readonly path: string | null;
  readonly name: string | null;
  readonly exit: number;
}

/** Writes each submission as one line of JSON, version 2, as `rules/schema/submission.schema.json` describes it. */
export const submissionLine = (
  { path, name, exit, year, verdict, refusal, totals, warnings, failing, unknown, unmatched }: JudgedSubmission,
  ruleset: Ruleset | null,
  tool: string,
): string => {
  const line = {
    format: 'streetcheck-submission',
    version: 2,
    tool,
    ruleset: ruleset && { id: ruleset.id, version: ruleset.version, sha256: ruleset.sha256 },
    judged: judgedEntry(ruleset),
    path,
    name,
    exit,
    year,
    verdict,
    refusal: refusal && { kind: refusal.kind, errors: refusal.errors, first: refusal.first.map(diagnosticEntry) },
    totals: { subjects: subjectTotals(totals), records: totals.records, skipped: totals.skipped },
    warnings,
    failing,
    unknown,
    unmatched,
  };
  return `${JSON.stringify(line)}\n`;
};
