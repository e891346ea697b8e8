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
