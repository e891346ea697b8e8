import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countWarnings, diagnose } from '../../src/diagnostics/diagnostics.ts';
import { runMain } from '../samples/run-main.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'streetcheck-'));
  cpSync('samples/passing', folder, { recursive: true });
  cpSync('samples/passing/compounds.csv', join(folder, 'compounds.csv.bak'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const SAID = /--max-warnings/;

test.each([
  { command: 'assess', options: [], code: 0, told: false },
  { command: 'assess', options: ['--max-warnings', '1'], code: 0, told: false },
  { command: 'assess', options: ['--max-warnings', '0'], code: 65, told: true },
  { command: 'assess', options: ['--max-warnings', '0', '--quiet'], code: 65, told: true },
  { command: 'assess', options: ['--max-warnings', '0', '--format', 'json'], code: 65, told: false },
  { command: 'validate', options: ['--max-warnings', '1'], code: 0, told: false },
  { command: 'validate', options: ['--max-warnings', '0'], code: 65, told: true },
])('of one warning $command $options ends with $code', async ({ command, options, code, told }) => {
  for (const language of ['zh', 'en']) {
    const run = await runMain([command, folder, ...options, '--lang', language]);
    expect({ code: run.code, told: SAID.test(run.stdout), stderr: run.stderr }).toEqual({ code, told, stderr: '' });
  }
});

test('a street that fails does so only where the warnings are allowed', async () => {
  const failing = mkdtempSync(join(tmpdir(), 'streetcheck-'));
  cpSync('samples/failing', failing, { recursive: true });
  writeFileSync(join(failing, 'b.xls'), 'x');
  expect((await runMain(['assess', failing])).code).toBe(1);
  expect((await runMain(['assess', failing, '--max-warnings', '1'])).code).toBe(1);
  expect((await runMain(['assess', failing, '--max-warnings', '0'])).code).toBe(65);
  rmSync(failing, { recursive: true });
});

test('a refusal is what it is, whatever the warnings', async () => {
  expect((await runMain(['assess', 'samples/none', '--max-warnings', '0'])).code).toBe(66);
  expect((await runMain(['assess', 'samples/invalid', '--max-warnings', '9'])).code).toBe(65);
});

test.each(['', '-1', '1.5', 'x', '1e3', '9'.repeat(10)])('--max-warnings %j is wrong usage', async (value) => {
  const { code, stderr } = await runMain(['assess', folder, `--max-warnings=${value}`, '--lang', 'en']);
  expect({ code, stderr }).toMatchObject({ code: 64, stderr: expect.stringContaining('--max-warnings') });
});

test('warnings of which only the number is told count as well', () => {
  const listed = diagnose('input.passed-over', { files: ['a'] });
  const more = diagnose('diagnostics.more', { code: 'table.total-differs', more: 7 });
  const errors = diagnose('diagnostics.more', { code: 'unit.duplicate', more: 9 });
  expect(countWarnings([listed, more, errors])).toBe(8);
});
