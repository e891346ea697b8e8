import fc from 'fast-check';
import { expect, test } from 'vitest';
import { widthOf } from '../../src/model/width.ts';
import { keepWhole, wrap } from '../../src/report/wrap.ts';

test.each([
  ['ASCII', 'abc', 3],
  ['Chinese', '盐田区', 6],
  ['full-width digits and stops', '１２，。', 8],
  ['marks', '✓✗?–', 4],
  ['beyond the BMP', '𠮷', 2],
  ['half a character, then others that begin with it', '\ud800𐀀\ud842𠮷', 5],
  ['a Greek word beyond the BMP', '𐀀𐀁', 2],
  ['a combining mark', 'e\u0301', 1],
])('%s is as wide as it is shown', (_, text, columns) => {
  expect(widthOf(text)).toBe(columns);
});

test.each<[string, Parameters<typeof wrap>, string[]]>([
  ['nothing', ['', 10], ['']],
  ['words', ['one two three', 8], ['one two', 'three']],
  ['Chinese anywhere', ['盐田区街道', 6], ['盐田区', '街道']],
  ['not before a stop', ['盐田区，街道', 6], ['盐田', '区，街', '道']],
  ['not after an opening bracket', ['盐田（街道）', 6], ['盐田', '（街', '道）']],
  ['an over-long word', ['abcdefghij', 4], ['abcd', 'efgh', 'ij']],
  ['characters beyond the BMP', ['𠮷𠮷𠮷', 4], ['𠮷𠮷', '𠮷']],
  ['letters beyond the BMP', ['𐀀𐀁𐀂', 2], ['𐀀𐀁', '𐀂']],
  ['brackets and stops of the next piece', [['街道', '）', '（', '区'], 4], ['街', '道）', '（区']],
  ['spaces in brackets', ['盐田（ ）街', 6], ['盐田', '（ ）', '街']],
  ['spaces at the end of a line', ['盐田   街道', 6], ['盐田', '街道']],
  ['an over-long figure, after the slash', ['12345/67890', 7], ['12345/', '67890']],
  ['a place', ['见（a/b.csv:18:44）。', 8], ['见', '（a/b.csv:18:44）。']],
  ['an address', ['https://example.org/a', 8], ['https://example.org/a']],
  ['a solid piece', [['见', { solid: '新 建/台 账.csv:1:2' }, '。'], 8], ['见', '新 建/台 账.csv:1:2。']],
  ['indents', ['盐田区街道', 8, '- ', '  '], ['- 盐田区', '  街道']],
])('breaks %s', (_, args, lines) => {
  expect(wrap(...args)).toEqual(lines);
});

test('parts of a sentence are kept whole, the longest first', () => {
  expect(keepWhole('见 a b:1:23 和 a b:1:2。', ['a b:1:2', 'a b:1:23'])).toEqual([
    '见 ',
    { solid: 'a b:1:23' },
    ' 和 ',
    { solid: 'a b:1:2' },
    '。',
  ]);
});

const words = fc
  .array(fc.constantFrom('盐', '田', '街道', ' ', '，', '。', '（', '）', '“', '”', 'abc', 'x', '-', '/', '1'), {
    maxLength: 60,
  })
  .map((parts) => parts.join(''));

test('nothing but spaces is lost, and no line is too wide', () => {
  fc.assert(
    fc.property(words, fc.integer({ min: 12, max: 40 }), (text, width) => {
      const lines = wrap(text, width, '  ', '    ');
      expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width);
    }),
  );
});
