import { expect, test } from 'vitest';
import { decisionOf } from '../../src/judge/evidence.ts';
import type { RecordValues } from '../../src/model/ruleset.ts';
import { weigher } from '../../src/register/take-rows.ts';
import { toCondition } from '../../src/ruleset/condition.ts';

/** This year's a at most last year's b, and the same of c and d. */
const trend = toCondition({
  allOf: [{ compare: { sum: ['a'], atMost: ['b'] } }, { compare: { sum: ['c'], atMost: ['d'] } }],
});

test.each([
  ['the first pair rises', { a: 2, b: 1, c: 1, d: 1 }, 'a', 'ab'],
  ['the second pair rises', { a: 1, b: 1, c: 2, d: 1 }, 'c', 'cd'],
  ['both rise', { a: 2, b: 1, c: 2, d: 1 }, 'a', 'abcd'],
  ['neither rises', { a: 1, b: 1, c: 1, d: 1 }, 'a', 'abcd'],
  ['the second rises, the first is not known', { c: 2, d: 1 }, 'c', 'cd'],
  ['the base of the first is missing', { a: 1, c: 1, d: 1 }, 'b', 'ab'],
  ['the last is missing', { a: 1, b: 1, c: 1 }, 'd', 'cd'],
  ['all are missing', {}, 'a', 'abcd'],
] as const)('the deciding fields where %s', (_, record, field, fields) => {
  expect(decisionOf(trend, record as RecordValues)).toEqual({ field, fields: [...fields] });
});

const isOne = (field: string) => ({ properties: { [field]: { const: 1 } } });
const anyIsOne = toCondition({ anyOf: [isOne('a'), isOne('b'), isOne('c')] });
const firstTwoOrThird = toCondition({ anyOf: [{ allOf: [isOne('a'), isOne('b')] }, isOne('c')] });
const oneOfTwoAndThird = toCondition({ allOf: [{ anyOf: [isOne('a'), isOne('b')] }, isOne('c')] });
const notBoth = toCondition({ not: { allOf: [isOne('a'), isOne('b')] } });
const eachOfThree = toCondition({ properties: { a: { const: 1 }, b: { const: 1 }, c: { const: 1 } } });

test.each([
  ['none of a, b, c', anyIsOne, { a: 2, b: 2, c: 2 }, 'a', 'abc'],
  ['neither a with b, for b, nor c', firstTwoOrThird, { a: 1, b: 2, c: 2 }, 'b', 'bc'],
  ['neither a with b, for both, nor c', firstTwoOrThird, { a: 2, b: 2, c: 2 }, 'a', 'abc'],
  ['neither a nor b, nor c with them', oneOfTwoAndThird, { a: 2, b: 2, c: 2 }, 'a', 'abc'],
  ['b, but not c with it', oneOfTwoAndThird, { a: 2, b: 1, c: 2 }, 'c', 'c'],
  ['c is open, and b, which a makes needless', oneOfTwoAndThird, { a: 1 }, 'c', 'c'],
  ['a is open, and c fails', oneOfTwoAndThird, { b: 2, c: 2 }, 'c', 'c'],
  ['both, of which one may not be', notBoth, { a: 1, b: 1 }, 'a', 'ab'],
  ['one is, and the other is open', notBoth, { a: 1 }, 'b', 'b'],
  ['two of three', eachOfThree, { a: 2, b: 1, c: 2 }, 'a', 'ac'],
  ['one of three, and one is open', eachOfThree, { a: 1, c: 2 }, 'c', 'c'],
] as const)('the deciding fields where %s', (_, condition, record, field, fields) => {
  expect(decisionOf(condition, record as RecordValues)).toEqual({ field, fields: [...fields] });
});

test('the outcome of a single field is worked out once for each reading', () => {
  let asked = 0;
  const weigh = weigher({
    fields: ['level'],
    constants: {},
    comparisons: [],
    decidedBy: () => ['level'],
    outcome: ({ level }) => {
      asked++;
      return level === undefined ? 'unknown' : level === 'model' ? 'yes' : 'no';
    },
  });
  const [model, none] = [{ value: 'model' }, { value: 'none' }];
  expect([model, none, undefined, model, none, undefined].map((reading) => weigh([reading]))).toEqual([
    'yes',
    'no',
    'unknown',
    'yes',
    'no',
    'unknown',
  ]);
  expect(asked).toBe(3);
});

test('fields that the last record had do not linger in the next', () => {
  const weigh = weigher(trend);
  const value = (given: number | undefined) => ({ value: given });
  expect(weigh([value(2), value(1), value(1), value(1)])).toBe('no');
  expect(weigh([undefined, value(1), value(1), value(1)])).toBe('unknown');
  expect(weigh([value(undefined), value(1), value(1), value(1)])).toBe('unknown');
});
