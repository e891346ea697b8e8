import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decide, decideOverall, decideWithoutVetoes } from '../../src/judge/decide.ts';
import { type Finding, RESULTS, type Result } from '../../src/model/assessment.ts';

const finding = (kind: Finding['kind'], result: Result, obligation: Finding['obligation'] = 'required') =>
  ({ kind, result, obligation, rule: 'r', clause: '二' }) as Finding;
const share = (result: Result) => finding('share', result);
const veto = (result: Result) => finding('veto', result);
const advisory = (result: Result) => finding('share', result, 'advisory');

test.each([
  ['all shares and vetoes pass', [share('pass'), veto('pass')], 'pass', 'pass'],
  ['a share fails', [share('pass'), share('fail'), veto('pass')], 'fail', 'fail'],
  ['a veto fails though every share passes', [share('pass'), share('pass'), veto('fail')], 'fail', 'pass'],
  ['a fail outweighs an unknown', [share('unknown'), share('fail')], 'fail', 'fail'],
  ['a failed veto outweighs an unknown share', [share('unknown'), veto('fail')], 'fail', 'unknown'],
  ['a share is unknown', [share('pass'), share('unknown'), veto('pass')], 'unknown', 'unknown'],
  ['a veto is unknown', [share('pass'), veto('unknown')], 'unknown', 'pass'],
  ['an empty share does not count', [share('pass'), share('not-applicable')], 'pass', 'pass'],
  ['no share applies', [share('not-applicable'), veto('pass')], 'not-applicable', 'not-applicable'],
  [
    'no share applies and a veto is unknown',
    [share('not-applicable'), veto('unknown')],
    'not-applicable',
    'not-applicable',
  ],
  ['no share applies and a veto fails', [share('not-applicable'), veto('fail')], 'fail', 'not-applicable'],
  ['no share at all', [veto('pass')], 'not-applicable', 'not-applicable'],
  ['no finding at all', [], 'not-applicable', 'not-applicable'],
  ['an advisory fail decides nothing', [share('pass'), advisory('fail')], 'pass', 'pass'],
  ['an advisory unknown decides nothing', [share('pass'), advisory('unknown')], 'pass', 'pass'],
  ['an advisory share applies all the same', [advisory('fail'), share('not-applicable')], 'pass', 'pass'],
  ['a required share beside an advisory one', [advisory('pass'), share('fail')], 'fail', 'fail'],
] as const)('%s', (_, findings, verdict, withoutVetoes) => {
  expect([decide(findings), decideWithoutVetoes(findings)]).toEqual([verdict, withoutVetoes]);
});

test('the order of findings does not matter, and a failed veto is never outweighed', () => {
  const findings = fc.array(
    fc.record({
      kind: fc.constantFrom('share', 'veto'),
      result: fc.constantFrom(...RESULTS),
      obligation: fc.constantFrom('required', 'advisory'),
    }),
  ) as fc.Arbitrary<Finding[]>;
  fc.assert(
    fc.property(findings, (list) => {
      expect(decide(list.toReversed())).toBe(decide(list));
      expect(decide([...list, veto('fail')])).toBe('fail');
      expect(decideWithoutVetoes([...list, veto('fail')])).toBe(decideWithoutVetoes(list));
    }),
  );
});

test.each([
  ['one fails', { pass: 3, fail: 1, unknown: 2, 'not-applicable': 0 }, 'fail'],
  ['none fails, one is unknown', { pass: 3, fail: 0, unknown: 1, 'not-applicable': 0 }, 'unknown'],
  ['all pass', { pass: 3, fail: 0, unknown: 0, 'not-applicable': 0 }, 'pass'],
  ['what is not applicable does not count', { pass: 1, fail: 0, unknown: 0, 'not-applicable': 5 }, 'pass'],
  ['nothing applies', { pass: 0, fail: 0, unknown: 0, 'not-applicable': 4 }, 'not-applicable'],
  ['there is nothing', { pass: 0, fail: 0, unknown: 0, 'not-applicable': 0 }, 'not-applicable'],
] as const)('overall: %s', (_, totals, verdict) => {
  expect(decideOverall(totals)).toBe(verdict);
});
