import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { untilAborted } from '../../src/cli/assess-for-report.ts';

test('all chunks come through', async () => {
  const stream = new PassThrough();
  stream.write('ab');
  stream.end('c');
  const chunks: Uint8Array[] = [];
  for await (const chunk of untilAborted(stream, new AbortController().signal)) chunks.push(chunk);
  expect(Buffer.concat(chunks).toString()).toBe('abc');
});

test('an abort ends the wait for a chunk that never comes', async () => {
  const stream = new PassThrough();
  const abortion = new AbortController();
  const chunks = untilAborted(stream, abortion.signal);
  const reason = new Error('enough');
  setImmediate(() => abortion.abort(reason));
  await expect(chunks.next()).rejects.toBe(reason);
  expect(stream.destroyed).toBe(true);
});

test('an abort before the first look counts as well', async () => {
  const stream = new PassThrough();
  const reason = new Error('enough');
  await expect(untilAborted(stream, AbortSignal.abort(reason)).next()).rejects.toBe(reason);
});
