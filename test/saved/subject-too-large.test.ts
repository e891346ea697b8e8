import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeFolder } from '../judge/write-folder.ts';
import { runMain } from '../samples/run-main.ts';

test('a subject that lists more than can be held is refused, with what to do', async () => {
  const folder = writeFolder({});
  const saved = join(folder, 'r.json');
  writeFileSync(saved, (await runMain(['assess', 'samples/passing', '--format', 'json'])).stdout);
  const [before = '', after = ''] = readFileSync(saved, 'utf8').split(/(?<="name": ")春风街道/);
  const file = openSync(saved, 'w');
  writeSync(file, before);
  for (let part = 0; part < 140; part++) writeSync(file, 'a'.repeat(1 << 20));
  writeSync(file, after);
  closeSync(file);
  const { code, stderr, stdout } = await runMain(['report', saved, '--lang', 'zh']);
  expect([code, stderr + stdout]).toEqual([65, expect.stringContaining('请用 --witnesses 限定每项列出几条')]);
});

test('a report of more subjects than a nation has is refused, with what to do', async () => {
  const saved = join(writeFolder({}), 'r.json');
  const { stdout } = await runMain(['assess', 'samples/passing', '--format', 'json']);
  writeFileSync(saved, stdout.replace(/"pass": 2\b/, '"pass": 50001'));
  const { code, stderr, stdout: told } = await runMain(['report', saved, '--lang', 'en']);
  expect([code, stderr + told]).toEqual([65, expect.stringContaining('is of 50001 subjects')]);
});
