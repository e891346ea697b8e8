import type { Fragile, SubjectPlan } from '../model/plan.ts';

interface Ranked {
  readonly subject: Fragile;
  /** What it takes to lose each rule, least first. */
  readonly changes: readonly number[];
}

/** The subject that loses a rule by fewer changes first; where they are equal, the next rule decides. */
const compare = ({ changes: left }: Ranked, { changes: right }: Ranked): number => {
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const difference = (left[at] ?? Number.MAX_SAFE_INTEGER) - (right[at] ?? Number.MAX_SAFE_INTEGER);
    if (difference !== 0) return difference;
  }
  return 0;
};

/** The subjects that pass, the most fragile first: where a check should go first. Equal ones stay in their order. */
export const rankFragile = (plans: Iterable<SubjectPlan>): readonly Fragile[] => {
  const ranked: Ranked[] = [];
  for (const { subject, hold } of plans) {
    if (hold === null) continue;
    const { code, name } = subject;
    const rules = hold.rules.filter((rule) => rule.changes !== null && rule.changes === hold.changes);
    ranked.push({
      subject: { code, name, changes: hold.changes, rules: rules.map(({ rule }) => rule), margins: hold.rules },
      changes: hold.rules.flatMap(({ changes }) => changes ?? []).sort((a, b) => a - b),
    });
  }
  return ranked.sort(compare).map(({ subject }) => subject);
};
