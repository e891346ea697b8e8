import { expect, test } from 'vitest';
import { judgeShare } from '../../src/judge/decide.ts';
import type { Counts } from '../../src/model/assessment.ts';
import { shareRule } from './rules.ts';

const counts = (met: number | null, of: number | null, unknown: number | null = 0): Counts => ({
  ...{ met, of, unknown, missing: 0 },
  source: met === null && of === null ? null : 'register',
});

test.each([
  ['7 of 7 at 100', '100', counts(7, 7), 'pass', 'share.pass', 7, 0, 0],
  ['6 of 7 at 100', '100', counts(6, 7), 'fail', 'share.fail', 7, 1, 0],
  ['6 of 7 at 90 needs all 7', '90', counts(6, 7), 'fail', 'share.fail', 7, 1, 0],
  ['9 of 10 at 90', '90', counts(9, 10), 'pass', 'share.pass', 9, 0, 0],
  ['8 of 10 at 90', '90', counts(8, 10), 'fail', 'share.fail', 9, 1, 0],
  ['8 of 10 at 80, exactly the target', '80', counts(8, 10), 'pass', 'share.pass', 8, 0, 0],
  ['7 of 10 at 80, one below', '80', counts(7, 10), 'fail', 'share.fail', 8, 1, 0],
  ['10 of 10 at 80 has room', '80', counts(10, 10), 'pass', 'share.pass', 8, 0, 2],
  ['8 of 10 at 80 with a blank', '80', counts(8, 10, 1), 'pass', 'share.pass-despite-unknown', 8, 0, 0],
  ['7 of 10 at 80 with a blank', '80', counts(7, 10, 1), 'unknown', 'share.unknown', 8, 1, 0],
  ['6 of 10 at 80 with a blank', '80', counts(6, 10, 1), 'fail', 'share.fail-despite-unknown', 8, 2, 0],
  ['all unknown', '80', counts(0, 10, 10), 'unknown', 'share.unknown', 8, 8, 0],
  ['all unknown at 0 %', '0', counts(0, 10, 10), 'pass', 'share.pass-despite-unknown', 0, 0, 0],
  ['159 of 200 at 80', '80', counts(159, 200), 'fail', 'share.fail', 160, 1, 0],
  ['160 of 200 at 80', '80', counts(160, 200), 'pass', 'share.pass', 160, 0, 0],
  ['199 of 200 at 100', '100', counts(199, 200), 'fail', 'share.fail', 200, 1, 0],
  ['0 of 1 at 0', '0', counts(0, 1), 'pass', 'share.pass', 0, 0, 0],
  ['1 of 3 at 33.333333', '33.333333', counts(1, 3), 'pass', 'share.pass', 1, 0, 0],
  ['1 of 3 at 33.333334', '33.333334', counts(1, 3), 'fail', 'share.fail', 2, 1, 0],
  [
    'counts beyond a double',
    '100',
    counts(9_007_199_254_740_990, 9_007_199_254_740_991),
    'fail',
    'share.fail',
    9_007_199_254_740_991,
    1,
    0,
  ],
] as const)('%s', (_, atLeast, given, result, reason, effectiveTarget, shortfall, margin) => {
  const judged = judgeShare(shareRule(atLeast), given);
  expect(judged).toEqual({ result, reason, effectiveTarget, shortfall, margin });
});

test.each([
  ['0 of 0', counts(0, 0), 'not-applicable', 'share.empty'],
  ['nothing submitted', counts(null, null, null), 'unknown', 'share.not-submitted'],
  ['a summary without its total', counts(5, null, null), 'unknown', 'share.total-unknown'],
  ['only the total is missing', counts(5, null, 0), 'unknown', 'share.total-unknown'],
  ['only what is open is missing', counts(5, 10, null), 'unknown', 'share.total-unknown'],
  ['only what meets it is missing', counts(null, 10, 0), 'unknown', 'share.not-submitted'],
] as const)('%s has no effective target', (_, given, result, reason) => {
  const takes = { effectiveTarget: null, shortfall: null, margin: null };
  expect(judgeShare(shareRule('80'), given)).toEqual({ result, reason, ...takes });
});

test.each(['share.column-absent', 'share.subject-not-submitted'] as const)('says why counts are missing: %s', (why) => {
  expect(judgeShare(shareRule('80'), counts(null, null, null), why)).toMatchObject({ result: 'unknown', reason: why });
});
