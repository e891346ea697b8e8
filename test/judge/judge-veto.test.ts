import { expect, test } from 'vitest';
import { judgeVeto } from '../../src/judge/decide.ts';
import { vetoRule } from './rules.ts';

test.each([
  ['passed', 'pass', 'pass', 'veto.pass'],
  ['failed', 'fail', 'fail', 'veto.fail'],
  ['a value the rule does not name', 'other', 'fail', 'veto.fail'],
  ['no result is never a pass', null, 'unknown', 'veto.blank'],
] as const)('%s', (_, value, result, reason) => {
  expect(judgeVeto(vetoRule(), value, 'veto.blank')).toEqual({ result, reason });
});

test.each(['veto.blank', 'veto.column-absent', 'veto.not-submitted'] as const)('says why: %s', (why) => {
  expect(judgeVeto(vetoRule(), null, why)).toEqual({ result: 'unknown', reason: why });
  expect(judgeVeto(vetoRule(), 'fail', why).reason).toBe('veto.fail');
});
