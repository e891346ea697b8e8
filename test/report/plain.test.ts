import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plain, visible } from '../../src/report/plain.ts';
import { hostile } from './hostile.ts';

test.each([
  ['ordinary text', '沙头角街道 No. 1', '沙头角街道 No. 1'],
  ['an escape', '\u001b[31m', '<U+001B>[31m'],
  ['a C1 control', '\u009b', '<U+009B>'],
  ['DEL', '\u007f', '<U+007F>'],
  ['a line break', 'a\nb', 'a<U+000A>b'],
  ['a bidi override', 'a\u202eb', 'a<U+202E>b'],
  ['a bidi isolate', '\u2066', '<U+2066>'],
  ['a zero-width space', '\u200b', '<U+200B>'],
  ['a byte order mark', '\ufeff', '<U+FEFF>'],
  ['line separators', '\u2028\u2029', '<U+2028><U+2029>'],
  ['a lone surrogate', '\ud800', '<U+D800>'],
  ['a pair of surrogates', '𠮷', '𠮷'],
  ['a tag character', '\u{e0041}', '<U+E0041>'],
  ['200 characters', '盐'.repeat(200), '盐'.repeat(200)],
  ['201 characters', '盐'.repeat(201), `${'盐'.repeat(200)}…(+1)`],
  ['200 beyond the BMP', '𠮷'.repeat(200), '𠮷'.repeat(200)],
  ['a marker that would be cut in half', `${'a'.repeat(195)}\u202ebc`, `${'a'.repeat(195)}…(+3)`],
])('%s', (_, text, shown) => {
  expect(plain(text)).toBe(shown);
});

test('no text keeps a character that a terminal acts on', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      for (const shown of [plain(text), visible(text)]) expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
    }),
  );
});

test.each(hostile)('%s stays short', (_, text) => {
  expect([...plain(text)].length).toBeLessThanOrEqual(215);
});
