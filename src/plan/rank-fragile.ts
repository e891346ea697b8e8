import type { Fragile, StreetPlan } from '../model/plan.ts';

interface Ranked {
  readonly street: Fragile;
  /** What it takes to lose each rule, least first. */
  readonly changes: readonly number[];
}

/** The street that loses a rule by fewer changes first; where they are equal, the next rule decides. */
const compare = ({ changes: left }: Ranked, { changes: right }: Ranked): number => {
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const difference = (left[at] ?? Number.MAX_SAFE_INTEGER) - (right[at] ?? Number.MAX_SAFE_INTEGER);
    if (difference !== 0) return difference;
  }
  return 0;
};

/** The streets that pass, the most fragile first: where a check should go first. Equal ones stay in their order. */
export const rankFragile = (plans: Iterable<StreetPlan>): readonly Fragile[] => {
  const ranked: Ranked[] = [];
  for (const { subject, hold } of plans) {
    if (hold === null) continue;
    const { code, name } = subject;
    const rules = hold.rules.filter((rule) => rule.changes !== null && rule.changes === hold.changes);
    ranked.push({
      street: { code, name, changes: hold.changes, rules: rules.map(({ rule }) => rule), margins: hold.rules },
      changes: hold.rules.flatMap(({ changes }) => changes ?? []).sort((a, b) => a - b),
    });
  }
  return ranked.sort(compare).map(({ street }) => street);
};
