import type { Subject } from '../model/assessment.ts';
import type { Fragile, Hold, RuleMargin, SubjectPlan } from '../model/plan.ts';

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
  const [changes = null] = changesOf(rules);
  return { changes, rules, vetoes };
};

/** What it takes to lose each rule, least first. */
const changesOf = (rules: readonly RuleMargin[]): readonly number[] =>
  rules.flatMap(({ changes }) => changes ?? []).sort((a, b) => a - b);

/** Fewer changes first; where they are equal the next ones decide, and where there are no further ones it is last. */
export const compareChanges = (left: readonly number[], right: readonly number[]): number => {
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const difference = (left[at] ?? Number.MAX_SAFE_INTEGER) - (right[at] ?? Number.MAX_SAFE_INTEGER);
    if (difference !== 0) return difference;
  }
  return 0;
};

/** The subjects that pass, the most fragile first: where a check should go first. Equal ones stay in their order. */
export const rankFragile = (plans: readonly SubjectPlan[]): readonly Fragile[] =>
  plans
    .flatMap(({ subject: { code, name }, hold }): Fragile[] => {
      if (hold === null) return [];
      const weakest = hold.rules.filter(({ changes }) => changes !== null && changes === hold.changes);
      return [{ code, name, changes: hold.changes, rules: weakest.map(({ rule }) => rule), margins: hold.rules }];
    })
    .sort((a, b) => compareChanges(changesOf(a.margins), changesOf(b.margins)));
