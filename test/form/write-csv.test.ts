import { expect, test } from 'vitest';
import { writeCsv } from '../../src/form/write-csv.ts';
import { column, form } from './forms.ts';

const name = column({ heading: '小区', field: 'name', kind: 'name' });

test.each([
  ['a code of 12 digits', '440308001002', '"=""440308001002"""'],
  ['a code that begins with 0', '0755', '"=""0755"""'],
  ['a code of 9 digits', '440308001', '440308001'],
  ['a blank', '', ''],
  ['a formula', '=1+1', "'=1+1"],
  ['a formula behind an apostrophe', "'@x", "''@x"],
  ['a comma and a quote', '甲,"乙"', '"甲,""乙"""'],
  ['a line break', '甲\n乙', '"甲\n乙"'],
  ['spaces around', ' 甲 ', '" 甲 "'],
])('%s', (_, text, written) => {
  expect([...writeCsv(form({ rows: [[text]] }))].join('')).toBe(`\uFEFF小区编号\r\n${written}\r\n`);
});

test('digits that are no code are left alone', () => {
  expect([...writeCsv(form({ columns: [name], rows: [['007']] }))].join('')).toBe('\uFEFF小区\r\n007\r\n');
});

test('lines above the headings are one cell each, short rows are filled up', () => {
  const written = [...writeCsv(form({ columns: [column(), name], rows: [['1']] }), ['抽查表，甲组'])].join('');
  expect(written).toBe('\uFEFF抽查表，甲组,\r\n小区编号,小区\r\n1,\r\n');
});
