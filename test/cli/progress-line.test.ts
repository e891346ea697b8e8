import { expect, test } from 'vitest';
import { progressLine } from '../../src/cli/assess-for-report.ts';
import { wordsOf } from '../../src/cli/words.ts';
import { fakeIo } from './fake-io.ts';

const CLEAR = '\r\u001b[K';

const shown = (
  steps: readonly (readonly [time: number, bytes: number, totalBytes: number])[],
  isTTY = true,
): string => {
  const { io, clock, err } = fakeIo({ stderr: { isTTY, columns: 80 } });
  const line = progressLine(() => io.stderr, wordsOf('en').progress, io.now);
  for (const [time, bytes, totalBytes] of steps) {
    clock.now = time;
    line.show({ rows: bytes * 1000, bytes, totalBytes });
  }
  line.clear();
  return err();
};

test.each([
  [
    'short work says nothing',
    [
      [10, 1, 9],
      [999, 8, 9],
    ],
    '',
  ],
  ['after a second, once', [[1000, 1, 4]], `${CLEAR}1,000 rows read, 25%, about 3 s left${CLEAR}`],
  [
    'not more often than five times a second',
    [
      [1000, 1, 4],
      [1100, 2, 4],
    ],
    `${CLEAR}1,000 rows read, 25%, about 3 s left${CLEAR}`,
  ],
  ['long waits are in minutes', [[60_000, 1, 10]], `${CLEAR}1,000 rows read, 10%, about 9 min left${CLEAR}`],
  ['more bytes than foreseen', [[2000, 5, 4]], `${CLEAR}5,000 rows read, 100%, about 0 s left${CLEAR}`],
  ['an unknown size', [[2000, 5, 0]], `${CLEAR}5,000 rows read${CLEAR}`],
] as const)('%s', (_, steps, text) => {
  expect(shown(steps)).toBe(text);
});

test('nothing is written where nobody looks', () => {
  expect(shown([[5000, 1, 2]], false)).toBe('');
});
