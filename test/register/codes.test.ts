import { describe, expect, test } from 'vitest';
import type { LeftOut, Level, Ruleset } from '../../src/model/ruleset.ts';
import { codesOf, POWERS } from '../../src/register/codes.ts';

const level = (id: string, digits: number | null, judged = false): Level => ({
  ...{
    id,
    noun: { zh: id, en: id },
    plural: `${id}s`,
    table: null,
    within: [],
    judged,
    digits,
    endings: [],
    marks: [],
  },
});
const out = (first: number, last: number, from: number, to: number): LeftOut => ({
  ...{ first, last, from, to, label: { zh: '否', en: `${first}–${last}` } },
});
const codes = (levels: readonly Level[], leftOut: readonly LeftOut[] = []) =>
  codesOf({ levels, leftOut } as unknown as Ruleset);

const DISTRICT = level('district', 6);
const STREET = level('street', 9, true);
const COMMUNITY = level('community', 12);
const COMPOUND = level('compound', null);
const LEVELS = [DISTRICT, STREET, COMMUNITY, COMPOUND];
// Made in each test: what is made while the file is loaded no mutant would change.
const NATIONAL = () => codes(LEVELS);
const OWN_NUMBERS = () => codes([level('zone', null), level('school', null, true), level('class', null)]);
/** What is judged has no digits, what lies within it has. */
const INNER_ONLY = () => codes([level('school', null, true), level('class', 8)]);
const OUTER_ONLY = () => codes([level('county', 4), level('office', null, true), level('desk', null)]);

test.each([
  ['440308001', STREET, true],
  ['44030800', STREET, false],
  ['44030800X', STREET, false],
  ['440308001002', STREET, false],
  ['440308001000', STREET, true],
  ['440308001000', COMMUNITY, false],
  ['440308001002', COMMUNITY, true],
  ['440308000', DISTRICT, true],
  ['440308000', STREET, false],
  ['440308000000', DISTRICT, true],
  ['440308000000', STREET, false],
  ['440308000001', DISTRICT, false],
  ['4403080000', DISTRICT, false],
  ['440308', DISTRICT, true],
  ['440308', COMPOUND, false],
  ['', COMPOUND, false],
])('%s is a code of its level, or one padded with noughts: %o', (code, { id }, expected) => {
  expect(NATIONAL().isOf(code, LEVELS.find((each) => each.id === id)!)).toBe(expected);
});

test.each([
  ['440308001002', '440308001', true],
  ['440308001002', '440308001000', true],
  ['440308001002', '440308000', true],
  ['440308001002', '440308000000', true],
  ['440309001002', '440308000', false],
  ['440308002002', '440308001', false],
  ['440308002002', '4403080', true],
  ['4403080X', '4403080X', true],
  ['440308X', '440308000X', false],
  ['A440308001', '440308001', false],
])('%s lies in %s: %o', (code, parent, expected) => {
  expect(NATIONAL().isWithin(code, parent)).toBe(expected);
});

test.each([
  ['440308001002', DISTRICT, '440308'],
  ['440308001002', STREET, '440308001'],
  ['440308001', STREET, '440308001'],
  ['44030800', STREET, null],
  ['440308001X', STREET, '440308001'],
  ['44030800X1', STREET, null],
  ['440308001002', COMPOUND, null],
  [null, DISTRICT, null],
] as const)('the first digits of %s, as many as its level has: %o', (code, { id }, expected) => {
  expect(NATIONAL().prefix(code, LEVELS.find((each) => each.id === id)!)).toBe(expected);
});

describe('a code that shows where it lies', () => {
  test.each([
    ['440308001', true],
    ['440308001002', true],
    ['4403080010', false],
    ['440308', false],
    ['440308001002003', true],
    ['4403080010020', true],
    ['040308001', false],
    ['44030800X', false],
    ['X440308001', false],
  ])('%s: %o', (code, expected) => {
    expect(NATIONAL().isNested(code)).toBe(expected);
  });

  test.each([
    ['a scheme of an office’s own numbers', OWN_NUMBERS, '440308001002', false],
    ['digits within only', INNER_ONLY, '44030800', true],
    ['digits within only, and fewer', INNER_ONLY, '4403080', false],
    ['digits within only, and more', INNER_ONLY, '440308001', true],
    ['digits around only', OUTER_ONLY, '4403', false],
    ['digits around only, and more', OUTER_ONLY, '44030', false],
  ])('%s', (_, scheme, code, expected) => {
    expect(scheme().isNested(code)).toBe(expected);
  });

  test.each([
    ['of three levels', NATIONAL, 9, 12],
    ['of none', OWN_NUMBERS, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
    ['within only', INNER_ONLY, Number.POSITIVE_INFINITY, 8],
    ['around only', OUTER_ONLY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
  ])('how many digits it has at the least, %s', (_, scheme, judged, inner) => {
    const { least, nested } = scheme();
    expect([least, nested]).toEqual([judged, inner]);
  });
});

test.each([
  ['44O3O8oo1', '440308001'],
  ['44030800l', '440308001'],
  ['44030800I', '440308001'],
  ['440308-001-002', '440308001002'],
  ['440308_001', '440308001'],
  ['000440308001', '440308001'],
  ['440308001', undefined],
  ['0440308', undefined],
  ['44O3080', undefined],
  ['44030800A', undefined],
  ['440308-00A1', undefined],
  ['A440308-001', undefined],
  ['440308001X', undefined],
])('what %s was meant to be: %s', (code, meant) => {
  expect(NATIONAL().alike(code)).toBe(meant);
  expect(OWN_NUMBERS().alike(code)).toBeUndefined();
});

const RULES = [out(7, 9, 400, 599), out(10, 12, 498, 498), out(1, 1, 0, 0)];

test.each([
  ['440308400', RULES[0]],
  ['440308599', RULES[0]],
  ['440308500001', RULES[0]],
  ['440308399', undefined],
  ['440308600', undefined],
  ['4403084', undefined],
  ['44030840', undefined],
  ['44030840X', undefined],
  ['440308/00', undefined],
  ['440308:00', undefined],
  ['440308001498', RULES[1]],
  ['440308001497', undefined],
  ['440308001499', undefined],
  ['440308498498', RULES[0]],
  ['X40308500', undefined],
  ['1', undefined],
  ['', undefined],
])('the rule that leaves out %s', (code, rule) => {
  expect(codes(LEVELS, RULES).leftOut(code)).toBe(rule);
});

test('powers of ten, as many as a number holds digits', () => {
  expect(POWERS).toHaveLength(17);
  expect(POWERS[0]).toBe(1);
  expect(POWERS[12]).toBe(1_000_000_000_000);
});
