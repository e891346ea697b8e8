import { execFile } from 'node:child_process';
import { lstat, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { OutputError } from '../../src/cli/errors.ts';
import { fileSink } from '../../src/cli/sinks.ts';

const { signal } = new AbortController();

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'streetcheck-'));
});
afterEach(() => rm(folder, { recursive: true }));

const write = async (path: string, ...texts: string[]) => {
  const sink = await fileSink(path, signal);
  for (const text of texts) await sink.write(Buffer.from(text));
  await sink.commit();
};

test('the old file stands until the new one is whole', async () => {
  const path = join(folder, 'report.json');
  await writeFile(path, 'old');
  const sink = await fileSink(path, signal);
  await sink.write(Buffer.from('new 报'));
  await sink.write(Buffer.from('告'));
  expect(await readFile(path, 'utf8')).toBe('old');
  await sink.commit();
  expect(await readFile(path, 'utf8')).toBe('new 报告');
  await sink.discard();
  expect(await readdir(folder)).toEqual(['report.json']);
});

test('what is not committed leaves nothing, and what lies there meanwhile is hidden', async () => {
  const sink = await fileSink(join(folder, 'report.json'), signal);
  await sink.write(Buffer.from('half'));
  expect(await readdir(folder)).toEqual([expect.stringMatching(/^\.report\.json\.[0-9a-f]+\.tmp$/)]);
  await sink.discard();
  expect(await readdir(folder)).toEqual([]);
});

test.each([
  ['to a file', async () => writeFile(join(folder, 'real'), 'old')],
  ['to nothing yet', async () => undefined],
])('a symbolic link %s stays a link', async (_, prepare) => {
  await prepare();
  await symlink('real', join(folder, 'link'));
  await write(join(folder, 'link'), 'new');
  expect((await lstat(join(folder, 'link'))).isSymbolicLink()).toBe(true);
  expect(await readFile(join(folder, 'real'), 'utf8')).toBe('new');
});

test('the permissions of the old file stay', async () => {
  const path = join(folder, 'r');
  await writeFile(path, 'old', { mode: 0o600 });
  await write(path, 'new');
  expect((await stat(path)).mode & 0o777).toBe(0o600);
});

test('a device is written directly and stays a device', async () => {
  await write('/dev/null', 'anything');
  expect((await stat('/dev/null')).isCharacterDevice()).toBe(true);
});

test('a named pipe is written directly', async () => {
  const path = join(folder, 'pipe');
  await promisify(execFile)('mkfifo', [path]);
  const [text] = await Promise.all([readFile(path, 'utf8'), write(path, 'through the ', 'pipe')]);
  expect(text).toBe('through the pipe');
  expect((await stat(path)).isFIFO()).toBe(true);
});

test.each([
  ['a folder', 'ENOENT', async () => join(folder, 'missing', 'r')],
  ['a folder in the place of the file', 'EISDIR', async () => folder],
  [
    'a file in the place of a folder',
    'ENOTDIR',
    async () => {
      await writeFile(join(folder, 'file'), '');
      return join(folder, 'file', 'r');
    },
  ],
  [
    'links in a circle',
    'ELOOP',
    async () => {
      await symlink('b', join(folder, 'a'));
      await symlink('a', join(folder, 'b'));
      return join(folder, 'a');
    },
  ],
])('what cannot be written says so: %s', async (_, code, prepare) => {
  const path = await prepare();
  const failure = await fileSink(path, signal).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(OutputError);
  expect(failure).toMatchObject({ code, output: path });
});

test('a folder that vanished meanwhile', async () => {
  const inner = join(folder, 'inner');
  await mkdir(inner);
  const sink = await fileSink(join(inner, 'r'), signal);
  await rm(inner, { recursive: true });
  await expect(sink.commit()).rejects.toMatchObject({ code: 'ENOENT' });
  await sink.discard();
});
