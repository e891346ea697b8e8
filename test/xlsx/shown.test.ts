import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sectionsOf, shownNumber, showsText } from '../../src/intake/xlsx/number-format.ts';
import { type Assessed, faults, figures, inFolder } from '../intake/submission.ts';
import { type CellValue, type SheetText, workbookParts, zipParts } from './workbook.ts';

const HEADINGS = [
  ...['年度', '社区代码', '社区', '街道代码', '街道', '无毒社区', '备注'],
  ...['本年刑事发案', '上年刑事发案', '本年治安发案', '上年治安发案'],
];
const record = (over: Readonly<Record<string, CellValue>> = {}, serial = 1): CellValue[] => {
  const cells: Readonly<Record<string, CellValue>> = {
    ...{
      年度: 2012,
      社区代码: `44030800300${serial}`,
      社区: `${serial}社区`,
      街道代码: '440308003',
      街道: '沙头角街道',
    },
    ...{ 无毒社区: '是', 本年刑事发案: 1, 上年刑事发案: 6, 本年治安发案: 1, 上年治安发案: 6 },
  };
  return HEADINGS.map((heading) => ({ ...cells, ...over })[heading] ?? null);
};

/** A cell of style 9, whose number format is `format`. */
const shownAs = (format: string, heading: string, value: string, type = 'n'): Promise<Assessed> => {
  const cell = { xml: `<c s="9" t="${type}"><v>${value}</v></c>` };
  const parts = workbookParts([{ name: 'S', rows: [HEADINGS, record({ [heading]: cell })] }], { formats: [format] });
  return inFolder({ 'a.xlsx': zipParts(parts) });
};

describe('a number that is not shown as it is', () => {
  test.each([
    ['hidden', ';;;', '5'],
    ['hidden where it is positive', ';-0;0', '5'],
    ['a word in its place', '"无"', '5'],
    ['a word for it', '[=5]"无";0', '5'],
    ['without its thousands', '0,', '5000'],
    ['in ten thousands', '0.0,"万"', '50000'],
    ['with a word that multiplies', '0"百"', '5'],
    ['with a digit in front', '"1"0', '5'],
    ['with a digit behind', '0"0"', '5'],
    ['with a full-width digit', '"１"0', '5'],
    ['with an escaped digit', '\\10', '5'],
    ['with a digit between', '0"1"0', '5'],
    ['as a negative one', '-0', '5'],
    ['a nought that is hidden', '0;-0;;@', '0'],
    ['a nought without a place', '#,###', '0'],
    ['a nought as a word', '0;0;"无"', '0'],
  ])('%s', async (_, format, value) => {
    expect(faults(await shownAs(format, '上年刑事发案', value))).toEqual([
      expect.stringMatching(/^error xlsx\.shown-otherwise a\.xlsx#S!I2 "\d+"$/),
    ]);
  });

  test.each([
    ['nothing', '0', '6'],
    ['thousands', '#,##0', '6000'],
    ['decimals', '0.00', '6'],
    ['a unit', '0"起"', '6'],
    ['words around it', '"共"0"起"', '6'],
    ['a currency', '[$¥-804]#,##0.00', '6'],
    ['colours', '[Red]0;[Blue]-0', '6'],
    ['Chinese digits', '[DBNum1][$-804]General', '6'],
    ['a condition that holds', '[>=5]0"起";0', '6'],
    ['the sign of an exponent', '0.00E+00', '6'],
    ['accounting', '_ * #,##0_ ;_ * \\-#,##0_ ;_ * "-"_ ;_ @_ ', '6'],
    ['hidden noughts beside it', '0;-0;;@', '6'],
    ['hidden texts beside it', '0;0;0;', '6'],
    ['a text', '@', '6'],
    ['a semicolon in quotes', '"a;b"0', '6'],
  ])('is read with %s', async (_, format, value) => {
    const result = await shownAs(format, '上年刑事发案', value);
    expect(faults(result)).toEqual([]);
    expect(figures(result, 'case-trend')).toEqual(['沙头角街道 1/1']);
  });

  test.each([
    '_ * #,##0_ ;_ * \\-#,##0_ ;_ * "-"_ ;_ @_ ',
    '_ "￥"* #,##0.00_ ;_ "￥"* \\-#,##0.00_ ;_ "￥"* "-"??_ ;_ @_ ',
  ])('the dash of an accounting format is a nought: %s', async (format) => {
    const result = await shownAs(format, '本年刑事发案', '0');
    expect(faults(result)).toEqual([]);
  });

  test('columns that nobody reads may show anything', async () => {
    expect(faults(await shownAs(';;;', '备注', '5'))).toEqual([]);
  });

  test.each([
    ['no format but its own', fc.constantFrom('0', '#,##0', '0.00', 'General', '@', '0_);(0)', '0" 起"'), 'itself'],
    ['nothing', fc.constantFrom(';;;', '"是"', '0,', '"1"0"万"', '-0', '??/??'), null],
  ])('%s shows every count', (_, formats, shown) => {
    fc.assert(
      fc.property(formats, fc.integer({ min: 0, max: 10 ** 9 }), (code, value) => {
        expect(shownNumber(sectionsOf(code), value)).toBe(shown);
      }),
    );
  });
});

describe('a sheet that shows a blank for noughts', () => {
  const read = (view: string, value: CellValue) => {
    const parts = workbookParts([{ name: 'S', rows: [HEADINGS, record({ 本年刑事发案: value })] }]);
    const sheet = 'xl/worksheets/sheet1.xml';
    parts.set(sheet, parts.get(sheet)!.replace('<sheetData>', `<sheetViews>${view}</sheetViews><sheetData>`));
    return inFolder({ 'a.xlsx': zipParts(parts) });
  };

  test.each<[string, string, CellValue, readonly string[]]>([
    ['a nought', '<sheetView showZeros="0"/>', 0, ['error xlsx.shown-otherwise a.xlsx#S!H2 "0"']],
    [
      'a nought of a formula',
      '<sheetView showZeros="false"/>',
      { xml: '<c><f>X1</f><v>0</v></c>' },
      ['error xlsx.shown-otherwise a.xlsx#S!H2 "0"'],
    ],
    ['a nought as a text', '<sheetView showZeros="0"/>', '0', []],
    ['another number', '<sheetView showZeros="0"/>', 5, []],
    ['a nought in a sheet that shows them', '<sheetView showZeros="1"/>', 0, []],
    ['a nought where nothing is said', '<sheetView/>', 0, []],
  ])('%s', async (_, view, value, expected) => {
    expect(faults(await read(view, value))).toEqual(expected);
  });
});

describe('codes', () => {
  test('have the digits that a format writes in front', async () => {
    const cell = { xml: '<c s="9"><v>7</v></c>' };
    const rows = [HEADINGS, record({ 社区代码: cell, 无毒社区: '否' })];
    const parts = workbookParts([{ name: 'S', rows }], { formats: ['"440308003"000'] });
    const result = await inFolder({ 'a.xlsx': zipParts(parts) });
    expect(faults(result)).toEqual([]);
    const found = result.subjects[0]!.findings.find(({ rule }) => rule === 'drug-free-communities')!;
    expect(found.witnesses.failing.map(({ code }) => code)).toEqual(['440308003007']);
  });

  test.each([
    ['hidden', ';;;'],
    ['with more than digits', '"440308-"000'],
    ['with digits on both sides of others', '000"440"000'],
  ])('%s are refused', async (_, format) => {
    expect(faults(await shownAs(format, '社区代码', '7'))).toEqual([
      expect.stringMatching(/^error xlsx\.shown-otherwise a\.xlsx#S!B2/),
    ]);
  });
});

describe('a text that is not shown as it is', () => {
  test.each([
    ['hidden', ';;;'],
    ['with a word in front', '"不"@'],
    ['with a word in front, in its own section', '0;0;0;"不"@'],
    ['another one', '0;0;0;"否"'],
  ])('%s', async (_, format) => {
    expect(faults(await shownAs(format, '无毒社区', '是', 'str'))).toEqual([
      'error xlsx.shown-otherwise a.xlsx#S!F2 "是"',
    ]);
  });

  test.each(['@', '0', ';;', 'General', '[Red]@', '0;0;0;@', '_ @_ ', '0;-0;;@'])('is read with %s', async (format) => {
    const result = await shownAs(format, '无毒社区', '是', 'str');
    expect(faults(result)).toEqual([]);
    expect(showsText(sectionsOf(format))).toBe(true);
  });
});

describe('what merged cells cover', () => {
  const read = (rows: readonly (readonly CellValue[])[], ...merges: readonly string[]) => {
    const sheet: SheetText = { name: 'S', rows: [HEADINGS, ...rows], merges };
    return inFolder({ 'a.xlsx': zipParts(workbookParts([sheet])) });
  };

  test.each<[string, readonly (readonly CellValue[])[], string, readonly string[]]>([
    ['a label below another', [record({ 无毒社区: '否' }), record({}, 2)], 'F2:F3', ['F3 "是"']],
    ['a label below a blank', [record({ 无毒社区: null }), record({}, 2)], 'F2:F3', ['F3 "是"']],
    ['a count beside another', [record({ 本年刑事发案: 9 })], 'H2:I2', ['I2 "6"']],
    ['a code', [record(), record({}, 2)], 'B2:B3', ['B3 "440308003002"']],
    ['what stands beside a column that nobody reads', [record()], 'G2:H2', ['H2 "1"']],
    ['several', [record({ 本年治安发案: 2 }), record({}, 2)], 'J2:K3', ['K2 "6"', 'J3 "1"', 'K3 "6"']],
  ])('%s is refused', async (_, rows, merge, cells) => {
    expect(faults(await read(rows, merge))).toEqual(cells.map((cell) => `error xlsx.shown-otherwise a.xlsx#S!${cell}`));
  });

  test.each<[string, string]>([
    ['the same below', 'F2:F3'],
    ['a column that nobody reads', 'G2:G3'],
    ['headings', 'F1:G1'],
  ])('%s does not matter', async (_, merge) => {
    expect(faults(await read([record({ 备注: 'a' }), record({ 备注: 'b' }, 2)], merge))).toEqual([]);
  });
});
