import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseCounts, contradictedCounts, fromSummary, NOTHING, poolCounts } from '../../src/tally/choose-counts.ts';

const tallied = (met: number, of: number, unknown = 0) => ({ met, of, unknown });
const summary = (met?: number, of?: number) => ({ met, of });
const EMPTY = tallied(0, 0);

describe('register or summary', () => {
  test.each([
    [
      'units in the register, no summary',
      true,
      tallied(3, 4, 1),
      summary(),
      { met: 3, of: 4, unknown: 1, source: 'register' },
    ],
    [
      'units in the register win over a summary',
      true,
      tallied(3, 4),
      summary(4, 4),
      { met: 3, of: 4, unknown: 0, source: 'register' },
    ],
    ['no unit of the street, a summary', true, EMPTY, summary(4, 5), { met: 4, of: 5, unknown: 0, source: 'summary' }],
    ['no unit of the street, no summary', true, EMPTY, summary(), { met: 0, of: 0, unknown: 0, source: 'register' }],
    [
      'a column is missing, a summary',
      false,
      tallied(0, 4, 4),
      summary(4, 5),
      { met: 4, of: 5, unknown: 0, source: 'summary' },
    ],
    ['a column is missing, no summary', false, tallied(0, 4, 4), summary(), NOTHING],
    ['no table, a summary', false, EMPTY, summary(4, 5), { met: 4, of: 5, unknown: 0, source: 'summary' }],
    ['no table, no summary', false, EMPTY, summary(), NOTHING],
    ['no table, a summary of nothing', false, EMPTY, summary(0, 0), { met: 0, of: 0, unknown: 0, source: 'summary' }],
  ])('%s', (_, counts, register, given, expected) => {
    expect(chooseCounts({ counts, tallied: register }, given)).toEqual(expected);
  });

  test.each([
    ['both', summary(4, 5), { met: 4, of: 5, unknown: 0, source: 'summary' }],
    ['a blank met: all are unknown', summary(undefined, 5), { met: 0, of: 5, unknown: 5, source: 'summary' }],
    ['a blank total is unknown', summary(4), { met: 4, of: null, unknown: null, source: 'summary' }],
    ['neither', summary(), NOTHING],
  ])('a summary with %s', (_, given, expected) => {
    expect(fromSummary(given)).toEqual(expected);
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
  const part = (met: number, of: number, unknown: number, source: 'register' | 'summary') =>
    ({ met, of, unknown, source }) as const;

  test.each([
    ['two registers', [part(1, 2, 0, 'register'), part(3, 5, 1, 'register')], part(4, 7, 1, 'register')],
    ['two summaries', [part(1, 2, 0, 'summary'), part(3, 5, 0, 'summary')], part(4, 7, 0, 'summary')],
    [
      'of both kinds',
      [part(1, 2, 0, 'register'), part(3, 5, 0, 'summary')],
      { met: 4, of: 7, unknown: 0, source: 'mixed' },
    ],
    ['an empty street adds nothing', [part(0, 0, 0, 'register'), part(3, 5, 0, 'register')], part(3, 5, 0, 'register')],
    ['one street without counts makes all unknown', [part(1, 2, 0, 'register'), NOTHING], NOTHING],
    ['one street without its total makes all unknown', [part(1, 2, 0, 'register'), fromSummary(summary(4))], NOTHING],
  ])('%s', (_, parts, expected) => {
    expect(poolCounts(parts)).toEqual(expected);
  });

  test('adds up however its streets are grouped', () => {
    const counts = fc
      .tuple(fc.nat(50), fc.nat(50), fc.nat(50))
      .map(([met, unknown, rest]) => part(met, met + unknown + rest, unknown, 'register'));
    const lists = fc.array(counts, { minLength: 1 });
    fc.assert(
      fc.property(lists, lists, (left, right) => {
        expect(poolCounts([poolCounts(left), poolCounts(right)])).toEqual(poolCounts([...left, ...right]));
      }),
    );
  });
});
