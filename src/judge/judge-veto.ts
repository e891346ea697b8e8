import type { Result, VetoReasonCode } from '../model/assessment.ts';
import type { Value, VetoRule } from '../model/ruleset.ts';

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
