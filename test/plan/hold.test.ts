import fc from 'fast-check';
import { expect, test } from 'vitest';
import { subjectJudge } from '../../src/judge/judge-subject.ts';
import { NO_WITNESSES, type Subject } from '../../src/model/assessment.ts';
import type { SubjectPlan } from '../../src/model/plan.ts';
import type { Ruleset, ShareRule } from '../../src/model/ruleset.ts';
import { holdOf, rankFragile } from '../../src/plan/plan.ts';
import { shareRule, vetoRule } from '../judge/rules.ts';

interface Given {
  readonly rule: ShareRule;
  readonly met: number;
  readonly of: number;
  readonly unknown: number;
}

/** A street as the real judge sees it. */
const judged = (given: readonly Given[], name = '甲'): Subject => {
  const rules = [...given.map(({ rule }) => rule), vetoRule()];
  return subjectJudge({ rules } as unknown as Ruleset)({
    ...{ scope: 'street', code: null, name, year: 2012 },
    counts: (id) => {
      const { met, of, unknown } = given.find(({ rule }) => rule.id === id)!;
      return { counts: { met, of, unknown, missing: 0, source: 'register' } };
    },
    veto: () => ({ value: 'pass', whyMissing: 'veto.blank' }),
    witnesses: () => NO_WITNESSES,
  });
};

const street = fc.array(
  fc
    .record({
      atLeast: fc.constantFrom('0', '33.333333', '50', '80', '90', '100'),
      obligation: fc.constantFrom('required' as const, 'required' as const, 'advisory' as const),
      counts: fc.array(fc.nat(6), { minLength: 3, maxLength: 3 }),
    })
    .map(({ atLeast, obligation, counts: [met, failing, unknown] }) => ({
      rule: { atLeast, obligation },
      ...{ met: met!, of: met! + failing! + unknown!, unknown: unknown! },
    })),
  { minLength: 1, maxLength: 3 },
);

/** Every way to turn so many units, spread over the rules in any way, each in one rule or in all of them. */
const worstAfter = (given: readonly Given[], turned: number): readonly Given[] =>
  given.map((each) => ({ ...each, met: Math.max(0, each.met - turned) }));

test('so many changes lose a street, one fewer cannot', () => {
  const seen = { lost: 0, firm: 0 };
  fc.assert(
    fc.property(street, (rules) => {
      const given = rules.map(
        ({ rule, ...counts }, at): Given => ({ rule: shareRule(rule.atLeast, { id: `r${at}`, ...rule }), ...counts }),
      );
      const subject = judged(given);
      fc.pre(subject.verdict === 'pass');
      const { changes, vetoes, rules: margins } = holdOf(subject);
      expect(vetoes).toEqual(['some-veto']);
      // A unit may count for every rule at once, so that turning it lowers all of them.
      const most = Math.max(...given.map(({ met }) => met));
      if (changes === null) {
        seen.firm++;
        expect(judged(worstAfter(given, most)).verdict).toBe('pass');
        return;
      }
      seen.lost++;
      expect(judged(worstAfter(given, changes - 1)).verdict).toBe('pass');
      const weakest = margins.find((each) => each.changes === changes)!;
      const lost = given.map((each) => (each.rule.id === weakest.rule ? { ...each, met: each.met - changes } : each));
      expect(lost.every(({ met }) => met >= 0)).toBe(true);
      expect(judged(lost).verdict).not.toBe('pass');
    }),
    { numRuns: 600 },
  );
  expect(Math.min(seen.lost, seen.firm)).toBeGreaterThan(5);
});

const at = (atLeast: string, ...counts: readonly [met: number, of: number, unknown?: number]): Given => ({
  rule: shareRule(atLeast, { id: `at${atLeast}` }),
  ...{ met: counts[0], of: counts[1], unknown: counts[2] ?? 0 },
});

test.each<[string, Given[], number | null]>([
  ['exactly at the target', [at('80', 8, 10)], 1],
  ['one above it', [at('80', 9, 10)], 2],
  ['the weakest of several', [at('80', 10, 10), at('50', 5, 10)], 1],
  ['unknown units are no reserve', [at('80', 8, 10, 2)], 1],
  ['a target of nothing cannot be missed', [at('0', 3, 10)], null],
])('%s', (_, given, changes) => {
  expect(holdOf(judged(given)).changes).toBe(changes);
});

const planOf = (name: string, ...given: readonly Given[]): SubjectPlan => {
  const subject = judged(given, name);
  return { subject, way: null, questions: null, hold: subject.verdict === 'pass' ? holdOf(subject) : null };
};

test('the most fragile comes first; where the weakest rules are even the next ones decide, then the order', () => {
  const ranked = rankFragile([
    planOf('firm', at('0', 3, 10)),
    planOf('two', at('80', 9, 10), at('50', 5, 9)),
    planOf('even', at('80', 8, 10), at('50', 7, 10)),
    planOf('fails', at('80', 7, 10)),
    planOf('weakest', at('80', 8, 10), at('50', 5, 10)),
    planOf('even too', at('80', 8, 10), at('50', 7, 10)),
  ]);
  expect(ranked.map(({ name, changes }) => `${name} ${changes}`)).toEqual([
    'weakest 1',
    'two 1',
    'even 1',
    'even too 1',
    'firm null',
  ]);
  expect(ranked[0]!.rules).toEqual(['at80', 'at50']);
});
