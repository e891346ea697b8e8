import { expect, test } from 'vitest';
import { isSavedReport } from '../../src/intake/passed-over.ts';
import type { Assessment } from '../../src/model/assessment.ts';
import { district, refused } from '../report/builders.ts';
import { render } from '../report/render.ts';
import { utf16le } from './encode.ts';
import { inFolder, told } from './submission.ts';

const judged = (['pass', 'fail', 'unknown', 'not-applicable'] as const).map((verdict) => ({ ...district(), verdict }));
const asked = (['data', 'input', 'ruleset'] as const).map((refusal) => ({ ...refused(), refusal }));
const validated = (['data', 'input', 'ruleset', null] as const).map(
  (refusal): Assessment => ({ ...refused(), command: 'validate', refusal }),
);
const reports = [...judged, ...asked, ...validated].flatMap((assessment) =>
  (['zh', 'en'] as const).flatMap((language) =>
    [true, false].map((quiet) => ({
      name: `${assessment.command}, ${assessment.refusal ?? assessment.verdict}, ${language}${quiet ? ', quiet' : ''}`,
      assessment,
      context: { language, quiet },
    })),
  ),
);

test.each(reports)('a table report is known: $name', ({ assessment, context }) => {
  expect(isSavedReport(render('table', assessment, context))).toBe(true);
});

test.each(reports.slice(0, 2))('a JSON report is known: $name', ({ assessment, context }) => {
  expect(isSavedReport(render('json', assessment, context))).toBe(true);
});

test.each(reports)('a CSV report is known: $name', ({ assessment, context }) => {
  for (const summary of [true, false]) {
    expect(isSavedReport(render('csv', assessment, { ...context, summary }))).toBe(true);
  }
});

test('a verification is known', () =>
  expect(isSavedReport('{\n "format": "streetcheck-verification",\n "version": 1')).toBe(true));

test.each([
  '',
  '达标\n',
  '达标,不达标\n',
  '✓ 达标,✗ 不达标\n',
  '✓ 达标情况\n年度,街道\n',
  '无法评定：\n',
  '街道\n✓ 达标\n',
])('%j begins none', (head) => expect(isSavedReport(head)).toBe(false));

test.each(['a.txt', 'a.csv', 'a.yaml'])(
  'a report saved beside the data as %s does not spoil the next run',
  async (name) => {
    const data = '年度,街道,小区,创建等级\n2012,梅沙街道,一村,标兵\n';
    for (const language of ['zh', 'en'] as const) {
      const report = render('table', district(), { language });
      for (const saved of [report, `\ufeff${report}`, report.replaceAll('\n', '\r\n'), utf16le(report)]) {
        expect(told(await inFolder({ 'data.csv': data, [name]: saved }))).toEqual(['note input.saved-report']);
      }
    }
  },
);
