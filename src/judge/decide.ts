import type { Counts, Finding, Result, ShareReasonCode, VetoReasonCode } from '../model/assessment.ts';
import type { ShareRule, Value, VetoRule } from '../model/ruleset.ts';
import { reaches, type Takes, whatItTakes } from '../model/share.ts';

export interface ShareJudgement extends Takes {
  readonly result: Result;
  readonly reason: ShareReasonCode;
}

/**
 * Judges a share on two indicator documents, the worst case (`met`) and the best (`met + unknown`): a pass holds in
 * both, a fail in neither, else it is unknown. Counts that nobody submitted are unknown, 0 of 0 is not applicable.
 */
export const judgeShare = (
  { target }: ShareRule,
  counts: Counts,
  whyMissing: ShareReasonCode = 'share.not-submitted',
): ShareJudgement => {
  const { met, of, unknown } = counts;
  const takes = whatItTakes(counts, target);
  if (of === null || met === null || unknown === null) {
    const reason = met === null ? whyMissing : 'share.total-unknown';
    return { result: 'unknown', reason, ...takes };
  }
  if (of === 0) return { result: 'not-applicable', reason: 'share.empty', ...takes };
  const worst = reaches(met, of, target);
  const best = unknown === 0 ? worst : reaches(met + unknown, of, target);
  if (worst && best)
    return { result: 'pass', reason: unknown > 0 ? 'share.pass-despite-unknown' : 'share.pass', ...takes };
  if (!best) return { result: 'fail', reason: unknown > 0 ? 'share.fail-despite-unknown' : 'share.fail', ...takes };
  return { result: 'unknown', reason: 'share.unknown', ...takes };
};

/** A missing result fails in the worst case and passes in the best: it is unknown, never an implicit pass. */
export const judgeVeto = (
  rule: VetoRule,
  value: Value | null,
  whyMissing: VetoReasonCode,
): { readonly result: Result; readonly reason: VetoReasonCode } => {
  if (value === rule.passes) return { result: 'pass', reason: 'veto.pass' };
  return value === null ? { result: 'unknown', reason: whyMissing } : { result: 'fail', reason: 'veto.fail' };
};

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
