import { describe, expect, test } from 'vitest';
import { compare } from './compare.js';
import { measureMemory, timeProcess } from './run-process.js';

describe('a run counts', () => {
  test.each([0, 1, 2])('when it ends with %i and without a word', (code) => {
    expect(timeProcess(['-e', `process.exitCode = ${code}`])).toBeGreaterThan(0);
  });

  test.each([
    { name: 'a script that is not there', args: ['no-such-script.js'] },
    { name: 'a refusal', args: ['-e', 'process.exitCode = 65'] },
    { name: 'an uncaught error', args: ['-e', 'throw new Error("broken")'] },
  ])('but not as $name', ({ args }) => {
    expect(() => timeProcess(args)).toThrow(/ended with/);
  });
});

test('memory that a process holds is in its peak', () => {
  const holding = measureMemory(['-e', 'globalThis.held = Buffer.alloc(200e6, 1)']);
  expect(holding - measureMemory(['-e', '0'])).toBeGreaterThan(150);
});

test('two commands are measured in turn, the first round is dropped, medians remain', () => {
  const seen = [];
  const seconds = { a: [9, 1, 5, 3], b: [99, 20, 10, 40] };
  const measure = ([name]) => {
    seen.push(name);
    return seconds[name].shift();
  };
  expect(compare(measure, 3, ['a'], ['b'])).toEqual([3, 20]);
  expect(seen.join('')).toBe('abababab');
});
