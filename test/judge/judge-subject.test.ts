import { expect, test } from 'vitest';
import { type Facts, subjectJudge } from '../../src/judge/judge-subject.ts';
import type { Rule, Ruleset } from '../../src/model/ruleset.ts';
import { shareRule, vetoRule } from './rules.ts';

const NONE = { failing: [], unknown: [], omitted: { failing: 0, unknown: 0 } };
const facts = (over: Partial<Facts> = {}): Facts => ({
  scope: 'street',
  code: '440308003',
  name: '沙头角街道',
  year: 2012,
  counts: () => ({ counts: { met: 6, of: 7, unknown: 0, missing: 0, source: 'register' } }),
  veto: () => ({ value: 'pass', whyMissing: 'veto.blank' }),
  witnesses: () => NONE,
  ...over,
});
const judge = (rules: readonly Rule[], over: Partial<Facts> = {}, from?: number) =>
  subjectJudge({ rules, ...(from !== undefined && { from }) } as Ruleset)(facts(over));

test.each([
  ['required without a year', {}, 2012, 'required', 'fail'],
  ['advisory by itself', { obligation: 'advisory' }, 2020, 'advisory', 'pass'],
  ['before the year from which it is required', { requiredFrom: 2014 }, 2013, 'advisory', 'pass'],
  ['in the year from which it is required', { requiredFrom: 2014 }, 2014, 'required', 'fail'],
  ['after the year from which it is required', { requiredFrom: 2014 }, 2015, 'required', 'fail'],
] as const)('a missed share that is %s', (_, over, year, obligation, verdict) => {
  const subject = judge([shareRule('100', over)], { year });
  expect(subject.findings[0]).toMatchObject({ obligation, result: 'fail' });
  expect(subject.verdict).toBe(verdict);
});

test.each([
  ['the year before', 2011, 'not-applicable', 'rule.not-in-force', 'not-applicable'],
  ['the first year', 2012, 'fail', 'share.fail', 'fail'],
] as const)('in force from 2012: %s', (_, year, result, reason, verdict) => {
  const subject = judge([shareRule('100'), vetoRule()], { year }, 2012);
  expect(subject.findings[0]).toMatchObject({ result, reason });
  expect(subject.verdict).toBe(verdict);
});

test('a veto not yet in force fails nobody', () => {
  const veto: Facts['veto'] = () => ({ value: 'fail', whyMissing: 'veto.blank' });
  const subject = judge([shareRule('80'), vetoRule()], { year: 2011, veto }, 2012);
  expect(subject.findings[1]).toMatchObject({ result: 'not-applicable', reason: 'rule.not-in-force' });
  expect([subject.verdict, subject.verdictWithoutVetoes]).toEqual(['not-applicable', 'not-applicable']);
});

test('a failed veto fails the subject, and its verdict without vetoes leaves it out', () => {
  const veto: Facts['veto'] = () => ({ value: 'fail', whyMissing: 'veto.blank' });
  const { findings, verdict, verdictWithoutVetoes } = judge([shareRule('80'), vetoRule()], { veto });
  expect(findings.map(({ kind, result }) => [kind, result])).toEqual([
    ['share', 'pass'],
    ['veto', 'fail'],
  ]);
  expect([verdict, verdictWithoutVetoes]).toEqual(['fail', 'pass']);
});

test.each([
  ['street', ['both', 'street-only']],
  ['district', ['both', 'district-only']],
] as const)('a %s is judged by the rules of its scope, in their order', (scope, expected) => {
  const rules = [
    shareRule('80', { id: 'both' }),
    shareRule('80', { id: 'district-only', scopes: ['district'] }),
    vetoRule({ id: 'street-only', scopes: ['street'] }),
  ];
  expect(judge(rules, { scope }).findings.map(({ rule }) => rule)).toEqual(expected);
});
