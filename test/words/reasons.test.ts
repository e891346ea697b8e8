import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgeShare } from '../../src/judge/decide.ts';
import type { CountSource, ShareFinding, VetoFinding, Witness } from '../../src/model/assessment.ts';
import type { ShareRule, VetoRule } from '../../src/model/ruleset.ts';
import { nounsOf } from '../../src/report/names.ts';
import { reasonOf } from '../../src/report/reasons.ts';
import { readClause } from '../../src/ruleset/to-ruleset.ts';
import { ruleset as scheme } from '../report/builders.ts';

const label = { zh: '标兵小区', en: 'model compounds' };
const base = {
  label,
  short: label,
  clause: '二',
  ...readClause('二', { number: '' }),
  scopes: ['street'],
  obligation: 'required',
} as const;

const ruleAt = (atLeast: string, requiredFrom?: number): ShareRule => ({
  ...base,
  kind: 'share',
  id: 'r',
  target: { atLeast },
  ...(requiredFrom === undefined ? {} : { requiredFrom }),
});

const named = (names: readonly string[]): Witness[] =>
  names.map((name) => ({ code: null, name, place: null, field: 'level', heading: '等级', text: '先进' }));

interface Given {
  readonly source?: CountSource;
  readonly failing?: readonly string[];
  readonly open?: readonly string[];
  readonly omitted?: number;
  readonly missing?: number;
  readonly obligation?: 'required' | 'advisory';
}

/** What the judge makes of the counts. */
const finding = (
  rule: ShareRule,
  [met, of, unknown]: readonly [number | null, number | null, number | null],
  { source = 'register', failing = [], open = [], omitted = 0, missing = 0, obligation = 'required' }: Given = {},
): ShareFinding => {
  const counts = { met, of, unknown, missing, source };
  return {
    kind: 'share',
    rule: 'r',
    obligation,
    clause: '二',
    ...counts,
    target: rule.target,
    ...judgeShare(rule, counts),
    witnesses: { failing: named(failing), unknown: named(open), omitted: { failing: omitted, unknown: 0 } },
  };
};

const zh = (rule: ShareRule, of: ShareFinding, year = 2012) =>
  reasonOf(of, rule, 'zh', { year, from: 2012, nouns: nounsOf(scheme()) });
const en = (rule: ShareRule, of: ShareFinding, year = 2012) =>
  reasonOf(of, rule, 'en', { year, from: 2012, nouns: nounsOf(scheme()) });

describe('the figures of a share', () => {
  test.each([
    { name: '7 of 7 at 90 %', atLeast: '90', counts: [7, 7, 0], says: ['7/7（100.00%）', '达标', '全部 7 个'] },
    {
      name: '6 of 7 at 90 %',
      atLeast: '90',
      counts: [6, 7, 0],
      says: ['6/7（85.71%）', '不达标', '全部 7 个', '还差 1 个'],
    },
    { name: '0 of 0', atLeast: '90', counts: [0, 0, 0], says: ['0/0', '不适用'] },
    { name: '8 of 10', atLeast: '80', counts: [8, 10, 0], says: ['8/10（80.00%）', '10 个中至少 8 个'] },
    { name: '7 of 10, one blank', atLeast: '80', counts: [7, 10, 1], says: ['70.00% 至 80.00%', '待定'] },
    { name: '6 of 10, one blank', atLeast: '80', counts: [6, 10, 1], says: ['不达标', '还差 2 个', '7/10（70.00%）'] },
    { name: '9 of 10, one blank', atLeast: '80', counts: [9, 10, 1], says: ['9/10（90.00%）', '即使都不符合也达标'] },
    { name: '159 of 200 at 80 %', atLeast: '80', counts: [159, 200, 0], says: ['159/200（79.50%）', '还差 1 个'] },
    { name: '199 of 200 at 100 %', atLeast: '100', counts: [199, 200, 0], says: ['199/200（99.50%）', '应达 100%（'] },
    { name: 'a fraction of a per cent', atLeast: '79.999', counts: [79_998, 100_000, 0], says: ['79.998%', '79.999%'] },
    { name: 'total unknown', atLeast: '80', counts: [7, null, null], says: ['7 个符合', '未报总数', '待定'] },
    { name: 'nothing submitted', atLeast: '80', counts: [null, null, null], says: ['均未报送', '待定'] },
  ] as const)('$name', ({ atLeast, counts, says }) => {
    const rule = ruleAt(atLeast);
    const sentence = zh(rule, finding(rule, counts));
    for (const part of ['标兵小区（依据：二）', ...says]) expect(sentence).toContain(part);
  });

  test('a summary says so and names no unit', () => {
    const rule = ruleAt('80');
    const counted = finding(rule, [7, 10, 0], { source: 'summary', failing: ['沙头角街道'] });
    expect(zh(rule, counted)).toContain('据汇总数');
    expect(zh(rule, counted)).not.toContain('沙头角街道');
  });
});

describe('witnesses', () => {
  const rule = ruleAt('80');

  test.each([
    { name: 'one', names: ['甲'], omitted: 0, zh: '有：甲。', en: 'not met by 甲.' },
    { name: 'three', names: ['甲', '乙', '丙'], omitted: 0, zh: '有：甲、乙、丙。', en: 'not met by 甲, 乙, 丙.' },
    {
      name: 'four',
      names: ['甲', '乙', '丙', '丁'],
      omitted: 0,
      zh: '有：甲、乙、丙等 4 个。',
      en: 'not met by 甲, 乙, 丙 and 1 more.',
    },
    { name: 'one listed of five', names: ['甲'], omitted: 4, zh: '有：甲等 5 个。', en: 'not met by 甲 and 4 more.' },
  ])('$name', ({ names, omitted, zh: chinese, en: english }) => {
    const failed = finding(rule, [1, 10, 0], { failing: names, omitted });
    expect(zh(rule, failed)).toContain(chinese);
    expect(en(rule, failed)).toContain(english);
  });

  test('the code stands for a name that is missing', () => {
    const failed = finding(rule, [0, 1, 0]);
    const witness: Witness = { code: '440', name: null, place: null, field: 'level', heading: null, text: null };
    const witnesses = { failing: [witness], unknown: [], omitted: { failing: 0, unknown: 0 } };
    expect(zh(rule, { ...failed, witnesses })).toContain('不符合的有：440');
  });
});

test('an advisory rule says from when it is required', () => {
  const rule = ruleAt('100', 2014);
  const advisory = finding(rule, [3, 4, 0], { obligation: 'advisory' });
  expect(zh(rule, advisory)).toContain('目标期内，2014 年起');
  expect(en(rule, advisory)).toContain('required from 2014');
  expect(zh(rule, finding(rule, [3, 4, 0]), 2014)).not.toContain('目标期内');
});

test.each([
  ['veto.pass', 'pass', '结果达标', 'passed'],
  ['veto.fail', 'fail', '一票否决', 'veto fails the year'],
  ['veto.blank', 'unknown', '未填', 'blank'],
  ['veto.column-absent', 'unknown', '没有本项的列', 'no column'],
  ['veto.not-submitted', 'unknown', '街道表没有报送或缺该街道', 'no streets table with this street was handed in'],
  ['rule.not-in-force', 'not-applicable', '2012 年起施行', 'from 2012'],
] as const)('%s', (reason, result, chinese, english) => {
  const rule: VetoRule = {
    ...base,
    kind: 'veto',
    id: 'v',
    clause: '四(四)',
    ...readClause('四(四)', { number: '' }),
    field: 'safety',
    passes: 'pass',
  };
  const witnesses = { failing: [], unknown: [], omitted: { failing: 0, unknown: 0 } };
  const veto: VetoFinding = {
    kind: 'veto',
    rule: 'v',
    obligation: 'required',
    result,
    clause: '四(四)',
    reason,
    witnesses,
  };
  const context = { year: 2011, from: 2012, nouns: nounsOf(scheme()) };
  expect(reasonOf(veto, rule, 'zh', context)).toContain(chinese);
  expect(reasonOf(veto, rule, 'zh', context)).toContain('依据：四(四)');
  expect(reasonOf(veto, rule, 'en', context)).toContain(english);
});

const counts = fc
  .integer({ min: 1, max: 3000 })
  .chain((of) => fc.tuple(fc.integer({ min: 0, max: of }), fc.constant(of)))
  .chain(([met, of]) => fc.tuple(fc.constant(met), fc.constant(of), fc.integer({ min: 0, max: of - met })));
/** Per cents with up to two places, often exactly what some counts reach. */
const target = fc.oneof(
  fc.constantFrom('80', '90', '100', '99.5', '33.33', '66.666667'),
  fc
    .integer({ min: 0, max: 10_000 })
    .map((hundredths) => `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`),
);

const micro = (percent: string): bigint => {
  const [whole = '0', places = ''] = percent.split('.');
  return BigInt(whole) * 1_000_000n + BigInt(places.padEnd(6, '0'));
};

test('the percentage printed first never contradicts the finding', () => {
  fc.assert(
    fc.property(counts, target, (given, atLeast) => {
      const rule = ruleAt(atLeast);
      const judged = finding(rule, given);
      for (const sentence of [zh(rule, judged), en(rule, judged)]) {
        const percent = /\d+\/\d+(?:（| \()(\d+\.\d+)%/.exec(sentence)?.[1];
        expect(percent).toBeDefined();
        expect(micro(percent!) >= micro(atLeast)).toBe(judged.result === 'pass');
      }
    }),
  );
});

test('the best case of an open share reaches the target, that of a missed one does not', () => {
  fc.assert(
    fc.property(counts, target, (given, atLeast) => {
      const rule = ruleAt(atLeast);
      const judged = finding(rule, given);
      fc.pre(judged.reason === 'share.unknown' || judged.reason === 'share.fail-despite-unknown');
      const percents = [...zh(rule, judged).matchAll(/(\d+\.\d+)%/g)].map(([, percent]) => micro(percent!));
      const best = percents.at(-1)!;
      expect(best >= micro(atLeast)).toBe(judged.reason === 'share.unknown');
    }),
  );
});
