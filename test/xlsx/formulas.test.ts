import { describe, expect, test } from 'vitest';
import { faults, figures, inFolder } from '../intake/submission.ts';
import { type CellValue, workbookParts, zipParts } from './workbook.ts';

const HEADINGS = [
  ...['年度', '社区代码', '社区', '街道代码', '街道', '备注'],
  ...['本年刑事发案', '上年刑事发案', '本年治安发案', '上年治安发案'],
];
const KEYS: readonly CellValue[] = [2012, '440308003003', '桥东社区', '440308003', '沙头角街道'];
const xml = (text: string): CellValue => ({ xml: text });

const ON_LOAD = '<calcPr calcId="124519" fullCalcOnLoad="1"/>';

/** The records of communities in a workbook whose calculation is said to be so. */
const read = (calculation: string, records: readonly (readonly CellValue[])[], below = '') => {
  const parts = workbookParts([{ name: 'S', rows: [HEADINGS, ...records] }], { calculation });
  const sheet = 'xl/worksheets/sheet1.xml';
  parts.set(sheet, parts.get(sheet)!.replace('</sheetData>', `</sheetData>${below}`));
  return inFolder({ 'a.xlsx': zipParts(parts) });
};

const FORMULA = [...KEYS, null, xml('<c><f>4+9</f><v>0</v></c>'), 6];
const NO_VALUE = 'error xlsx.no-value a.xlsx#S!G2 "=4+9"';

describe('a workbook that asks to be calculated on opening has no results', () => {
  test.each([
    ['1', ON_LOAD],
    ['true', '<calcPr fullCalcOnLoad="true"/>'],
    ['on', '<calcPr fullCalcOnLoad="on"/>'],
    ['no proper boolean', '<calcPr fullCalcOnLoad=" TRUE "/>'],
    ['a character reference', '<calcPr fullCalcOnLoad="&#49;"/>'],
    ['the last calculation was not completed', '<calcPr calcId="191029" calcCompleted="0"/>'],
    ['not completed, in a word', '<calcPr calcCompleted="false"/>'],
    ['an element with a prefix', `<x:calcPr xmlns:x="http://x" fullCalcOnLoad="1"/>`],
    ['an attribute with a prefix', `<calcPr xmlns:x="http://x" x:fullCalcOnLoad="1"/>`],
    ['one of two', `<calcPr/>${ON_LOAD}`],
    [
      'an alternative',
      `<mc:AlternateContent xmlns:mc="http://mc"><mc:Choice Requires="x">${ON_LOAD}</mc:Choice></mc:AlternateContent>`,
    ],
  ])('%s', async (_, calculation) => {
    expect(faults(await read(calculation, [FORMULA]))).toEqual([NO_VALUE]);
  });

  test.each([
    ['no word of it', ''],
    ['0', '<calcPr fullCalcOnLoad="0"/>'],
    ['false', '<calcPr fullCalcOnLoad="false" calcCompleted="1"/>'],
    ['off', '<calcPr fullCalcOnLoad="off"/>'],
    ['another setting', '<calcPr calcId="191029" iterate="1" calcMode="manual"/>'],
  ])('not with %s', async (_, calculation) => {
    const result = await read(calculation, [FORMULA]);
    expect(faults(result)).toEqual([]);
    expect(figures(result, 'case-trend')).toEqual(['沙头角街道 0/1?1']);
  });

  test('a sheet may ask for it by itself, below its cells', async () => {
    expect(faults(await read('', [FORMULA], '<sheetCalcPr fullCalcOnLoad="1"/>'))).toEqual([NO_VALUE]);
    expect(faults(await read('', [FORMULA], '<sheetCalcPr fullCalcOnLoad="0"/>'))).toEqual([]);
  });
});

const second = ['440308003004', '桥西社区'];
const below = (...cells: readonly CellValue[]) => [2012, ...second, '440308003', '沙头角街道', null, ...cells];

describe('what is a formula', () => {
  test.each<[string, readonly (readonly CellValue[])[], readonly string[]]>([
    ['a text', [[...KEYS.slice(0, 4), xml('<c t="str"><f>A1</f><v>海山街道</v></c>'), null, 1, 1]], ['E2 "=A1"']],
    ['a blank text', [[...KEYS, null, xml('<c t="str"><f>A1</f><v></v></c>'), 1]], ['G2 "=A1"']],
    [
      'one with an inline text',
      [[...KEYS, null, xml('<c t="inlineStr"><f>A1</f><is><t>3</t></is></c>'), 1]],
      ['G2 "=A1"'],
    ],
    ['a boolean', [[...KEYS, null, xml('<c t="b"><f>A1</f><v>1</v></c>'), 1]], ['G2 "=A1"']],
    ['an error', [[...KEYS, null, xml('<c t="e"><f>A1</f><v>#N/A</v></c>'), 1]], ['G2 "=A1"']],
    ['a key', [[2012, xml('<c t="str"><f>X1</f><v>440308003003</v></c>'), ...KEYS.slice(2), null, 1, 1]], ['B2 "=X1"']],
    ['a year', [[xml('<c><f>YEAR()</f><v>2012</v></c>'), ...KEYS.slice(1), null, 1, 1]], ['A2 "=YEAR()"']],
    [
      'a shared one',
      [
        [...KEYS, null, xml('<c><f t="shared" ref="G2:G3" si="0">4+9</f><v>0</v></c>'), 6],
        below(xml('<c><f t="shared" si="0"/><v>0</v></c>'), 6),
      ],
      ['G2 "=4+9"', 'G3 "="'],
    ],
    [
      'the other cells of an array',
      [[...KEYS, null, xml('<c><f t="array" ref="G2:H3">X1:Y2</f><v>0</v></c>'), 6], below(0, 6)],
      ['G2 "=X1:Y2"', 'H2 "="', 'G3 "="', 'H3 "="'],
    ],
    [
      'the other cells of a data table',
      [[...KEYS, null, xml('<c><f t="dataTable" ref="G2:G3" r1="A1"/><v>0</v></c>'), 6], below(0, 6)],
      ['G2 "="', 'G3 "="'],
    ],
    ['one in a column that nobody reads', [[...KEYS, xml('<c><f>A1</f><v>1</v></c>'), 1, 1]], []],
    ['none', [[...KEYS, null, 1, 1]], []],
  ])('%s', async (_, records, cells) => {
    const result = await read(ON_LOAD, records);
    expect(faults(result)).toEqual(cells.map((cell) => `error xlsx.no-value a.xlsx#S!${cell}`));
  });

  test('one in merged cells is one in each of their rows', async () => {
    const rows = [HEADINGS, FORMULA, below(null, 6)];
    const parts = workbookParts([{ name: 'S', rows, merges: ['G2:G3'] }], { calculation: ON_LOAD });
    expect(faults(await inFolder({ 'a.xlsx': zipParts(parts) })).filter((line) => line.startsWith('error'))).toEqual([
      NO_VALUE,
      'error xlsx.no-value a.xlsx#S!G3 "=4+9"',
    ]);
  });
});

test('a heading that is a formula without a result may be that of any column', async () => {
  const headings = HEADINGS.map(
    (heading): CellValue => (heading === '备注' ? xml('<c t="str"><f>A9</f><v>备注</v></c>') : heading),
  );
  const parts = workbookParts([{ name: 'S', rows: [headings, [...KEYS, null, 1, 1]] }], { calculation: ON_LOAD });
  expect(faults(await inFolder({ 'a.xlsx': zipParts(parts) }))).toEqual(['error xlsx.no-value a.xlsx#S!F1 "=A9"']);
});

test('a cell of an array without a value is no blank', async () => {
  const master = xml('<c><f t="array" ref="G2:G3">X1:X2</f><v>1</v></c>');
  const result = await read('', [[...KEYS, null, master, 6], below(xml('<c s="1"/>'), 6)]);
  expect(faults(result)).toEqual(['error xlsx.no-value a.xlsx#S!G3 "="']);
});
