import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstDifference } from '../../src/saved/saved-report.ts';

const inPieces = (text: string, length: number): string[] =>
  Array.from({ length: Math.ceil(text.length / length) }, (_, at) => text.slice(at * length, (at + 1) * length));

const compare = (recorded: string, computed: string, length = 5) =>
  firstDifference(recorded, inPieces(computed, length));

test.each([
  ['nothing', '', '', null],
  ['the same', 'ab\ncd\n', 'ab\ncd\n', null],
  ['the first line', 'ab\ncd\n', 'xb\ncd\n', { line: 1, recorded: 'ab', computed: 'xb' }],
  ['a later line', 'ab\ncd\nef\n', 'ab\ncd\neg\n', { line: 3, recorded: 'ef', computed: 'eg' }],
  ['a line that goes on', 'ab\ncd\n', 'ab\ncdefghi\n', { line: 2, recorded: 'cd', computed: 'cdefghi' }],
  ['a line more', 'ab\ncd\n', 'ab\n', { line: 2, recorded: 'cd', computed: '' }],
  ['a line less', 'ab\n', 'ab\ncd\n', { line: 2, recorded: '', computed: 'cd' }],
  ['no line break at the end', 'ab\ncd', 'ab\ncd\n', { line: 2, recorded: 'cd', computed: 'cd' }],
  ['nothing at all', '', 'ab\n', { line: 1, recorded: '', computed: 'ab' }],
  ['within a character', '盐\n', '监\n', { line: 1, recorded: '盐', computed: '监' }],
  ['line breaks', 'ab\r\ncd', 'ab\ncd', { line: 1, recorded: 'ab\r', computed: 'ab' }],
])('the first difference: %s', (_, recorded, computed, expected) => {
  expect(compare(recorded, computed)).toEqual(expected);
});

test('however the text that is computed is cut, it is the first line that differs', () => {
  const text = fc.array(fc.constantFrom('a', 'b', '盐', '\n'), { maxLength: 40 }).map((parts) => parts.join(''));
  const length = fc.integer({ min: 1, max: 9 });
  fc.assert(
    fc.property(text, text, length, (recorded, computed, cut) => {
      const [a, b] = [recorded.split('\n'), computed.split('\n')];
      const first = [...a, ...b].findIndex((_, at) => a[at] !== b[at]);
      const found = compare(recorded, computed, cut);
      if (first < 0) expect(found).toBeNull();
      else if (a.length > first && b.length > first && first + 1 < Math.min(a.length, b.length)) {
        expect(found).toEqual({ line: first + 1, recorded: a[first], computed: b[first] });
      } else expect(found).not.toBeNull();
    }),
  );
});

test('a line of any length is shown in part', () => {
  const long = 'x'.repeat(1_000_000);
  const { line, recorded, computed } = compare(`a\n${long}1\n`, `a\n${long}2\n`, 70_000)!;
  expect({ line, recorded: recorded.at(-1), computed: computed.at(-1) }).toEqual({
    line: 2,
    recorded: '1',
    computed: '2',
  });
  expect(recorded.length).toBeLessThan(10_000);
});
