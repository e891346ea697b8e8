import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { repositoryCopy, root } from './repository-copy.ts';

const command = join(root, 'bin', 'streetcheck.js');
const sample = join(root, 'samples', 'yantian-2012');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'streetcheck-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a reader that stops early gets its line, and the verdict stands', () => {
  const pipe = `"${process.execPath}" "${command}" assess "${sample}" --format json | head -n 1; exit \${PIPESTATUS[0]}`;
  const { status, stdout, stderr } = spawnSync('bash', ['-c', pipe], { encoding: 'utf8' });
  expect({ status, stdout, stderr }).toEqual({ status: 1, stdout: expect.stringMatching(/^\{.*\n$/), stderr: '' });
});

test('standard output that cannot be written ends with 73', () => {
  const full = `"${process.execPath}" "${command}" assess "${sample}" --lang en > /dev/full`;
  const { status, stderr } = spawnSync('bash', ['-c', full], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({
    status: 73,
    stderr: 'streetcheck: cannot write standard output: no space left on the disk\n',
  });
});

test('standard input is read to its end', () => {
  const input = '年度,街道,小区,创建等级\n2012,甲街道,一村,标兵\n2012,甲街道,二村,未创建\n';
  const args = [command, 'assess', '-', '--format', 'json'];
  const { status, stdout } = spawnSync(process.execPath, args, { input, encoding: 'utf8' });
  expect(status).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ verdict: 'fail', totals: { records: 2 } });
});

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s ends a waiting run with 130 and leaves nothing behind',
  async (signal) => {
    const run = spawn(process.execPath, [command, 'assess', '-', '--output', join(folder, 'r'), '--lang', 'en']);
    const exit = once(run, 'exit');
    let stderr = '';
    run.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    // The half-written file appears when the run has begun to listen for signals.
    while (readdirSync(folder).length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    run.kill(signal);
    expect(await exit).toEqual([130, null]);
    expect(stderr).toBe('streetcheck: Interrupted; no file was written.\n');
    expect(readdirSync(folder)).toEqual([]);
  },
);

test('killed outright, a run leaves the old report as it was', async () => {
  const report = join(folder, 'r');
  writeFileSync(report, 'old');
  const run = spawn(process.execPath, [command, 'assess', '-', '--output', report]);
  const exit = once(run, 'exit');
  while (readdirSync(folder).length === 1) await new Promise((resolve) => setTimeout(resolve, 5));
  run.kill('SIGKILL');
  await exit;
  expect(readdirSync(folder).filter((name) => !name.startsWith('.'))).toEqual(['r']);
});

test('without dist, the command says what to do', () => {
  const { folder: copy, remove } = repositoryCopy();
  rmSync(join(copy, 'dist'), { recursive: true });
  const args = [join(copy, 'bin', 'streetcheck.js'), 'assess', 'x'];
  expect(spawnSync(process.execPath, args, { encoding: 'utf8' })).toMatchObject({
    status: 70,
    stdout: '',
    stderr: expect.stringContaining('npm run build'),
  });
  remove();
});
