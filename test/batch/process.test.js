import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { generateBatch } from '../bench/batch.js';
import { assertReport } from '../report/report-schema.ts';
import { assertLines } from './submission-schema.ts';

const SUBMISSIONS = 1000;

let folder = '';
/** @type {string[]} */
let names = [];
let broken = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'streetcheck-'));
  generateBatch({ submissions: SUBMISSIONS, seed: 7, out: folder });
  names = readdirSync(folder).sort();
  broken = names[500];
  writeFileSync(join(folder, broken, 'compounds.csv'), '年度,街道代码,小区编号,小区名称\n2012,4.40308E+08,1,一村\n');
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

/** So little that what a thousand submissions left behind would not fit. */
const LITTLE = ['--max-old-space-size=24', '--max-semi-space-size=2'];
const PROGRAM = [...LITTLE, 'bin/streetcheck.js', 'assess', '--each'];

test('a thousand submissions are a thousand lines, one of them refused, and hold no room', { timeout: 120_000 }, () => {
  const args = [...PROGRAM, folder, '--format', 'jsonl'];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 26 });
  expect({ status, stderr }).toEqual({ status: 65, stderr: '' });
  const lines = assertLines(stdout);
  expect(lines.map(({ name }) => name)).toEqual(names);
  expect(lines.filter(({ refusal }) => refusal !== null).map(({ name }) => name)).toEqual([broken]);
});

test.runIf(process.platform !== 'win32')(
  'stopped by a signal, it leaves whole lines and whole reports, and nothing half',
  { timeout: 120_000 },
  async () => {
    const out = mkdtempSync(join(tmpdir(), 'streetcheck-'));
    const more = ['--format', 'jsonl', '--format', 'json', '--output', join(out, '{name}.json'), '--lang', 'en'];
    const run = spawn(process.execPath, [...PROGRAM, folder, ...more]);
    const written = { stdout: '', stderr: '' };
    const told = new Promise((resolve) => {
      run.stdout.on('data', (text) => {
        written.stdout += text;
        resolve();
      });
    });
    run.stderr.on('data', (text) => {
      written.stderr += text;
    });
    const ended = new Promise((resolve) => run.on('close', resolve));
    await told;
    run.kill('SIGINT');
    expect(await ended).toBe(130);
    const lines = assertLines(written.stdout);
    expect(lines.length).toBeLessThan(SUBMISSIONS);
    expect(written.stderr).toMatch(/^streetcheck: Interrupted: \d+ of 1000 submissions are judged/u);
    const reports = readdirSync(out);
    expect(reports.length).toBeGreaterThan(0);
    for (const name of reports) {
      expect(name).toMatch(/^\d+\.json$/u);
      assertReport(readFileSync(join(out, name), 'utf8'));
    }
    rmSync(out, { recursive: true });
  },
);
