import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { assertReport } from '../report/report-schema.ts';
import { runMain } from '../samples/run-main.ts';
import { workbook } from './workbook.ts';

const SAMPLE = 'samples/office-xlsx';
const folder = mkdtempSync(join(tmpdir(), 'streetcheck-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The blank count of cases. */
const CELL = '社区台账.xlsx#社区!K7';

test.each(['table', 'markdown', 'csv', 'junit', 'github', 'html'])(
  '%s names the sheet and the cell',
  async (format) => {
    const { code, stdout } = await runMain(['assess', SAMPLE, '--format', format, '--lang', 'en']);
    expect(code).toBe(2);
    expect(stdout).toContain(CELL);
    expect(stdout).not.toMatch(/\.xlsx#[^\s!]*:\d+:\d+/);
  },
);

test('SARIF names the file, and sheet and cell in the message', async () => {
  const { stdout } = await runMain(['assess', SAMPLE, '--format', 'sarif', '--sarif-all', '--lang', 'en']);
  const { runs } = JSON.parse(stdout);
  expect(runs[0].artifacts).toHaveLength(3);
  const uris = new Set(
    runs
      .flatMap(({ results }: { results: readonly object[] }) => results)
      .map(({ locations }: { locations: readonly { physicalLocation: { artifactLocation: { uri: string } } }[] }) =>
        decodeURIComponent(locations[0]!.physicalLocation.artifactLocation.uri),
      ),
  );
  expect([...uris].sort()).toEqual([
    'samples/office-xlsx/专项考核.xlsx',
    'samples/office-xlsx/小区台账.xlsx',
    'samples/office-xlsx/社区台账.xlsx',
  ]);
  expect(stdout).toContain(`${CELL}`);
});

test('errors name the sheet and the cell, hostile names cannot steer the terminal', async () => {
  const file = join(folder, 'a.xlsx');
  const name = '小区\u001b[31m\u202e';
  writeFileSync(
    file,
    workbook({
      name,
      rows: [
        ['年度', '街道', '小区', '创建等级'],
        [2012, '梅沙街道', '一村', '优秀'],
      ],
    }),
  );
  for (const format of ['table', 'markdown', 'csv', 'github']) {
    const { code, stdout } = await runMain(['assess', file, '--format', format, '--lang', 'en']);
    expect(code).toBe(65);
    expect(stdout).toContain('<U+001B>[31m<U+202E>!D2');
    expect(stdout).not.toContain('\u202e');
  }
});

test('a saved report is rendered again with its cells, and verified', async () => {
  const report = join(folder, 'report.json');
  await runMain(['assess', SAMPLE, '--format', 'json', '--output', report]);
  expect(assertReport(readFileSync(report, 'utf8'))).toMatchObject({ verdict: 'unknown' });
  const again = await runMain(['report', report, '--lang', 'en']);
  expect(again.stdout).toContain(CELL);
  expect(await runMain(['verify', report, SAMPLE])).toMatchObject({ code: 0, stderr: '' });
});

test('sheets in another order than recorded are verified in the recorded one', async () => {
  const file = join(folder, 'two.xlsx');
  const headings = ['年度', '街道', '小区', '创建等级'];
  const sheet = (name: string) => ({ name, rows: [headings, [2012, '梅沙街道', name, '标兵']] });
  writeFileSync(file, workbook(sheet('一村'), sheet('二村')));
  const report = join(folder, 'two.json');
  const first = await runMain(['assess', `${file}#二村`, `${file}#一村`, '--format', 'json', '--output', report]);
  expect(first.stderr).toBe('');
  expect(await runMain(['verify', report, `${file}#一村`, `${file}#二村`])).toMatchObject({ code: 0 });
  expect(await runMain(['verify', report, `${file}#二村`, file])).toMatchObject({ code: 0 });
});

test('a plan names the cells that are missing', async () => {
  const { code, stdout } = await runMain(['plan', SAMPLE, '--lang', 'en']);
  expect(code).toBe(2);
  expect(stdout).toContain(CELL);
});

test('no report is written over a workbook', async () => {
  const file = join(folder, 'own.xlsx');
  const bytes = workbook({
    name: 'S',
    rows: [
      ['年度', '街道', '小区', '创建等级'],
      [2012, '梅沙街道', '一村', '标兵'],
    ],
  });
  writeFileSync(file, bytes);
  const { code } = await runMain(['assess', `${file}#S`, '--format', 'json', '--output', file]);
  expect(code).toBe(64);
  expect(readFileSync(file).equals(bytes)).toBe(true);
});
