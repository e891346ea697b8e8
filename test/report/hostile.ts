import { share, subject, witness, witnesses } from './builders.ts';

/** What a cell may hold that was not written for a terminal. */
export const hostile: readonly (readonly [string, string])[] = [
  ['ANSI escapes', '\u001b[2J\u001b]0;title\u0007\u001b[31m红\u001b[0m'],
  ['C1 controls', '\u009b31m\u0085'],
  ['bidi controls', '\u202e\u2066abc\u2069\u200f'],
  ['zero-width characters', '沙\u200b头\u200d角\u2060\ufeff\u00ad'],
  ['variation selectors', '葛\u{e0100}\ufe0f'],
  ['NUL', 'a\u0000b'],
  ['line and paragraph separators', 'a\u2028b\u2029c\r\nd\te'],
  ['a prototype', '__proto__'],
  ['a script', '<script>alert("1")</script>'],
  ['a formula', '=cmd()|"/C calc"!A0'],
  ['lone surrogates', '\ud800x\udc00'],
  ['characters beyond the BMP', '𠮷𠮷𠮷👍🏽🇨🇳'],
  ['combining marks', `Z${'\u0301'.repeat(300)}`],
  ['a long word', 'x'.repeat(5000)],
  ['long Chinese', '盐'.repeat(5000)],
  ['closing stops', '，。、'.repeat(200)],
  ['opening brackets', '（“「'.repeat(200)],
  ['spaces', ' '.repeat(3000)],
  ['nothing', ''],
  ['10 MB', '田心'.repeat(1_750_000)],
];

/** A subject and its witness that have a text for all that cells may hold. */
export const subjectOf = (text: string) =>
  subject({
    name: text,
    findings: [
      share('drug-free-communities', [0, 1], 'share.fail', {
        witnesses: witnesses({ failing: [witness({ name: text, code: text, heading: text, text })] }),
      }),
    ],
  });
