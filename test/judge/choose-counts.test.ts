import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Tallied } from '../../src/judge/choose-counts.ts';
import { chooseCounts, contradictedCounts, NOTHING, poolCounts, type Summary } from '../../src/judge/choose-counts.ts';
import type { Counts } from '../../src/model/assessment.ts';

const tallied = (met: number, of: number, unknown = 0) => ({ met, of, unknown });
const summary = (met?: number, of?: number) => ({ met, of });
const counts = (source: Counts['source'], met: number, of: number | null, unknown: number | null, missing = 0) => ({
  ...{ met, of, unknown, missing, source },
});
const EMPTY = tallied(0, 0);
const registered = (met: number, of: number, unknown = 0, missing = 0) => counts('register', met, of, unknown, missing);
const summarised = (met: number, of: number, unknown = 0, missing = 0) => counts('summary', met, of, unknown, missing);

interface Case {
  readonly name: string;
  readonly counts?: boolean;
  readonly register: Tallied;
  readonly units?: number;
  readonly given?: Summary;
  readonly is: Counts;
}

describe('register or summary', () => {
  test.each<Case>([
    { name: 'units on the register, no summary', register: tallied(3, 4, 1), is: registered(3, 4, 1) },
    {
      name: 'units on the register win over a summary',
      register: tallied(3, 4),
      given: summary(4, 4),
      is: registered(3, 4),
    },
    {
      name: 'fewer units than declared: the rest is unknown',
      ...{ register: tallied(1, 1), given: summary(undefined, 50), is: registered(1, 50, 49, 49) },
    },
    {
      name: 'fewer units than declared, whatever the summary says that meet it',
      ...{ register: tallied(7, 9, 1), given: summary(10, 10), is: registered(7, 10, 2, 1) },
    },
    {
      name: 'more units than declared: they count',
      register: tallied(3, 4),
      given: summary(2, 3),
      is: registered(3, 4),
    },
    {
      name: 'units, and a total that cannot be read: nobody knows how many are missing',
      register: tallied(3, 4),
      given: { ...summary(4), isTotalUnreadable: true },
      is: { ...NOTHING, met: 3, source: 'summary' },
    },
    { name: 'units although none are declared', register: tallied(3, 4), given: summary(0, 0), is: registered(3, 4) },
    { name: 'no unit of the street, a summary', register: EMPTY, given: summary(4, 5), is: summarised(4, 5) },
    { name: 'no unit of the street, no summary: nothing was handed in', register: EMPTY, is: NOTHING },
    {
      name: 'no unit of the street, none declared',
      register: EMPTY,
      given: summary(undefined, 0),
      is: summarised(0, 0),
    },
    {
      name: 'no unit of the street, none declared, but some named by others',
      ...{ register: EMPTY, given: summary(0, 0), units: 2, is: summarised(0, 2, 2, 2) },
    },
    {
      name: 'a column is missing, a summary',
      ...{ counts: false, register: tallied(0, 4, 4), units: 4, given: summary(4, 5), is: summarised(4, 5) },
    },
    {
      name: 'a column is missing, a summary of fewer than there are rows',
      ...{ counts: false, register: tallied(0, 4, 4), units: 4, given: summary(3, 3), is: summarised(3, 4, 1, 1) },
    },
    {
      name: 'a column is missing, no summary',
      ...{ counts: false, register: tallied(0, 4, 4), units: 4, is: NOTHING },
    },
    { name: 'no table, a summary', counts: false, register: EMPTY, given: summary(4, 5), is: summarised(4, 5) },
    { name: 'no table, no summary', counts: false, register: EMPTY, is: NOTHING },
    {
      name: 'no table, a summary of nothing',
      counts: false,
      register: EMPTY,
      given: summary(0, 0),
      is: summarised(0, 0),
    },
    {
      name: 'a summary with a blank met',
      counts: false,
      register: EMPTY,
      given: summary(undefined, 5),
      is: summarised(0, 5, 5),
    },
    {
      name: 'a summary with a blank total',
      ...{ counts: false, register: EMPTY, given: summary(4), is: counts('summary', 4, null, null) },
    },
  ])('$name', ({ counts: can = true, register, units = register.of, given = summary(), is }) => {
    expect(chooseCounts({ counts: can, tallied: register, units }, given)).toEqual(is);
  });
});

test.each([
  ['the same', tallied(3, 5), summary(3, 5), []],
  ['another total', tallied(3, 5), summary(3, 6), ['of']],
  ['more met', tallied(3, 5), summary(4, 5), ['met']],
  ['fewer met', tallied(3, 5), summary(2, 5), ['met']],
  ['within what is unknown', tallied(3, 5, 2), summary(5, 5), []],
  ['beyond what is unknown', tallied(2, 5, 2), summary(5, 5), ['met']],
  ['a blank met', tallied(3, 5), summary(undefined, 5), []],
  ['a blank total', tallied(3, 5), summary(3), []],
  ['only a wrong met', tallied(3, 5), summary(9), ['met']],
  ['both', tallied(3, 5), summary(4, 6), ['of', 'met']],
  ['nothing given', tallied(3, 5), summary(), []],
])('the counts of a summary that contradict the register: %s', (_, register, given, expected) => {
  expect(contradictedCounts(register, given)).toEqual(expected);
});

describe('a district', () => {
  test.each([
    ['two registers', [registered(1, 2), registered(3, 5, 1)], registered(4, 7, 1)],
    ['two summaries', [summarised(1, 2), summarised(3, 5)], summarised(4, 7)],
    ['of both kinds', [registered(1, 2), summarised(3, 5)], counts('mixed', 4, 7, 0)],
    ['an empty street adds nothing', [registered(0, 0), registered(3, 5)], registered(3, 5)],
    ['missing units add up', [registered(1, 9, 8, 8), registered(1, 3, 1, 1)], registered(2, 12, 9, 9)],
    ['one street without counts makes all unknown', [registered(1, 2), NOTHING], NOTHING],
    ['one street without its total makes all unknown', [registered(1, 2), counts('summary', 4, null, null)], NOTHING],
  ])('%s', (_, parts, expected) => {
    expect(poolCounts(parts)).toEqual(expected);
  });

  test.each([
    { met: null, of: 3, unknown: 0 },
    { met: 1, of: null, unknown: 0 },
    { met: 1, of: 3, unknown: null },
  ])('a single count that is missing makes all unknown: %o', (lacking) => {
    expect(poolCounts([registered(1, 2), { ...lacking, missing: 0, source: 'summary' }])).toEqual(NOTHING);
  });

  test('adds up however its streets are grouped', () => {
    const part = fc
      .tuple(fc.nat(50), fc.nat(50), fc.nat(50), fc.nat(50))
      .map(([met, unknown, rest, missing]) =>
        registered(met, met + unknown + rest + missing, unknown + missing, missing),
      );
    const lists = fc.array(part, { minLength: 1 });
    fc.assert(
      fc.property(lists, lists, (left, right) => {
        expect(poolCounts([poolCounts(left), poolCounts(right)])).toEqual(poolCounts([...left, ...right]));
      }),
    );
  });
});
