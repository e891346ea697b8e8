import type { Counts, Result, ShareReasonCode, VetoReasonCode } from '../model/assessment.ts';
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
