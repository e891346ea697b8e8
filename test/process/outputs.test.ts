import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { assertReport } from '../report/report-schema.ts';
import { command, generated, start } from './register.ts';

const root = mkdtempSync(join(tmpdir(), 'streetcheck-'));
const emptyFolder = () => mkdtempSync(join(root, 'own-'));
let register: ReturnType<typeof generated>;
let folder: string;

beforeAll(() => {
  register = generated();
});
afterAll(() => {
  register.remove();
  rmSync(root, { recursive: true });
});
beforeEach(() => {
  folder = emptyFolder();
});

/** A line of bash in which `streetcheck` is the command, `$REGISTER` the register and `$OUT` an empty folder. */
const bash = (line: string) => {
  const script = `set -o pipefail\nstreetcheck() { "${process.execPath}" "${command}" "$@"; }\n${line}`;
  const env = { ...process.env, REGISTER: register.folder, OUT: folder };
  const { status, stdout, stderr } = spawnSync('bash', ['-c', script], {
    encoding: 'utf8',
    env,
    maxBuffer: 1 << 26,
    timeout: 50_000,
  });
  return { status, stdout, stderr };
};

test('a reader that stops after one line of a long report ends it quietly', () => {
  const run = bash('streetcheck assess "$REGISTER" --format json --witnesses 0 | head -n 1');
  expect(run).toEqual({ status: 1, stdout: '{\n', stderr: '' });
});

test('a reader that reads nothing ends it quietly', () => {
  const run = bash('streetcheck assess "$REGISTER" --format json --witnesses 0 | true');
  expect(run).toEqual({ status: 1, stdout: '', stderr: '' });
});

test('a pipe takes the whole of a long report', () => {
  const { status, stdout, stderr } = bash('streetcheck assess "$REGISTER" --format json --witnesses 0 | cat');
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  assertReport(stdout);
  const file = bash('streetcheck assess "$REGISTER" --format json --witnesses 0 --output "$OUT/r"; cat "$OUT/r"');
  expect(file.stdout).toBe(stdout);
});

test('a device stays a device', () => {
  expect(bash('streetcheck assess "$REGISTER" --output /dev/null')).toEqual({ status: 1, stdout: '', stderr: '' });
  expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
});

test('a named pipe stays one and passes the report on', () => {
  // Opened for both directions, so that no end waits for the other where a run fails.
  const line =
    'mkfifo "$OUT/p"; exec 3<>"$OUT/p"; streetcheck assess "$REGISTER" --quiet --output "$OUT/p"; code=$?; read -t 5 -u 3; echo "$REPLY"; exit $code';
  const { status, stdout, stderr } = bash(line);
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  expect(stdout).toMatch(/^✗ .+\n$/);
  expect(statSync(join(folder, 'p')).isFIFO()).toBe(true);
  expect(readdirSync(folder)).toEqual(['p']);
});

test('standard output by its name as a file, into a pipe', () => {
  const { status, stdout, stderr } = bash('streetcheck assess "$REGISTER" --quiet --output /dev/stdout | cat');
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  expect(stdout).toMatch(/^✗ /);
});

test('behind a symbolic link the file is replaced and the link stays', () => {
  writeFileSync(join(folder, 'real'), 'old');
  symlinkSync('real', join(folder, 'link'));
  expect(bash('streetcheck assess "$REGISTER" --format json --output "$OUT/link"').status).toBe(1);
  expect(lstatSync(join(folder, 'link')).isSymbolicLink()).toBe(true);
  assertReport(readFileSync(join(folder, 'real'), 'utf8'));
  expect(readdirSync(folder)).toEqual(['link', 'real']);
});

test('a saved report in the folder is skipped the next time', () => {
  const line =
    'cp "$REGISTER"/*.csv "$OUT"; cd "$OUT"; streetcheck assess . --format json --output report.json; streetcheck assess . --format json';
  const { status, stdout } = bash(line);
  expect(status).toBe(1);
  const { inputs, diagnostics } = assertReport(stdout) as { inputs: unknown[]; diagnostics: { code: string }[] };
  expect(inputs).toHaveLength(3);
  expect(diagnostics.map(({ code }) => code)).toContain('input.saved-report');
});

/** A pipe in a folder of its own, and whoever holds it open without reading, or nobody. */
const unread = (isHeld: boolean) => {
  const own = emptyFolder();
  const pipe = join(own, 'pipe');
  spawnSync('bash', ['-c', 'mkfifo "$0"', pipe]);
  const holder = isHeld ? spawn('bash', ['-c', 'exec 3<"$0"; exec sleep 60', pipe], { stdio: 'ignore' }) : null;
  return { own, pipe, leave: () => holder?.kill() };
};

/** Long enough for all that start together to come to where they wait. */
const turn = () => new Promise((resolve) => setTimeout(resolve, 5000));

describe.concurrent('unread', () => {
  test.each((['SIGINT', 'SIGTERM'] as const).flatMap((signal) => [true, false].map((isHeld) => ({ signal, isHeld }))))(
    'a pipe that is not read (open: $isHeld) is waited for until $signal; no file is left',
    async ({ signal, isHeld }) => {
      const { own, pipe, leave } = unread(isHeld);
      const reports = ['--format', 'json', '--output', pipe, '--format', 'table', '--output', join(own, 'r.txt')];
      const { run, ended, isOver } = start('assess', register.folder, '--witnesses', '0', ...reports);
      await turn();
      expect(isOver()).toBe(false);
      run.kill(signal);
      expect(await ended).toMatchObject({ code: 130, stdout: '' });
      expect(readdirSync(own)).toEqual(['pipe']);
      leave();
    },
  );

  test.each(['SIGINT', 'SIGTERM'] as const)('standard output that is not read is left at %s', async (signal) => {
    const { pipe, leave } = unread(true);
    const argv = [command, 'assess', register.folder, '--format', 'json', '--witnesses', '0'];
    const run = spawn('bash', ['-c', 'exec "$@" >"$0"', pipe, process.execPath, ...argv], { stdio: 'ignore' });
    const ended = once(run, 'close');
    await turn();
    expect(run.exitCode).toBe(null);
    run.kill(signal);
    expect(await ended).toEqual([130, null]);
    leave();
  });
});

test('a pipe that is read takes the whole report', () => {
  const run = bash(`mkfifo "$OUT/p"; cat "$OUT/p" >"$OUT/got" &
streetcheck assess "$REGISTER" --format json --witnesses 0 --output "$OUT/p"; code=$?; wait; exit $code`);
  expect(run).toEqual({ status: 1, stdout: '', stderr: '' });
  assertReport(readFileSync(join(folder, 'got'), 'utf8'));
});
