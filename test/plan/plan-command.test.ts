import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { main } from '../../src/commands/main.ts';
import { plan } from '../../src/plan/plan.ts';
import { fakeIo } from '../cli/fake-io.ts';

const run = async (...argv: readonly string[]) => {
  const world = fakeIo({ env: { LANG: 'en_US.UTF-8' } });
  const code = await main(['plan', ...argv], world.io);
  return { code, out: world.out(), err: world.err() };
};

test('--street plans that street alone and lets it decide', async () => {
  const { code, out } = await run('samples/failing', '--street', '春风街道', '--format', 'json');
  const { subjects, fragile } = JSON.parse(out);
  expect([code, subjects.length, subjects[0].name, fragile.length]).toEqual([0, 1, '春风街道', 1]);
});

test.each<[string, readonly string[], number, RegExp]>([
  ['a street that is not there', ['samples/failing', '--street', '无'], 64, /no such street in the data: 无/],
  ['a format that plans do not have', ['samples/failing', '--format', 'csv'], 64, /one of table, json/],
  ['an option of assess alone', ['samples/failing', '--quiet'], 64, /no option --quiet/],
  ['no path', [], 64, /missing argument PATH/],
  ['a ruleset that is not there', ['samples/failing', '--rules', 'nowhere'], 66, /^$/],
  ['a file that is not there', ['nowhere.csv'], 66, /^$/],
  ['another year', ['samples/failing', '--year', '1999'], 65, /^$/],
])('%s', async (_, argv, code, message) => {
  const result = await run(...argv);
  expect(result.code).toBe(code);
  expect(result.err).toMatch(message);
});

test('--output writes the plan to a file, beside another format', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'streetcheck-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'plan.json');
  const { code, out } = await run('samples/failing', '--format', 'table', '--format', 'json', '--output', file);
  expect(code).toBe(1);
  expect(out).toContain('The way out');
  expect(JSON.parse(readFileSync(file, 'utf8')).format).toBe('streetcheck-plan');
});

test.each([
  ['table', 'plan.txt'],
  ['json', 'plan.json'],
])('a plan saved as %s in the folder is no data of the next run', async (format, name) => {
  const folder = mkdtempSync(join(tmpdir(), 'streetcheck-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync('samples/failing', folder, { recursive: true });
  const first = await run(folder, '--format', format, '--output', join(folder, name));
  const second = await run(folder, '--format', 'json');
  expect([first.code, second.code]).toEqual([1, 1]);
  const { diagnostics } = JSON.parse(second.out) as { diagnostics: { code: string }[] };
  expect(diagnostics.map(({ code }) => code)).toEqual(['input.saved-report']);
});

test('the help names the options and the exit codes', async () => {
  const { code, out } = await run('--help');
  expect(code).toBe(0);
  for (const option of [
    '--format',
    '--output',
    '--rules',
    '--lang',
    '--year',
    '--encoding',
    '--on-invalid',
    '--subject',
  ]) {
    expect(out).toContain(option);
  }
  expect(out).not.toContain('--witnesses');
  expect(out).toMatch(/Exit codes/);
});

test('plans are made anew at each call, and always alike', async () => {
  const planned = await plan({ paths: ['samples/office-gb18030'] });
  const data = () => JSON.stringify([[...planned.plans], planned.fragile]);
  expect(data()).toBe(data());
});
