import type { Subject } from '../model/assessment.ts';
import type { Hold, RuleMargin } from '../model/plan.ts';

/**
 * How firmly a subject passes: by how many units each required share is above its target, and how many that turn from
 * met to not met lose it: one more than the margin, whichever units they are. A share that even no unit meets cannot
 * be lost. Vetoes are told apart, as each of them loses the subject by itself.
 */
export const holdOf = ({ findings }: Subject): Hold => {
  const required = findings.filter(({ obligation, result }) => obligation === 'required' && result === 'pass');
  const rules = required.flatMap((finding): RuleMargin[] => {
    if (finding.kind !== 'share' || finding.margin === null || finding.effectiveTarget === null) return [];
    const { rule, margin, effectiveTarget } = finding;
    return [{ rule, margin, changes: effectiveTarget === 0 ? null : margin + 1 }];
  });
  const vetoes = required.filter(({ kind }) => kind === 'veto').map(({ rule }) => rule);
  const [changes = null] = rules.flatMap((rule) => rule.changes ?? []).sort((a, b) => a - b);
  return { rules, vetoes, changes };
};
