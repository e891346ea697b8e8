import { expect, test } from 'vitest';
import type { Assessment, ShareFinding, Subject } from '../../src/model/assessment.ts';
import { widthOf } from '../../src/model/width.ts';
import type { ReportContext } from '../../src/report/reporter.ts';
import { assessment, district, refused, ruleset, share, subject, veto } from './builders.ts';
import { render } from './render.ts';

const inBothLanguages = (name: string, of: Assessment, over: Partial<ReportContext> = {}) =>
  (['zh', 'en'] as const).map((language) => [`${name}-${language}`, of, { language, ...over }] as const);

test.each([
  ...inBothLanguages('district-80', district()),
  ...inBothLanguages('district-120', district(), { width: 120 }),
  ...inBothLanguages('district-40', district(), { width: 40 }),
  ...inBothLanguages('district-quiet', district(), { quiet: true }),
  ...inBothLanguages('refused-80', refused()),
  ...inBothLanguages('unfit-80', { ...refused(), command: 'validate' }),
  ...inBothLanguages('fit-80', { ...district(), command: 'validate', verdict: null, subjects: [] }),
])('%s reads as in its golden file', async (name, of, over) => {
  await expect(render('table', of, over)).toMatchFileSnapshot(`golden/${name}.txt`);
});

const gridOf = (findings: Subject['findings'], over: Partial<ReportContext> = {}): string => {
  const text = render('table', assessment({ subjects: [subject({ findings })] }), over);
  return text.slice(text.indexOf('─\n') + 2, text.indexOf('\n\n', text.indexOf('─\n')));
};

test.each<[string, ShareFinding, string[]]>([
  ['7 of 7', share('case-trend', [7, 7]), ['✓ 7/7', '100.00%']],
  ['6 of 7', share('case-trend', [6, 7], 'share.fail'), ['✗ 6/7', '85.71%']],
  ['0 of 7', share('case-trend', [0, 7], 'share.fail'), ['✗ 0/7', '0.00%']],
  ['8 of 10', share('model-compounds', [8, 10]), ['✓ 8/10', '80.00%']],
  ['7 of 10 with one blank', share('model-compounds', [7, 10, 1], 'share.unknown'), ['? 7~8/10', '70.00~80.00%']],
  ['159 of 200', share('model-compounds', [159, 200], 'share.fail'), ['✗ 159/200', '79.50%']],
  ['199 of 200', share('drug-free-communities', [199, 200], 'share.fail'), ['✗ 199/200', '99.50%']],
  ['0 of 0', share('case-trend', [0, 0], 'share.empty'), ['– 0/0']],
  ['nothing submitted', share('case-trend', [null, null, null], 'share.not-submitted'), ['?']],
  ['no total', share('case-trend', [5, null, null], 'share.total-unknown'), ['? 5/?']],
  ['not in force', share('case-trend', [7, 7], 'rule.not-in-force'), ['–']],
  ['advisory', share('case-trend', [6, 7], 'share.fail', { obligation: 'advisory' }), ['✗* 6/7', '85.71%']],
])('the grid shows %s with its figures and mark', (_, finding, lines) => {
  const grid = gridOf([finding], { width: 120 });
  for (const line of lines) expect(grid).toContain(line);
  if (lines.length === 1) expect(grid).not.toContain('%');
});

test.each([
  ['pass', veto('safety'), '✓'],
  ['fail', veto('safety', 'veto.fail'), '✗'],
  ['blank', veto('safety', 'veto.blank'), '?'],
])('the grid shows a veto that is %s by its mark', (_, finding, mark) => {
  const row = gridOf([finding], { width: 120 }).split('\n')[0]!;
  expect(row.replace('✓ 达标', '')).toContain(mark);
});

const columnsOf = (line: string, pattern: RegExp): number[] =>
  [...line.matchAll(pattern)].map(({ index }) => widthOf(line.slice(0, index)));

test.each([
  [80, 'zh'],
  [120, 'zh'],
  [80, 'en'],
  [120, 'en'],
] as const)('the marks of the grid stand under its headings at %i columns in %s', (width, language) => {
  const lines = render('table', district(), { width, language }).split('\n');
  const head = lines.findLast((line) => /^(街道|Street) /.test(line))!;
  const headings = columnsOf(head, /(?<= )\S/g);
  const marks = lines
    .slice(lines.indexOf(head))
    .filter((line) => /^\S+街道 /.test(line))
    .map((line) => columnsOf(line, /(?<= )[✓✗?] ?/g));
  expect(marks).toHaveLength(4);
  for (const row of marks) {
    expect(row).toEqual(marks[0]);
    expect(headings).toEqual(expect.arrayContaining(row));
  }
  expect(marks[0]!.length).toBeGreaterThanOrEqual(8);
});

test('the heading of the grid stands once over any number of streets', () => {
  const text = render('table', assessment({ subjects: Array.from({ length: 250 }, () => subject()) }));
  expect(text.match(/^街道 .*评定/gm)).toHaveLength(1);
  expect(text.match(/^沙头角街道/gm)).toHaveLength(250);
});

test('a target with many decimals is shown with as many', () => {
  const target = { atLeast: '79.9999' };
  const rules = ruleset().rules.map((rule) => (rule.id === 'case-trend' ? { ...rule, target } : rule));
  const finding = share('case-trend', [799_998, 1_000_000], 'share.fail', { target });
  const text = render(
    'table',
    assessment({ ruleset: ruleset({ rules }), subjects: [subject({ findings: [finding] })] }),
    { width: 120 },
  );
  expect(text).toContain('79.9998%');
});

test('quiet does not walk the subjects', () => {
  const of: Assessment = {
    ...district(),
    get subjects(): never {
      throw new Error('walked');
    },
  };
  expect(render('table', of, { quiet: true })).toContain('✗ 不达标 2');
});

test('a street that passes has no reasons, whatever witnesses its findings have', () => {
  expect(render('table', assessment())).not.toContain('逐项说明');
});

test('a veto that alone decides is told apart', () => {
  expect(render('table', district())).toMatch(/盐田街道：不达标.*不计一票否决则为：达标/);
});

test('color adds nothing but color', () => {
  const colored = render('table', district(), { color: true });
  expect(colored).toContain('\u001b[31m');
  expect(colored.replaceAll(/\u001b\[\d+m/g, '')).toBe(render('table', district()));
});
