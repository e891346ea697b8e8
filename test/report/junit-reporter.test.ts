import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Assessment, Finding } from '../../src/model/assessment.ts';
import { plain } from '../../src/report/plain.ts';
import { assessment, district, refused, share, subject, veto } from './builders.ts';
import { filledWith, refusedWith } from './filled-with.ts';
import { hostile } from './hostile.ts';
import { type JunitSuite, readJunit } from './read-junit.ts';
import { render } from './render.ts';

const fit = (): Assessment => ({ ...district(), command: 'validate', verdict: null, subjects: [] });
const refusedRuleset = (): Assessment =>
  assessment({ ruleset: null, refusal: 'ruleset', verdict: null, year: null, subjects: [], inputs: [] });

const reports: [string, Assessment][] = [
  ['district', district()],
  ['refused', refused()],
  ['fit', fit()],
];

test.each(
  reports.flatMap(([name, of]) =>
    (['zh', 'en'] as const).map((language) => [`${name}-${language}`, of, language] as const),
  ),
)('%s reads as in its golden file', async (name, of, language) => {
  await expect(render('junit', of, { language })).toMatchFileSnapshot(`golden/${name}.junit.xml`);
});

const read = (of: Assessment) => readJunit(render('junit', of, { language: 'en' }));

const counted = (suites: readonly JunitSuite[]) => {
  const outcomes = suites.flatMap(({ cases }) => cases.map(({ outcome }) => outcome));
  const count = (wanted: string) => outcomes.filter((outcome) => outcome === wanted).length;
  return { tests: outcomes.length, failures: count('failure'), errors: count('error'), skipped: count('skipped') };
};

test.each([...reports, ['a refused ruleset', refusedRuleset()] as const])('the counts of %s are right', (_, of) => {
  const { counts, suites } = read(of);
  for (const suite of suites) expect(suite.counts).toEqual(counted([suite]));
  const { skipped: _skipped, ...sums } = counted(suites);
  expect(counts).toEqual(sums);
});

test('there is a suite per subject and a case per rule', () => {
  const of = district();
  const { name, suites } = read(of);
  expect(name).toBe('streetcheck yantian-2011 2012');
  expect(suites.map((suite) => suite.name)).toEqual([
    'input data',
    '440308001 梅沙街道',
    '440308002 盐田街道',
    '440308003 沙头角街道',
    '440308004 海山街道',
    '440308 盐田区 (whole district)',
  ]);
  const rules = suites.slice(1).map(({ cases }) => cases.map((each) => each.name.split(' ')[0]));
  expect(rules).toEqual([...of.subjects].map(({ findings }) => findings.map(({ rule }) => rule)));
  expect(suites[1]!.cases[0]).toMatchObject({ classname: 'yantian-2011.440308001 梅沙街道', outcome: 'failure' });
});

test.each<[string, Finding, string | null, string | null]>([
  ['a pass', share('case-trend', [7, 7]), null, null],
  ['a fail', share('case-trend', [6, 7], 'share.fail'), 'failure', 'share.fail'],
  ['a veto', veto('safety', 'veto.fail'), 'failure', 'veto.fail'],
  ['an open share', share('model-compounds', [7, 10, 1], 'share.unknown'), 'error', 'unknown'],
  ['a blank veto', veto('safety', 'veto.blank'), 'error', 'unknown'],
  ['an empty share', share('case-trend', [0, 0], 'share.empty'), 'skipped', 'share.empty'],
  ['a rule not in force', veto('safety', 'rule.not-in-force'), 'skipped', 'rule.not-in-force'],
  ['an advisory pass', share('case-trend', [7, 7], 'share.pass', { obligation: 'advisory' }), 'skipped', 'share.pass'],
  ['an advisory fail', share('case-trend', [6, 7], 'share.fail', { obligation: 'advisory' }), 'skipped', 'share.fail'],
  [
    'an advisory open share',
    share('model-compounds', [7, 10, 1], 'share.unknown', { obligation: 'advisory' }),
    'skipped',
    'share.unknown',
  ],
])('%s of a street', (_, finding, outcome, type) => {
  const { suites } = read(assessment({ subjects: [subject({ findings: [finding] })] }));
  expect(suites[1]!.cases).toMatchObject([{ outcome, type }]);
  if (outcome !== null) expect(suites[1]!.cases[0]!.message).toMatch(/\(clause .+\): .+\.$/);
});

test.each([
  ['passes', share('case-trend', [7, 7]), null],
  ['fails', share('case-trend', [6, 7], 'share.fail'), 'skipped'],
  ['is open', share('model-compounds', [7, 10, 1], 'share.unknown'), 'skipped'],
])('a district that %s does not decide', (_, finding, outcome) => {
  const { suites } = read(assessment({ subjects: [subject({ scope: 'district', findings: [finding] })] }));
  expect(suites[1]!.cases).toMatchObject([{ outcome }]);
  if (outcome !== null) expect(suites[1]!.cases[0]!.message).toMatch(/^whole district, does not decide: /);
});

test('a failure has its reason, its remedy and its records as places', () => {
  const [first] = read(district()).suites[1]!.cases;
  const lines = first!.text.split('\n');
  expect(lines[0]).toBe(first!.message);
  expect(lines[1]).toMatch(/^What to do: /);
  expect(lines).toContain('samples/yantian-2012/compounds.csv:18:44  4403080030018001 大梅沙海景花园  创建等级: 先进');
  expect(lines.at(-1)).toBe('2 more records');
});

test('invalid data is a suite with an error for each error, and the rest as output', () => {
  const { suites } = read(refused());
  expect(suites).toHaveLength(1);
  expect(suites[0]).toMatchObject({
    counts: { tests: 2, failures: 0, errors: 2, skipped: 0 },
    cases: [
      { name: 'compounds.csv:7:1 record.lossy-code', outcome: 'error', type: 'record.lossy-code' },
      { name: 'samples/yantian-2012/communities.csv:9:1 unit.duplicate', outcome: 'error', type: 'unit.duplicate' },
    ],
    output: expect.stringContaining('table.blank-rows'),
  });
});

test('data that is fit is one case that passes', () => {
  expect(read(fit()).suites).toMatchObject([{ cases: [{ outcome: null }], counts: { tests: 1, errors: 0 } }]);
});

test.each(hostile)('%s comes back', (_, text) => {
  const { suites } = read(filledWith(text));
  const shown = plain(text);
  expect(suites[1]!.name).toBe(text === '' ? '(no name)' : `${shown} ${shown}`);
  expect(suites[1]!.cases[1]!.text).toContain(shown);
  expect(readJunit(render('junit', refusedWith(text))).suites[0]!.cases.length).toBeGreaterThan(0);
});

test('whatever the cells hold, it is valid XML with right counts', () => {
  const unit = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 3 }),
    fc.constantFrom(']]>', '\ufffe', '\uffff', '&#0;'),
  );
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 10 }), fc.boolean(), (parts, isRefused) => {
      const text = parts.join('');
      const { suites } = read(isRefused ? refusedWith(text) : filledWith(text));
      for (const suite of suites) expect(suite.counts).toEqual(counted([suite]));
    }),
  );
});

test.each([
  ['an unknown element', '<testsuites name="a" tests="0" failures="0" errors="0"><suite/></testsuites>'],
  ['no suite', '<testsuites name="a" tests="0" failures="0" errors="0"/>'],
  ['a character that is not XML', render('junit', district()).replace('梅沙', '\u0001')],
  ['a count that is no number', render('junit', district()).replace(/tests="\d+"/, 'tests="all"')],
  ['two outcomes of a case', render('junit', district()).replace('</failure>', '</failure><skipped/>')],
])('the reader of this test rejects %s', (_, xml) => {
  expect(() => readJunit(xml)).toThrow();
});
