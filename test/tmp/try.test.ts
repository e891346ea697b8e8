import { test } from 'vitest';
import { runMain } from '../samples/run-main.ts';
test('x', async () => {
  for (const argv of (process.env.ARGV ?? '').split(';')) console.log((await runMain(argv.trim().split(' '))).stdout);
});
