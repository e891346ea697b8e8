import type { Finding, Result } from '../model/assessment.ts';

/** What a verdict looks at. */
type Decisive = Pick<Finding, 'kind' | 'obligation' | 'result'>;

/**
 * The verdict of a subject: 1. a required rule or a veto fails: fail; 2. no share rule applies: not applicable;
 * 3. a required rule or a veto is unknown: unknown; 4. pass.
 */
export const decide = (findings: readonly Decisive[]): Result => {
  const deciding = findings.filter(({ obligation }) => obligation === 'required');
  if (deciding.some(({ result }) => result === 'fail')) return 'fail';
  if (!findings.some(({ kind, result }) => kind === 'share' && result !== 'not-applicable')) return 'not-applicable';
  return deciding.some(({ result }) => result === 'unknown') ? 'unknown' : 'pass';
};

export const decideWithoutVetoes = (findings: readonly Decisive[]): Result =>
  decide(findings.filter(({ kind }) => kind !== 'veto'));

/** The verdict over all: subjects that are not applicable do not count, unless all are. */
export const decideOverall = (totals: Readonly<Record<Result, number>>): Result => {
  if (totals.fail > 0) return 'fail';
  if (totals.unknown > 0) return 'unknown';
  return totals.pass > 0 ? 'pass' : 'not-applicable';
};
