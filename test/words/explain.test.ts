import { expect, test } from 'vitest';
import { DIAGNOSTIC_CODES } from '../../src/diagnostics/catalogue.ts';
import { widthOf } from '../../src/model/width.ts';
import { explain, suggestCode } from '../../src/report/explain.ts';
import { LANGUAGES, REASON_CODES } from './catalogue.ts';

const codes = [...DIAGNOSTIC_CODES, ...REASON_CODES];
const cases = LANGUAGES.flatMap((language) => codes.map((code) => ({ code, language })));

test.each(cases)('explain $code in $language fits 80 columns and ends in one newline', ({ code, language }) => {
  const text = explain(code, language)!;
  const lines = text.split('\n');
  expect(lines.filter((line) => widthOf(line) > 80)).toEqual([]);
  expect(lines.filter((line) => /^\s*[，。、；：！？）》」』”]/.test(line))).toEqual([]);
  expect(lines.filter((line) => /[（《「『“]$/.test(line))).toEqual([]);
  expect(text).toMatch(/[^\n]\n$/);
  expect(text).not.toMatch(/undefined|\[object/);
  expect(text.startsWith(`${code}\n`)).toBe(true);
});

test.each(LANGUAGES)('no two codes have the same title in %s', (language) => {
  const titles = codes.map((code) => explain(code, language)!.split('\n')[1]);
  expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([]);
});

test.each(['', 'nothing', '__proto__', 'constructor', 'toString', 'record', 'RECORD.LOSSY-CODE'])(
  '%j is no code',
  (code) => {
    expect(explain(code, 'zh')).toBeUndefined();
  },
);

test.each([
  { name: 'the beginning of a code', code: 'record.lossy', expected: ['record.lossy-code'] },
  { name: 'another case', code: ' Record.Lossy-Code', expected: ['record.lossy-code'] },
  { name: 'a code without its family', code: 'lossy-code', expected: ['record.lossy-code'] },
  { name: 'another family', code: 'csv.lossy-code', expected: ['record.lossy-code'] },
  {
    name: 'a misspelt name in a family',
    code: 'year.nope',
    expected: [
      'year.none',
      'year.not-there',
      'year.not-in-table',
      'year.from-headings',
      'year.several',
      'year.subject-missing',
      'year.subject-elsewhere',
      'year.strays',
      'year.units-gone',
      'year.blank',
      'year.filled-down',
    ],
  },
  {
    name: 'a family',
    code: 'summary',
    expected: [
      'summary.met-exceeds-of',
      'summary.differs',
      'summary.stands-in',
      'summary.units-missing',
      'summary.unread-total',
      'summary.empty',
    ],
  },
  { name: 'nothing like any code', code: 'xyz', expected: [] },
  { name: 'a property of every object', code: '__proto__', expected: [] },
  { name: 'a dot', code: '.', expected: [] },
  { name: 'nothing', code: '', expected: [] },
])('suggests for $name', ({ code, expected }) => {
  expect(suggestCode(code)).toEqual(expected);
});
