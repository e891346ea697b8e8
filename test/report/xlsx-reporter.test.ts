import fc from 'fast-check';
import { XmlDocument } from 'libxml2-wasm';
import { expect, test } from 'vitest';
import { reaches } from '../../src/model/share.ts';
import { tableSheets } from '../../src/report/xlsx/table-sheets.ts';
import { writeWorkbook } from '../../src/workbook/write-workbook.ts';
import { unzip } from '../form/unzip.ts';
import { readWorkbook, rowsOf } from '../workbook/read-workbook.ts';
import { assessment, district, refused, share, subject } from './builders.ts';
import { filledWith, refusedWith } from './filled-with.ts';
import { hostile } from './hostile.ts';
import { renderWorkbook } from './render.ts';

const tablesOf = (bytes: Buffer): string =>
  readWorkbook(bytes)
    .map((sheet) => {
      const rows = rowsOf(sheet).map(
        (cells) =>
          `| ${cells.map((cell) => (cell === null ? '' : typeof cell === 'number' ? cell : `“${cell}”`)).join(' | ')} |`,
      );
      return `## ${sheet.name}\n\n${rows.join('\n')}\n`;
    })
    .join('\n');

test.each(['zh', 'en'] as const)('an assessment as a workbook (%s)', async (language) => {
  const bytes = renderWorkbook(district(), { language });
  await expect(tablesOf(bytes)).toMatchFileSnapshot(`golden/xlsx.${language}.md`);
});

test('a refusal is its data problems alone, and says how to get the cells marked', () => {
  const [sheet, ...others] = readWorkbook(renderWorkbook(refused(), { language: 'zh' }));
  expect(others).toEqual([]);
  expect(sheet!.name).toBe('数据问题');
  expect(rowsOf(sheet!).flat().join('\n')).toContain('validate 命令加 -o 改错表.xlsx');
});

test('every finding has its row, and every street, whatever the district it is in', () => {
  const of = district();
  const [summary, findings] = readWorkbook(renderWorkbook(of, { language: 'en' }));
  const subjects = [...of.subjects];
  const below = (rows: readonly unknown[][], heading: string) =>
    rows.slice(rows.findIndex((row) => row.includes(heading)) + 1);
  expect(below(rowsOf(findings!), 'result')).toHaveLength(subjects.flatMap((each) => each.findings).length);
  expect(below(rowsOf(summary!), 'met')).toHaveLength(subjects.filter(({ scope }) => scope === 'street').length);
});

test('the same result is the same bytes', () => {
  for (const of of [district(), refused(), assessment({ subjects: [], verdict: 'not-applicable' })]) {
    expect(renderWorkbook(of).equals(renderWorkbook(of))).toBe(true);
  }
});

const counts = fc
  .tuple(fc.nat({ max: 3_000_000 }), fc.nat({ max: 3_000_000 }))
  .map(([a, b]) => [Math.min(a, b), Math.max(a, b, 1)] as const);

test('a rate is a number that never reaches a target which the counts miss, also as it is shown', () => {
  fc.assert(
    fc.property(counts, fc.constantFrom('80', '90', '99.5', '66.6667', '99.999999', '100'), ([met, of], atLeast) => {
      const finding = { ...share('model-compounds', [met, of, 0], 'share.fail'), target: { atLeast } };
      const [, findings] = readWorkbook(
        renderWorkbook(assessment({ verdict: 'fail', subjects: [subject({ findings: [finding] })] }), {
          language: 'en',
        }),
      );
      const rows = rowsOf(findings!);
      const headings = rows.find((row) => row.includes('result'))!;
      const cell = (heading: string) => rows.at(-1)![headings.indexOf(heading)];
      expect(cell('met')).toBe(met);
      expect(cell('of')).toBe(of);
      expect(cell('target (%)')).toBe(Number(atLeast));
      expect((cell('share (%)') as number) >= Number(atLeast)).toBe(reaches(met, of, { atLeast }));
    }),
    { numRuns: 200 },
  );
});

test.each(hostile)('a workbook survives %s: well-formed, no formula, no cell longer than one holds', (_, text) => {
  for (const of of [filledWith(text), refusedWith(text)]) {
    const bytes = renderWorkbook(of);
    for (const xml of unzip(bytes).values()) XmlDocument.fromString(xml).dispose();
    for (const { cells, xml } of readWorkbook(bytes)) {
      expect(xml).not.toContain('<f>');
      for (const { value } of cells.values()) {
        if (typeof value === 'string') expect(value.length).toBeLessThanOrEqual(32_767);
      }
    }
  }
});

test('a full sheet goes on in the next, under the same headings', () => {
  const columns = [
    { heading: 'a', cell: (nth: number) => nth, sheet: { kind: 'count', width: 8, group: 'both' } },
    { heading: 'b', cell: () => null, sheet: { kind: 'count', width: 8, group: 'both' } },
  ] as const;
  const table = {
    title: 'long',
    language: 'en',
    above: ['title'],
    columns,
    rows: [1, 2, 3, 4, 5],
    isFirst: true,
  } as const;
  const sheets = tableSheets(table, 5).map((each, at) => ({ ...each, name: `${at}` }));
  const bytes = Buffer.concat([...writeWorkbook(sheets)]);
  const head = [['title'], ['both'], ['a', 'b']];
  expect(readWorkbook(bytes).map(rowsOf)).toEqual([
    [...head, [1], [2]],
    [...head, [3], [4]],
    [...head, [5]],
  ]);
  expect(readWorkbook(bytes).map(({ xml }) => /<autoFilter ref="(.*?)"/.exec(xml)![1])).toEqual([
    'A3:B5',
    'A3:B5',
    'A3:B4',
  ]);
});
