import { expect, test } from 'vitest';
import { type SetCell, setInColumns } from '../../src/report/grid.ts';

const cell = (...lines: string[]): SetCell => ({ lines });
const red = (line: string): string => `\x1b[31m${line}\x1b[39m`;

test.each<[string, readonly SetCell[], string]>([
  ['columns beside each other', [cell('盐田'), cell('✓'), cell('1')], '盐田 ✓    1\n'],
  ['no spaces at the end', [cell('盐田'), cell('✓'), cell()], '盐田 ✓\n'],
  ['lines under each other', [cell('a', 'b'), cell('c'), cell('d', '', 'e')], 'a    c    d\nb\n          e\n'],
  ['a row without anything', [cell(), cell(), cell()], '\n'],
  ['what cannot be broken is cut off', [cell('街道街道'), cell('abcdef'), cell('1234')], '街…  abc… 1234\n'],
  [
    'no colour widens',
    [cell('a'), { lines: ['bb', 'abcd'], paint: red }, cell('c')],
    'a    \x1b[31mbb\x1b[39m   c\n     \x1b[31mabcd\x1b[39m\n',
  ],
])('cells of a row: %s', (_, row, text) => {
  expect(setInColumns([row], [4, 4, 4], 1)).toBe(text);
});

test('rows follow one another without a line between', () => {
  expect(setInColumns([[cell('a')], [cell('b', 'c')]], [4], 2)).toBe('a\nb\nc\n');
});
