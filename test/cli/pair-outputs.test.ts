import { expect, test } from 'vitest';
import { UsageError } from '../../src/cli/errors.ts';
import { type OutputWord, pairOutputs } from '../../src/cli/pair-outputs.ts';
import { wordsOf } from '../../src/cli/words.ts';

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
  [
    'a hyphen is standard output',
    'f:json o:- f:table o:a',
    [
      ['json', null],
      ['table', 'a'],
    ],
  ],
])('pairs: %s', (_, line, expected) => {
  expect(pairOutputs(wordsFrom(line), wordsOf('en')).map(({ format, output }) => [format, output])).toEqual(expected);
});

test.each([
  ['two formats to standard output', 'f:json f:table', 'only one format'],
  ['a hyphen and a format', 'f:json o:- f:table', 'only one format'],
  ['two outputs alone', 'o:a o:b', '--output a has no --format'],
  ['two outputs of one format', 'f:json o:a o:b', '--output b has no --format'],
  ['an output before two formats', 'o:a f:json f:table', '--output a has no --format'],
])('no pairs: %s', (_, line, text) => {
  expect(() => pairOutputs(wordsFrom(line), wordsOf('en'))).toThrow(UsageError);
  expect(() => pairOutputs(wordsFrom(line), wordsOf('en'))).toThrow(text);
});
