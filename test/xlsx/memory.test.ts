import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { bombs } from './hostile-files.ts';
import { workbook } from './workbook.ts';

const folder = mkdtempSync(join(tmpdir(), 'streetcheck-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** In KiB: what any file may take. */
const MOST = 400 * 1024;

/** Assesses in a process of its own; prints what was found and the most memory that it held, in KiB, as Linux counts. */
const SCRIPT = `
const { assess } = await import(${JSON.stringify(pathToFileURL('dist/index.js').href)});
const assessment = await assess({ paths: [process.argv[1]], year: 2012 });
assessment.close();
const codes = assessment.diagnostics.map(({ code }) => code);
const { readFileSync } = await import('node:fs');
// The most of \`resourceUsage\` may be that of the process it was forked from.
const peak = Number(/VmHWM:\\s*(\\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))[1]);
console.log(JSON.stringify({ codes, records: assessment.totals.records, peak }));
`;

const peakOf = (bytes: Buffer) => {
  const file = join(folder, 'a.xlsx');
  writeFileSync(file, bytes);
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', SCRIPT, file], {
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  return JSON.parse(stdout) as { readonly codes: readonly string[]; readonly records: number; readonly peak: number };
};

test.runIf(process.platform === 'linux').each(bombs)('$name takes little memory', ({ bytes }) => {
  const { codes, peak } = peakOf(bytes());
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
  const { codes, records, peak } = peakOf(workbook({ name: 'S', rows: [headings, ...rows] }));
  expect(codes.filter((code) => code !== 'xlsx.number-code')).toEqual(['table.columns-ignored']);
  expect(records).toBe(60_000);
  expect(peak).toBeLessThan(MOST / 2);
});
