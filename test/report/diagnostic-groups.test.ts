import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/diagnostics/diagnostics.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { diagnosticGroups } from '../../src/report/diagnostic-list.ts';
import { assessment, refused } from './builders.ts';
import { render } from './render.ts';

const KNOWN = ['标兵', '先进', 'model'];
const at = (line: number, text: string, path = 'a.csv', column = 5): Diagnostic =>
  diagnose('record.unknown-value', { heading: '创建等级', known: KNOWN }, { place: { path, line, column }, text });

const shown = (diagnostics: readonly Diagnostic[]) =>
  diagnosticGroups(diagnostics).map(({ first, next, more }) => [
    ...[first.code, first.text, first.place?.line, first.count],
    ...[next.map(({ path, line }) => `${path}:${line}`).join(' '), more],
  ]);

const BAD = 'record.unknown-value';

describe('what says the same of several places', () => {
  test('two mistakes in 540 rows are two entries', () => {
    const rows = Array.from({ length: 540 }, (_, row) => at(row + 2, row % 3 === 2 ? '先进？' : '标兵？'));
    expect(shown(rows)).toEqual([
      [BAD, '标兵？', 2, 360, 'a.csv:3 a.csv:5 a.csv:6', 356],
      [BAD, '先进？', 4, 180, 'a.csv:7 a.csv:10 a.csv:13', 176],
    ]);
  });

  test.each<[string, readonly Diagnostic[], readonly unknown[][]]>([
    [
      'another text',
      [at(2, 'x'), at(3, 'y')],
      [
        [BAD, 'x', 2, 1, '', 0],
        [BAD, 'y', 3, 1, '', 0],
      ],
    ],
    ['another file', [at(2, 'x'), at(3, 'x', 'b.csv')], [[BAD, 'x', 2, 2, 'b.csv:3', 0]]],
    [
      'another severity',
      [at(2, 'x'), { ...at(3, 'x'), severity: 'warning' }],
      [
        [BAD, 'x', 2, 1, '', 0],
        [BAD, 'x', 3, 1, '', 0],
      ],
    ],
    [
      'another column',
      [at(2, 'x'), { ...at(3, 'x'), params: { heading: '无毒社区', known: KNOWN } }],
      [
        [BAD, 'x', 2, 1, '', 0],
        [BAD, 'x', 3, 1, '', 0],
      ],
    ],
  ])('%s', (_, diagnostics, expected) => {
    expect(shown(diagnostics)).toEqual(expected);
  });

  test('more than twenty texts in one column have one cause, and are counted from there', () => {
    const rows = Array.from({ length: 50 }, (_, row) => at(row + 2, `等级${row}`));
    const groups = shown([...rows, at(60, '另一列', 'a.csv', 9)]);
    expect(groups).toHaveLength(22);
    expect(groups.at(-1)).toEqual(['diagnostics.more', null, 22, 1, 'a.csv:23 a.csv:24 a.csv:25', 26]);
    expect(diagnosticGroups(rows).at(-1)!.first.params).toEqual({ code: BAD, more: 30 });
  });

  test('is one entry in every format for people, and each by itself in those for machines', () => {
    const rows = Array.from({ length: 30 }, (_, row) => at(row + 2, '好'));
    const of = { ...refused(), diagnostics: rows };
    const count = (format: Parameters<typeof render>[0]) =>
      render(format, of, { language: 'zh' }).split('“好”').length - 1;
    expect((['table', 'markdown', 'github'] as const).map(count)).toEqual([1, 1, 1]);
    expect(JSON.parse(render('json', of)).diagnostics).toHaveLength(30);
    expect(JSON.parse(render('sarif', of)).runs[0].results).toHaveLength(30);
    expect(render('table', of)).toMatch(/（共 30\s+处）\n {4}另见：3:5、4:5、5:5 等\n/);
  });
});

describe('notes', () => {
  const of = assessment({
    diagnostics: [diagnose('table.blank-rows', {}, { place: { path: 'a.csv', line: 2, column: 1 } })],
  });
  test.each(['table', 'markdown', 'github', 'junit'] as const)(
    'are a line with their number in %s, or listed',
    (format) => {
      const folded = render(format, of, { notes: false });
      expect(folded).toContain('提示 1 条');
      expect(folded).not.toContain('table.blank-rows');
      expect(render(format, of)).toContain('table.blank-rows');
    },
  );
});

test('a SARIF run has no more results than are taken, and says how many it leaves out', () => {
  const results = (length: number) => {
    const of = { ...refused(), diagnostics: Array.from({ length }, (_, row) => at(row + 2, `x${row}`)) };
    return JSON.parse(render('sarif', of)).runs[0].results as { ruleId: string; properties: { count: number } }[];
  };
  expect(results(25_000).map(({ ruleId }) => ruleId)).not.toContain('diagnostics.more');
  const bounded = results(25_010);
  expect(bounded).toHaveLength(25_000);
  expect(bounded.at(-1)).toMatchObject({ ruleId: 'diagnostics.more', properties: { count: 11 } });
});
