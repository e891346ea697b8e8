import { expect, test } from 'vitest';
import { UsageError } from '../../src/cli/errors.ts';
import { type OutputWord, pairOutputs } from '../../src/cli/pair-outputs.ts';
import { wordsOf } from '../../src/cli/words.ts';

const FORMATS = ['table', 'json', 'html', 'markdown', 'csv', 'junit', 'sarif', 'jsonl', 'xlsx'];
const pair = (line: string, formats: readonly string[] = FORMATS) =>
  pairOutputs(wordsFrom(line), formats, wordsOf('en')).map(({ format, output }) => [format, output]);

/** `f:json` and `o:file`, as they come on the command line. */
const wordsFrom = (line: string): OutputWord[] =>
  line.split(' ').flatMap((word): OutputWord[] => {
    const [kind, value = ''] = word.split(':');
    return kind === 'f' ? [{ format: value }] : kind === 'o' ? [{ output: value }] : [];
  });

test.each([
  ['nothing', '', [['table', null]]],
  ['a format', 'f:json', [['json', null]]],
  ['an output', 'o:a', [['table', 'a']]],
  ['a pair', 'f:json o:a', [['json', 'a']]],
  ['a pair turned round', 'o:a f:json', [['json', 'a']]],
  [
    'a pair and a format',
    'f:json o:a f:table',
    [
      ['json', 'a'],
      ['table', null],
    ],
  ],
  [
    'a format and a pair',
    'f:table f:json o:a',
    [
      ['table', null],
      ['json', 'a'],
    ],
  ],
  [
    'two pairs of one format',
    'f:json o:a f:json o:b',
    [
      ['json', 'a'],
      ['json', 'b'],
    ],
  ],
  ['an output whose extension says it', 'o:a.html', [['html', 'a.html']]],
  ['an extension in capitals, behind a folder', 'o:2012.1/A.JSON', [['json', '2012.1/A.JSON']]],
  ['a SARIF report that ends in .json', 'o:a.sarif.json', [['sarif', 'a.sarif.json']]],
  ['a dot in a folder is no extension', 'o:a.html/report', [['table', 'a.html/report']]],
  ['a file that is nothing but a dot and a name', 'o:.html', [['table', '.html']]],
  ['an extension that says nothing', 'o:a.out', [['table', 'a.out']]],
  ['what is said wins over the extension', 'f:json o:a.html', [['json', 'a.html']]],
  ['also where it comes behind, and over what cannot be written', 'o:a.pdf f:json', [['json', 'a.pdf']]],
  [
    'several outputs, each by its extension',
    'o:a.xlsx o:b.xml o:c.md',
    [
      ['xlsx', 'a.xlsx'],
      ['junit', 'b.xml'],
      ['markdown', 'c.md'],
    ],
  ],
  [
    'an output by its extension before a pair, and behind one',
    'o:a.htm f:json o:b o:c.sarif f:table',
    [
      ['html', 'a.htm'],
      ['json', 'b'],
      ['sarif', 'c.sarif'],
      ['table', null],
    ],
  ],
  [
    'a hyphen is standard output',
    'f:json o:- f:table o:a',
    [
      ['json', null],
      ['table', 'a'],
    ],
  ],
])('pairs: %s', (_, line, expected) => {
  expect(pair(line)).toEqual(expected);
});

test.each([
  ['two formats to standard output', 'f:json f:table', 'only one format'],
  ['a hyphen and a format', 'f:json o:- f:table', 'only one format'],
  ['two outputs alone', 'o:a o:b', '--output a has no --format'],
  ['an extension of another program', 'o:a.PDF', 'what the extension of a.PDF stands for cannot be written here'],
  ['a workbook of the older kind beside a pair', 'f:json o:a o:b.xls', 'one of table, json'],
  ['a second output without an extension', 'o:a.html o:b', '--output b has no --format of its own'],
  ['two outputs of one format', 'f:json o:a o:b', '--output b has no --format'],
  ['an output before two formats', 'o:a f:json f:table', '--output a has no --format'],
])('no pairs: %s', (_, line, text) => {
  expect(() => pair(line)).toThrow(UsageError);
  expect(() => pair(line)).toThrow(text);
});

test('an extension that stands for a format which the command does not have is refused with those it has', () => {
  expect(() => pair('o:plan.html', ['table', 'json'])).toThrow('one of table, json');
  expect(pair('o:plan.json', ['table', 'json'])).toEqual([['json', 'plan.json']]);
});
