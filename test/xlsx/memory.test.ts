import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { MOST, peakOf } from '../process/peak.ts';
import { bombs } from './hostile-files.ts';
import { workbook } from './workbook.ts';

const folder = mkdtempSync(join(tmpdir(), 'streetcheck-'));
afterAll(() => rmSync(folder, { recursive: true }));

const written = (bytes: Buffer): string => {
  const file = join(folder, 'a.xlsx');
  writeFileSync(file, bytes);
  return file;
};

test.runIf(process.platform === 'linux').each(bombs)('$name takes little memory', ({ bytes }) => {
  const { codes, peak } = peakOf(written(bytes()));
  expect(codes).toEqual([expect.stringMatching(/^xlsx\./)]);
  expect(peak).toBeLessThan(MOST / 2);
});

test.runIf(process.platform === 'linux')('a large sheet is not held whole', () => {
  const headings = ['年度', '街道代码', '街道', '小区代码', '小区', '创建等级', ...'一二三四五六七八九'];
  const filler = Array.from({ length: 9 }, (_, at) => at * 1234);
  const rows = Array.from({ length: 60_000 }, (_, at) => [
    ...[2012, 440308003, '沙头角街道', 440308003000000 + at, `花园小区${at}号院`, '标兵'],
    ...filler.map((value) => value + at),
  ]);
  const { codes, records, peak } = peakOf(written(workbook({ name: 'S', rows: [headings, ...rows] })));
  expect(codes.filter((code) => code !== 'xlsx.number-code')).toEqual(['table.columns-ignored']);
  expect(records).toBe(60_000);
  expect(peak).toBeLessThan(MOST / 2);
});
