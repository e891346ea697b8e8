import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { assess } from '../../src/assess.ts';
import { readWhole } from '../../src/intake/node/files.ts';
import { command, start } from './register.ts';

const TABLE = '年度,街道代码,街道,标兵小区数,小区总数\n2012,440308001,梅沙街道,8,10\n';

const folder = mkdtempSync(join(tmpdir(), 'streetcheck-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A pipe in a folder of its own. */
const makePipe = (): string => {
  const pipe = join(mkdtempSync(join(folder, 'own-')), 'p.csv');
  spawnSync('bash', ['-c', 'mkfifo "$0"', pipe]);
  return pipe;
};
const turn = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const SAMPLE = 'samples/passing';
const SEED = ['--seed', 'abcdefgh', '--rate', '50%'];

const READING: readonly (readonly [string, (pipe: string) => readonly string[]])[] = [
  ['assess', (pipe) => ['assess', pipe]],
  ['validate', (pipe) => ['validate', pipe]],
  ['plan', (pipe) => ['plan', pipe]],
  ['report', (pipe) => ['report', pipe]],
  ['verify, the report', (pipe) => ['verify', pipe, SAMPLE]],
  ['sample random', (pipe) => ['sample', 'random', pipe, '--of', 'compounds', ...SEED]],
  ['sample streets, the list', (pipe) => ['sample', 'streets', SAMPLE, '--named', pipe, ...SEED]],
  ['sample judge, the draw', (pipe) => ['sample', 'judge', pipe, pipe]],
];

test.concurrent.each(
  READING.flatMap(([name, argv]) => (['SIGINT', 'SIGTERM'] as const).map((signal) => ({ name, argv, signal }))),
)('$name waits for a pipe that nobody writes to until $signal', async ({ argv, signal }) => {
  const { run, ended, isOver } = start(...argv(makePipe()));
  // Long enough for all that start together to come to where they wait.
  await turn(2500);
  expect(isOver()).toBe(false);
  run.kill(signal);
  expect(await ended).toMatchObject({ code: 130, stdout: '' });
});

test('a pipe is no journal of draws', async () => {
  const pipe = makePipe();
  const { ended } = start('sample', 'random', SAMPLE, '--of', 'compounds', ...SEED, '--log', pipe, '--lang', 'en');
  expect(await ended).toMatchObject({ code: 73, stderr: expect.stringContaining('it is no regular file') });
});

test('a pipe gives the report of the file', async () => {
  const pipe = makePipe();
  const file = join(folder, 'f', 'p.csv');
  mkdirSync(join(folder, 'f'));
  writeFileSync(file, TABLE);
  const piped = start('assess', pipe, '--format', 'json');
  await turn(300);
  writeFileSync(pipe, TABLE);
  const { code, stdout, stderr } = await piped.ended;
  expect({ code, stderr }).toEqual({ code: 2, stderr: '' });
  expect(stdout).toBe((await start('assess', file, '--format', 'json').ended).stdout);
});

test('what a command writes can be given as a file', () => {
  const script = '"$0" "$1" assess streets=<(printf "%s" "$2") --quiet';
  const run = spawnSync('bash', ['-c', script, process.execPath, command, TABLE], { encoding: 'utf8' });
  expect(run).toMatchObject({ status: 2, stderr: '' });
  expect(run.stdout).toMatch(/^\? /);
});

test.each(['/dev/zero', '/dev/null'])('%s is a device, not data', async (path) => {
  const { refusal, diagnostics } = await assess({ paths: [path] });
  expect({ refusal, codes: diagnostics.map(({ code }) => code) }).toEqual({
    refusal: 'input',
    codes: ['input.device'],
  });
});

async function* endless() {
  for (;;) yield new Uint8Array(1000);
}

test('a pipe without end is given up at the limit', async () => {
  expect(await readWhole(endless(), 1_000_000)).toBe(null);
});
