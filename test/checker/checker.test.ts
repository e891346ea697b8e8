import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeShort } from '../judge/write-short.ts';
import { SUBMISSIONS } from '../samples/folders.ts';
import { runMain } from '../samples/run-main.ts';

/** The checker that the README gives, which needs an interpreter that not every machine has. */
const [, checker = ''] =
  /^## Verify a report[\s\S]*?^```python\n([\s\S]*?)^```/m.exec(readFileSync('README.md', 'utf8')) ?? [];
const python = ['python3', 'python'].find((name) => spawnSync(name, ['-c', 'import json']).status === 0);

const folder = mkdtempSync(join(tmpdir(), 'streetcheck-'));
afterAll(() => rmSync(folder, { recursive: true }));
const [checkerFile, reportFile] = [join(folder, 'check.py'), join(folder, 'report.json')];

beforeAll(() => {
  writeFileSync(checkerFile, checker);
  if (python === undefined) console.warn('SKIPPED: there is no Python here; the checker of the README was not run.');
});

test('the checker is there, and on CI so is Python', () => {
  expect(checker.split('\n').length).toBeGreaterThan(12);
  if (process.env.CI) expect(python, 'the checker of the README needs python3').toBeDefined();
});

/** Whether the checker is content with a report; nothing where there is no Python. */
const check = (json: string): { accepted: boolean; told: string } | undefined => {
  if (python === undefined) return undefined;
  writeFileSync(reportFile, json);
  const { status, stdout, stderr } = spawnSync(python, [checkerFile, reportFile], { encoding: 'utf8' });
  return { accepted: status === 0, told: stdout + stderr };
};

const reportOf = async (...argv: string[]) => (await runMain([...argv, '--format', 'json'])).stdout;

test.each(SUBMISSIONS)('the figures of samples/%s add up', async (sample) => {
  for (const options of [[], ['--on-invalid', 'unknown']]) {
    const assessed = check(await reportOf('assess', `samples/${sample}`, '--witnesses', '0', ...options));
    if (assessed !== undefined) expect(assessed).toEqual({ accepted: true, told: '' });
  }
});

test.each([
  ['one street', ['--street', '梅沙街道']],
  ['a year before the scheme', ['--year', '2011']],
])('the figures of samples/yantian-2012 add up: %s', async (_, options) => {
  const found = check(await reportOf('assess', 'samples/yantian-2012', '--witnesses', '0', ...options));
  if (found !== undefined) expect(found).toEqual({ accepted: true, told: '' });
});

test('the figures of a register shorter than its declared total add up', async () => {
  const found = check(await reportOf('assess', writeShort(), '--witnesses', '0'));
  if (found !== undefined) expect(found).toEqual({ accepted: true, told: '' });
});

const WRONG: [string, string, string | RegExp, string][] = [
  ['a shortfall', 'failing', '"shortfall": 1', '"shortfall": 0'],
  ['a count', 'failing', '"met": 9', '"met": 8'],
  ['a target', 'failing', '"effectiveTarget": 8', '"effectiveTarget": 7'],
  ['a margin', 'passing', '"margin": 0', '"margin": 2'],
  ['a target in per cent', 'passing', '"atLeast": "80"', '"atLeast": "80.000001"'],
  ['a result', 'failing', '"result": "fail"', '"result": "pass"'],
  ['an open result', 'unknown', '"result": "unknown"', '"result": "pass"'],
  [
    'an obligation',
    'failing',
    /"veto",\n {5}"obligation": "required",\n {5}"result": "fail"/,
    '"veto",\n     "obligation": "advisory",\n     "result": "fail"',
  ],
  ['a verdict', 'failing', /"name": "秋实街道",\n {3}"verdict": "fail"/, '"name": "秋实街道",\n   "verdict": "pass"'],
  ['a verdict without vetoes', 'failing', '"verdictWithoutVetoes": "fail"', '"verdictWithoutVetoes": "pass"'],
  ['the overall verdict', 'failing', '"verdict": "fail"', '"verdict": "unknown"'],
  ['a total', 'failing', '"pass": 1', '"pass": 2'],
  ['a witness left out', 'failing', /"failing": \[\n {7}\{[\s\S]*?\n {7}\}(?:,|(?=\n))/, '"failing": ['],
  ['the bound of the lists', 'failing', '"witnesses": 0', '"witnesses": 20'],
];

test.each(WRONG)('a report is rejected: %s', async (_, sample, found, replacement) => {
  const json = await reportOf('assess', `samples/${sample}`, '--witnesses', '0');
  expect(json).toMatch(found);
  const altered = check(json.replace(found, replacement));
  if (altered !== undefined) {
    expect(altered.accepted).toBe(false);
    expect(altered.told).toMatch(/AssertionError|IndexError/);
  }
});
