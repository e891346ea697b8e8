import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Indicator, Outcome, RecordValues, Ruleset, ShareRule } from '../../src/model/ruleset.ts';
import {
  compareKeys,
  drawId,
  drawKeys,
  missRisks,
  registerHash,
  sizeStratum,
  sortKeys,
} from '../../src/sample/draw-units.ts';
import { isContradicted, mostBad } from '../../src/sample/hypergeometric.ts';
import { judgeDraw } from '../../src/sample/judge-draw.ts';
import { isLess, ratio } from '../../src/sample/ratio.ts';
import type { Draw, SizeRule, Stratum, TargetReason } from '../../src/sample/sample.ts';
import { comparedCases, compareFragile, doubts } from '../../src/sample/target-checks.ts';
import { shareRule } from '../judge/rules.ts';

const rate = (percent: string, atLeast = 0): SizeRule => ({ kind: 'rate', rate: percent, atLeast });
const plan = (acceptable: string, unacceptable: string): SizeRule => ({
  ...{ kind: 'plan', acceptable, unacceptable, alpha: '5', beta: '10' },
});

describe('how many units of a stratum are drawn', () => {
  test.each<[string, number, SizeRule, ReturnType<typeof sizeStratum>]>([
    ['a rate, rounded up', 101, rate('10'), { size: 11, accept: null }],
    ['a rate below its least', 30, rate('10', 5), { size: 5, accept: null }],
    ['fewer units than the least', 4, rate('10', 5), { size: 4, accept: null }],
    ['just below nine tenths', 100, rate('89'), { size: 89, accept: null }],
    ['nine tenths are all', 100, rate('90'), { size: 100, accept: null }],
    ['none of none, to refute', 0, { kind: 'refute' }, { size: 0, accept: 0 }],
    ['to refute', 60, { kind: 'refute' }, { size: 38, accept: 0 }],
    ['nearly all, to refute', 10, { kind: 'refute' }, { size: 10, accept: 0 }],
    ['a plan', 60, plan('90', '70'), { size: 23, accept: 4 }],
    ['a plan that needs nearly all accepts what the share leaves', 10, plan('50', '40'), { size: 10, accept: 5 }],
    ['a plan that no sample keeps', 2_000_000, plan('90', '89.9'), null],
  ])('%s', (_, units, rule, expected) => {
    expect(sizeStratum(units, rule)).toEqual(expected);
  });

  test('the risk of finding none is told for each share that means other units', () => {
    expect(missRisks(100, 10)).toEqual([
      { bad: '5', units: 5, missed: '58.38' },
      { bad: '10', units: 10, missed: '33.05' },
      { bad: '20', units: 20, missed: '9.52' },
      { bad: '30', units: 30, missed: '2.30' },
    ]);
    expect(missRisks(10, 4).map(({ bad, units }) => [bad, units])).toEqual([
      ['5', 1],
      ['20', 2],
      ['30', 3],
    ]);
    expect(missRisks(10, 10)).toEqual([]);
  });
});

test('a share is less, or not', () => {
  expect(isLess(ratio(1, 3), ratio(1, 2))).toBe(true);
  expect(isLess(ratio(1, 2), ratio(1, 3))).toBe(false);
  expect(isLess(ratio(1, 2), ratio(2, 4))).toBe(false);
});

test('a risk that is met exactly contradicts, and bounds', () => {
  // One of two units drawn; with one bad unit in all it is found in half of the draws.
  const sample = { units: 2, drawn: 1, found: 1 };
  expect(isContradicted(sample, 1, ratio(1, 2))).toBe(true);
  expect(isContradicted(sample, 1, ratio(49, 100))).toBe(false);
  const none = { units: 2, drawn: 1, found: 0 };
  expect(mostBad(none, ratio(1, 2))).toBe(0);
  expect(mostBad(none, ratio(49, 100))).toBe(1);
});

const RULES: readonly ShareRule[] = [
  shareRule('80', { id: 'required' }),
  shareRule('80', { id: 'later', requiredFrom: 2014 }),
  shareRule('80', { id: 'advisory', obligation: 'advisory' }),
];
const ruleset = { rules: RULES } as unknown as Ruleset;

const stratum = (over: Partial<Stratum> = {}): Stratum => ({
  ...{ of: null, units: 60, drawn: 23, accept: 4, risks: [], claims: [], frame: [] },
  ...over,
});

/** Bad and unchecked units of each stratum; the others conform. */
const judged = (
  rule: string,
  strata: readonly Stratum[],
  found: readonly (readonly [bad: number, unchecked: number])[],
  year: number | null = 2012,
) => {
  const units: { stratum: number }[] = [];
  const outcomes: (readonly Outcome[])[] = [];
  for (const [at, { drawn }] of strata.entries()) {
    const [bad, unchecked] = found[at]!;
    for (let nth = 0; nth < drawn; nth++) {
      units.push({ stratum: at });
      outcomes.push([nth < bad ? 'no' : nth < bad + unchecked ? 'unknown' : 'yes']);
    }
  }
  return judgeDraw({ rules: [rule], strata, units } as unknown as Draw, outcomes, ruleset, year);
};

describe('what a draw says', () => {
  const claims = (met: number) => [
    { rule: 'other', met: 60, unknown: 0 },
    { rule: 'required', met, unknown: 0 },
  ];

  test.each([
    ['4 bad', [4, 0], 'consistent', [19, 19], 'no', 'no', 'yes'],
    ['4 bad, 1 open', [4, 1], 'undecided', [19, 22], 'no', 'no', 'unknown'],
    ['5 bad', [5, 0], 'contradicted', [22, 22], 'no', 'no', 'no'],
    ['7 bad, 1 open', [7, 1], 'contradicted', [27, 30], 'unknown', 'unknown', 'no'],
    ['8 bad', [8, 0], 'contradicted', [30, 30], 'yes', 'yes', 'no'],
    ['none bad, 23 open', [0, 23], 'undecided', [5, 60], 'unknown', 'unknown', 'unknown'],
  ] as const)('%s of 23 of 60', (_, found, result, [best, worst], target, register, accepted) => {
    const answer = judged('required', [stratum({ claims: claims(48) })], [found]);
    const counts = { bad: found[0], unchecked: found[1], mostBad: best, mostBadAtWorst: worst };
    expect(answer.result).toBe(result);
    expect(answer.strata).toEqual([
      [
        {
          ...{ rule: 'required', ...counts },
          target: { atLeast: '80', allowed: 12, contradicted: target },
          register: { allowed: 12, contradicted: register },
          accepted,
        },
      ],
    ]);
    expect(answer.whole).toEqual([{ rule: 'required', ...counts }]);
  });

  test('without an acceptance number and a claim, all are claimed to conform', () => {
    const answer = judged('required', [stratum({ accept: null })], [[0, 0]]);
    expect(answer.strata[0]![0]).toMatchObject({ register: { allowed: 0, contradicted: 'no' }, accepted: null });
    expect(answer.result).toBe('consistent');
    expect(judged('required', [stratum({ accept: null })], [[1, 0]]).result).toBe('contradicted');
  });

  test.each([
    ['required', 2012, 'contradicted'],
    ['required', null, 'contradicted'],
    ['later', 2013, 'consistent'],
    ['later', 2014, 'contradicted'],
    ['later', null, 'consistent'],
    ['advisory', 2014, 'consistent'],
  ])('a target decides where it is in force: %s in %s', (rule, year, result) => {
    const own = stratum({ accept: null, claims: [{ rule, met: 0, unknown: 0 }] });
    expect(judged(rule, [own], [[12, 0]], year).result).toBe(result);
  });

  test('several strata share the risk, and their bounds add', () => {
    const own = stratum({ accept: null, claims: [{ rule: 'required', met: 30, unknown: 0 }] });
    const { whole, strata } = judged(
      'required',
      [own, own],
      [
        [4, 0],
        [2, 3],
      ],
    );
    const half = ratio(5, 200);
    const bound = (found: number) => mostBad({ units: 60, drawn: 23, found }, half);
    expect(whole).toEqual([
      {
        ...{ rule: 'required', bad: 6, unchecked: 3 },
        ...{ mostBad: bound(4) + bound(2), mostBadAtWorst: bound(4) + bound(5) },
      },
    ]);
    expect(strata.map(([only]) => only!.bad)).toEqual([4, 2]);
  });

  test('a rule that is no share is a mistake of the caller', () => {
    expect(() => judged('nothing', [stratum()], [[0, 0]])).toThrow('no share rule: nothing');
    const vetoes = { rules: [{ ...RULES[0], kind: 'veto' }] } as unknown as Ruleset;
    const draw = { rules: ['required'], strata: [stratum()], units: [] } as unknown as Draw;
    expect(() => judgeDraw(draw, [], vetoes, 2012)).toThrow('no share rule: required');
  });
});

const turns = (changes: number): TargetReason => ({ kind: 'turns', rule: 'r', changes, result: 'pass' });
const zero: TargetReason = { kind: 'zero', rule: 'r', before: 12 };
const limit: TargetReason = { kind: 'limit', rule: 'r', at: 3 };
const told = { kind: 'diagnostic', code: 'c', diagnostic: {} } as unknown as TargetReason;
const target = (changes: number | null, ...reasons: TargetReason[]) => ({
  ...{ code: null, name: null, table: 't', place: null, changes, reasons },
});

test.each([
  ['fewer changes of the verdict', target(1), target(2), -1],
  ['what nothing turns comes last', target(3), target(null), -1],
  ['then the shares, in their order', target(2, turns(1), turns(5)), target(2, turns(2), turns(1)), -1],
  ['the second share', target(2, turns(1), turns(2)), target(2, turns(1), turns(3)), -1],
  ['a share more', target(2, turns(1)), target(2), -1],
  ['other reasons do not rank', target(2, zero, turns(1)), target(2, turns(1)), 0],
  ['both without', target(null), target(null), 0],
])('what turns first: %s', (_, a, b, sign) => {
  expect(Math.sign(compareFragile(a, b))).toBe(sign);
  expect(Math.sign(compareFragile(b, a))).toBe(0 - sign);
});

test('doubts are falls to nothing and warnings', () => {
  expect(doubts(target(null, zero, told, limit, turns(1)))).toBe(2);
  expect(doubts(target(null, limit, turns(1)))).toBe(0);
});

describe('counts that are compared', () => {
  const comparison = { sum: ['a', 'b'], bound: 'atMost', against: ['c', 'd'], always: true } as const;
  const found = (values: RecordValues, over: object = {}) =>
    comparedCases(
      { id: 'r', condition: { comparisons: [{ ...comparison, ...over }] } } as unknown as Indicator,
      values,
    );

  test.each<[string, RecordValues, readonly TargetReason[]]>([
    ['a fall from ten to none', { a: 0, b: 0, c: 4, d: 6 }, [{ kind: 'zero', rule: 'r', before: 10 }]],
    ['a fall from nine to none', { a: 0, b: 0, c: 4, d: 5 }, []],
    ['a fall to one', { a: 0, b: 1, c: 40, d: 50 }, []],
    ['nothing to spare', { a: 1, b: 2, c: 3, d: 0 }, [{ kind: 'limit', rule: 'r', at: 3 }]],
    ['none before and now', { a: 0, b: 0, c: 0, d: 0 }, []],
    ['room', { a: 1, b: 2, c: 3, d: 1 }, []],
    ['a count is missing now', { a: 0, c: 4, d: 6 }, []],
    ['a count is missing before', { a: 0, b: 0, d: 60 }, []],
    ['a count is a text', { a: 0, b: 0, c: 'x', d: 60 }, []],
  ])('%s', (_, values, reasons) => {
    expect(found(values)).toEqual(reasons);
  });

  test('a comparison that need not hold, or asks for the contrary, says nothing', () => {
    const fallen = { a: 0, b: 0, c: 4, d: 6 };
    expect(found(fallen, { always: false })).toEqual([]);
    expect(found(fallen, { bound: 'atLeast' })).toEqual([]);
  });
});

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

describe('keys', () => {
  test.each([
    ['a', 'b', -1],
    ['a', 'a', 0],
    ['a', 'ab', -1],
    ['\uff10', '\u{20000}', -1],
    ['\u{20000}', '\u{20000}a', -1],
    ['\u{20000}a', '\u{20000}b', -1],
    ['\u{20000}', '\u{20000}', 0],
    ['a\u{20000}', 'b', -1],
  ])('%j against %j', (a, b, sign) => {
    expect(Math.sign(compareKeys(a, b))).toBe(sign);
    expect(Math.sign(compareKeys(b, a))).toBe(0 - sign);
    expect(sortKeys([b, a])).toEqual([a, b]);
  });

  test('a register is known by its keys, a line each', () => {
    expect(registerHash(['a', 'b'])).toBe(sha256('a\nb\n'));
    expect(registerHash([])).toBe(sha256(''));
  });

  test('a draw is known by seed, register and keys', () => {
    expect(drawId('s', 'r', ['a', 'b'])).toBe(`draw-${sha256('s\nr\na\nb').slice(0, 12)}`);
  });

  test.each([0, 1, 50, 3000])('of three thousand keys the first %i by digest are drawn', (size) => {
    const keys = Array.from({ length: 3000 }, (_, at) => `${at}`);
    const ordered = keys.toSorted((a, b) => (sha256(`s\nr\n${a}`) < sha256(`s\nr\n${b}`) ? -1 : 1));
    expect(drawKeys(keys, size, 's', 'r')).toEqual(ordered.slice(0, size));
  });
});
