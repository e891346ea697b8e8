import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Assessment, Subject } from '../../src/model/assessment.ts';
import { visible } from '../../src/report/plain.ts';
import type { ReportContext } from '../../src/report/reporter.ts';
import { assessment, district, refused, share, subject, veto, witness, witnesses } from './builders.ts';
import { filledWith, refusedWith } from './filled-with.ts';
import { hostile } from './hostile.ts';
import { render } from './render.ts';

type Over = Partial<ReportContext>;

const reports: [string, Assessment, Over][] = [
  ['district', district(), {}],
  ['district-summary', district(), { summary: true }],
  ['refused', refused(), {}],
  ['fit', { ...district(), command: 'validate', verdict: null, subjects: [] }, {}],
];

test.each(
  reports.flatMap(([name, of, over]) =>
    (['zh', 'en'] as const).map((language) => [`${name}-${language}`, of, { ...over, language }] as const),
  ),
)('%s reads as in its golden file', async (name, of, over) => {
  await expect(render('csv', of, over)).toMatchFileSnapshot(`golden/${name}.csv`);
});

/** Read by RFC 4180, with nothing relaxed: every line ends in CRLF and all rows are as long as the first. */
const rowsOf = (csv: string): string[][] => parse(csv, { bom: true, record_delimiter: '\r\n' });

const recordsOf = (csv: string): Record<string, string>[] => {
  const [headings = [], ...rows] = rowsOf(csv);
  return rows.map((row) => Object.fromEntries(row.map((cell, index) => [headings[index]!, cell])));
};

/** What was written, as a spreadsheet shows it: without the one `'` in front of formulas and the `="…"` of digits. */
const shownIn = (cell: string): string =>
  /^="(\d+)"$/.exec(cell)?.[1] ?? cell.replace(/^'(?='*\s*[=+\-@＝＋－＠﹦﹢﹣﹫−])/u, '');

const summary = (of: Assessment, language: ReportContext['language'] = 'en') =>
  recordsOf(render('csv', of, { summary: true, language }));
const findings = (of: Assessment) => recordsOf(render('csv', of, { language: 'en' }));

test('a report is UTF-8 with BOM and CRLF, its headings in the language', () => {
  const csv = render('csv', district());
  expect(csv.startsWith('\ufeff年度,层级,代码,名称,评定,')).toBe(true);
  expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(rowsOf(render('csv', district(), { language: 'en' }))[0]).toContain('effective target');
});

test('there is a row per subject and rule, with the figures of the finding', () => {
  const of = district();
  const rows = findings(of);
  expect(rows).toHaveLength([...of.subjects].reduce((sum, each) => sum + each.findings.length, 0));
  expect(rows[0]).toMatchObject({
    year: '2012',
    scope: 'street',
    code: '440308001',
    name: '梅沙街道',
    verdict: 'fail',
    rule: 'model-compounds',
    'rule name': 'model compounds',
    clause: '二',
    obligation: 'required',
    result: 'fail',
    met: '6',
    of: '12',
    unknown: '1',
    'share (%)': '50.00',
    'share if all unknown meet it (%)': '58.33',
    'target (%)': '80',
    'effective target': '10',
    shortfall: '4',
    margin: '0',
  });
  expect(rows[0]!.records).toContain('samples/yantian-2012/compounds.csv:18:44');
  expect(rows[0]!.records).toMatch(/3 more$/);
});

test.each([
  ['199 of 200', [199, 200, 0], 'share.pass', '99.50', '99.50'],
  ['7 of 10 with one blank', [7, 10, 1], 'share.unknown', '70.00', '80.00'],
  ['0 of 0', [0, 0, 0], 'share.empty', '', ''],
  ['no total', [5, null, null], 'share.total-unknown', '', ''],
  ['nothing', [null, null, null], 'share.not-submitted', '', ''],
] as const)('the share of %s is cut off', (_, counts, reason, least, most) => {
  const finding = share('model-compounds', counts, reason);
  const [row] = findings(assessment({ subjects: [subject({ findings: [finding] })] }));
  expect(row).toMatchObject({ 'share (%)': least, 'share if all unknown meet it (%)': most });
});

test('the summary has a row per street, with its district, its vetoes and what is missing', () => {
  const rows = summary(district());
  expect(rows.map(({ code, district, verdict }) => [code, district, verdict])).toEqual([
    ['440308001', '盐田区', 'fail'],
    ['440308002', '盐田区', 'fail'],
    ['440308003', '盐田区', 'pass'],
    ['440308004', '盐田区', 'unknown'],
  ]);
  expect(rows[0]).toMatchObject({
    'model compounds: result': 'fail',
    'model compounds: met': '6',
    'model compounds: of': '12',
    'model compounds: share (%)': '50.00',
    'shares not reached': 'drug-free communities: 1 short; model compounds: 4 short, 1 not known',
  });
  expect(rows[1]).toMatchObject({
    vetoes: 'special assessment of safety',
    'verdict without vetoes': 'pass',
    'shares not reached': '',
  });
  expect(rows[3]!.undecided).toBe(
    'special assessment of stability: result left blank; ' +
      'criminal and security cases steady or falling: 2 short, 2 not known',
  );
});

test('the summary says which results do not decide', () => {
  const advisory = { obligation: 'advisory' } as const;
  const findings = [share('model-compounds', [1, 9], 'share.fail', advisory), veto('safety', 'veto.fail', advisory)];
  const of = assessment({ subjects: [subject({ findings: [...findings, veto('stability')] })] });
  expect(summary(of)[0]).toMatchObject({
    'model compounds: result': 'fail (advisory)',
    'special assessment of safety: result': 'fail (advisory)',
    'special assessment of stability: result': 'pass',
    'shares not reached': '',
    vetoes: '',
  });
  expect(summary(of, 'zh')[0]).toMatchObject({ '安全文明标兵小区：结论': '不达标（仅供参考）' });
});

test('streets belong to the district after them, and to none where none follows', () => {
  const street = (code: string): Subject => subject({ code });
  const whole = (code: string, name: string | null): Subject => subject({ scope: 'district', code, name });
  const subjects = [street('1'), street('2'), whole('A', '甲区'), street('3'), whole('B', null), street('4')];
  expect(summary(assessment({ subjects })).map(({ code, district }) => [code, district])).toEqual([
    ['1', '甲区'],
    ['2', '甲区'],
    ['3', 'B'],
    ['4', ''],
  ]);
});

test.each([
  ['nothing handed in', share('model-compounds', [null, null, null], 'share.not-submitted'), 'nothing handed in'],
  ['no total', share('model-compounds', [5, null, null], 'share.total-unknown'), 'no total handed in'],
  ['no column', share('model-compounds', [null, 5, 5], 'share.column-absent'), 'no such column in the register'],
  ['no streets table', veto('safety', 'veto.not-submitted'), 'no streets table handed in'],
] as const)('the summary says what is missing: %s', (_, finding, missing) => {
  const [row] = summary(assessment({ subjects: [subject({ findings: [finding] })] }));
  expect(row!.undecided).toMatch(new RegExp(`: ${missing}$`));
});

test('what is refused, and what is only validated, is a row per diagnostic', () => {
  expect(recordsOf(render('csv', refused(), { language: 'en', summary: true }))).toMatchObject([
    {
      severity: 'error',
      code: 'record.lossy-code',
      place: 'compounds.csv:7:1',
      text: '4.40308E+11',
      'see also': '',
    },
    {
      severity: 'error',
      code: 'unit.duplicate',
      place: 'samples/yantian-2012/communities.csv:9:1',
      text: '="440308003004"',
      'see also': 'samples/yantian-2012/communities.csv:4:1',
    },
    { severity: 'note', code: 'table.blank-rows', count: '3' },
  ]);
});

describe('cells', () => {
  const nameOf = (name: string): string => findings(assessment({ subjects: [subject({ name })] }))[0]!.name!;
  const codeOf = (code: string): string => findings(assessment({ subjects: [subject({ code })] }))[0]!.code!;

  test.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['＝1', "'＝1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠A', "'＠A"],
    ['  =1', "'  =1"],
    ['\u3000＝1', "'\u3000＝1"],
    ['\u00a0=1', "'\u00a0=1"],
    ["'=1", "''=1"],
    ['\t=1', '<U+0009>=1'],
    ['\r=1', '<U+000D>=1'],
    ['\u200b=1', '<U+200B>=1'],
    ['a=1', 'a=1'],
    ["'a", "'a"],
    ['沙头角"街道",甲', '沙头角"街道",甲'],
    [' a ', ' a '],
  ])('the name %j is written %j', (name, cell) => {
    expect(nameOf(name)).toBe(cell);
    expect(shownIn(cell)).toBe(visible(name));
  });

  test.each([
    ['440308001', '440308001'],
    ['44030800100', '44030800100'],
    ['440308001002', '="440308001002"'],
    ['440308001002003', '="440308001002003"'],
    ['012', '="012"'],
    ['0', '0'],
    ['1234567890123x', '1234567890123x'],
    ['="440308001002"', '\'="440308001002"'],
  ])('the code %s is written %s', (code, cell) => {
    expect(codeOf(code)).toBe(cell);
    expect(shownIn(cell)).toBe(code);
  });

  test.each(hostile)('%s comes back', (_, text) => {
    for (const over of [{}, { summary: true }]) {
      const [row] = recordsOf(render('csv', filledWith(text), { ...over, language: 'en' }));
      expect([row!.name ?? row!.street, row!.code].map((cell) => shownIn(cell!))).toEqual([
        visible(text),
        visible(text),
      ]);
    }
  });

  test('whatever the cells hold, none begins a formula and none is lost', () => {
    const beginning = fc.constantFrom('', ' ', '\u3000', "'", '\t', '"', '\r\n', ';', '\u200b', '=', '＋', '-', '@');
    const texts = fc.tuple(beginning, beginning, fc.string({ unit: 'binary', maxLength: 15 }));
    fc.assert(
      fc.property(texts, fc.boolean(), fc.boolean(), (parts, isSummary, isRefused) => {
        const text = parts.join('');
        const of = isRefused ? refusedWith(text) : filledWith(text);
        const cells = rowsOf(render('csv', of, { summary: isSummary })).flat();
        const formulas = cells.filter((cell) => /^\s*[=+\-@＝＋－＠\t\r]/.test(cell) && !/^="\d+"$/.test(cell));
        expect(formulas).toEqual([]);
        expect(cells.map(shownIn)).toContain(visible(text));
      }),
    );
  });
});

test('a street of witnesses has their places, those listed first', () => {
  const lists = witnesses({
    failing: [witness({ place: null }), witness(), witness(), witness()],
    omitted: { failing: 7, unknown: 0 },
  });
  const finding = share('drug-free-communities', [0, 11], 'share.fail', { witnesses: lists });
  const [row] = findings(assessment({ subjects: [subject({ findings: [finding] })] }));
  expect(row!.records!.split('; ')).toEqual([
    '440308003004 东和社区 无毒社区: 否',
    'samples/yantian-2012/communities.csv:18:44 440308003004 东和社区 无毒社区: 否',
    'samples/yantian-2012/communities.csv:18:44 440308003004 东和社区 无毒社区: 否',
    '8 more',
  ]);
});
