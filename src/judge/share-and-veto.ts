import type { Counts, Result, ShareReasonCode, VetoReasonCode } from '../model/assessment.ts';
import type { ShareRule, Value, VetoRule } from '../model/ruleset.ts';
import { effectiveTarget } from '../model/share.ts';

export interface ShareJudgement {
  readonly result: Result;
  readonly reason: ShareReasonCode;
  readonly effectiveTarget: number | null;
  readonly shortfall: number | null;
  readonly margin: number | null;
}

const OPEN = { effectiveTarget: null, shortfall: null, margin: null };

/**
 * Judges a share on two indicator documents, the worst case (`met`) and the best (`met + unknown`): a pass holds in
 * both, a fail in neither, else it is unknown. Counts that nobody submitted are unknown, 0 of 0 is not applicable.
 */
export const judgeShare = (
  rule: ShareRule,
  { met, of, unknown }: Counts,
  whyMissing: ShareReasonCode = 'share.not-submitted',
): ShareJudgement => {
  if (of === null || met === null || unknown === null) {
    const reason = met === null ? whyMissing : 'share.total-unknown';
    return { result: 'unknown', reason, ...OPEN };
  }
  if (of === 0) return { result: 'not-applicable', reason: 'share.empty', ...OPEN };
  const target = effectiveTarget(of, rule.atLeast);
  const takes = {
    effectiveTarget: target,
    shortfall: Math.max(0, target - met),
    margin: Math.max(0, met - target),
  };
  const worst = rule.holds({ met, of });
  const best = unknown === 0 ? worst : rule.holds({ met: met + unknown, of });
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
  const worst = rule.holds(value);
  const best = rule.holds(value ?? rule.passes);
  if (worst && best) return { result: 'pass', reason: 'veto.pass' };
  return best ? { result: 'unknown', reason: whyMissing } : { result: 'fail', reason: 'veto.fail' };
};
