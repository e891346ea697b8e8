import { describe, expect, test } from 'vitest';
import { assessed, faults, figures, inFolder, withFolder } from '../intake/submission.ts';
import { type CellValue, type SheetText, workbookParts, zipParts } from './workbook.ts';

const HEADINGS = [
  ...['年度', '社区代码', '社区', '街道代码', '街道', '无毒社区', '备注'],
  ...['本年刑事发案', '上年刑事发案', '本年治安发案', '上年治安发案'],
];

/** Style 9 is struck out, 10 raised, 11 neither. */
const FONTS = ['<strike/>', '<vertAlign val="superscript"/>', '<b/><strike val="0"/><vertAlign val="baseline"/>'];
const workbook = (sheet: SheetText) => zipParts(workbookParts([sheet], { fonts: FONTS }));

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
const read = (records: readonly (readonly CellValue[])[], over: Partial<SheetText> = {}) =>
  inFolder({ 'a.xlsx': workbook({ name: 'S', rows: [HEADINGS, ...records], ...over }) });

const run = (text: string, properties = '') =>
  `<r>${properties === '' ? '' : `<rPr>${properties}</rPr>`}<t>${text}</t></r>`;
const UP = '<vertAlign val="superscript"/>';
const DOWN = '<vertAlign val="subscript"/>';
const STRUCK = '<strike/>';
const styled = (style: number, value: string, type = 'n') => ({
  xml: `<c s="${style}" t="${type}"><v>${value}</v></c>`,
});

describe.each<[string, (runs: string) => CellValue]>([
  ['a shared text', (runs) => ({ si: runs })],
  ['an inline text', (runs) => ({ xml: `<c t="inlineStr"><is>${runs}</is></c>` })],
])('in %s', (_, cell) => {
  test.each<[string, string, string, string]>([
    ['a raised digit in a count', '上年刑事发案', run('1') + run('2', UP), 'I2 "12"'],
    ['a lowered digit in a count', '上年刑事发案', run('1') + run('2', DOWN), 'I2 "12"'],
    ['a struck digit', '上年刑事发案', run('1', STRUCK) + run('2'), 'I2 "12"'],
    ['one struck out twice', '上年刑事发案', run('1', '<dstrike/>') + run('2'), 'I2 "12"'],
    [
      'one of several properties',
      '上年刑事发案',
      run('1', `<b/><sz val="9"/>${STRUCK}<color rgb="FF000000"/>`) + run('2'),
      'I2 "12"',
    ],
    ['one in another spelling', '上年刑事发案', run('1', '<strike val="true"/>') + run('2'), 'I2 "12"'],
    ['a plain text before it', '上年刑事发案', `<t>1</t>${run('2', UP)}`, 'I2 "12"'],
    ['properties behind the text', '上年刑事发案', `<r><t>1</t><rPr>${UP}</rPr></r>${run('2')}`, 'I2 "12"'],
    ['the whole text', '上年刑事发案', run('12', STRUCK), 'I2 "12"'],
    ['a code', '社区代码', run('44030800300') + run('1', STRUCK) + run('2'), 'B2 "4403080030012"'],
    ['a name', '社区', run('甲', STRUCK) + run('1社区'), 'C2 "甲1社区"'],
    ['a mark of a note at a name', '社区', run('1社区') + run('①', UP), 'C2 "1社区①"'],
    ['a parent', '街道', run('海山', STRUCK) + run('沙头角街道'), 'E2 "海山沙头角街道"'],
    ['a year', '年度', run('2012') + run('1', UP), 'A2 "20121"'],
    ['a choice', '无毒社区', run('是', STRUCK), 'F2 "是"'],
    ['a word of a choice', '无毒社区', run('不', STRUCK) + run('合格'), 'F2 "不合格"'],
  ])('%s', async (_, heading, runs, expected) => {
    expect(faults(await read([record({ [heading]: cell(runs) })]))).toEqual([
      `error xlsx.withdrawn a.xlsx#S!${expected}`,
    ]);
  });

  test.each<[string, string, string]>([
    ['other properties', '上年刑事发案', run('1', '<b/><i/><u/><color rgb="FFFF0000"/>') + run('2')],
    ['a property that is off', '上年刑事发案', run('1', '<strike val="0"/>') + run('2', '<vertAlign val="baseline"/>')],
    ['white space', '上年刑事发案', run('12') + run(' ', STRUCK)],
    ['a run without text', '上年刑事发案', `${run('12')}<r><rPr>${STRUCK}</rPr><t/></r>`],
    ['a column that nobody reads', '备注', run('x', STRUCK)],
  ])('%s do not matter', async (_, heading, runs) => {
    const result = await read([record({ [heading]: cell(runs) })]);
    expect(faults(result)).toEqual([]);
    expect(figures(result, 'case-trend')).toEqual(['沙头角街道 1/1']);
  });
});

describe('the style of a cell', () => {
  test.each<[string, CellValue, string]>([
    ['a number that is struck out', styled(9, '12'), '"12"'],
    ['a raised one', styled(10, '12'), '"12"'],
    ['a text', styled(9, '12', 'str'), '"12"'],
    ['an inline text', { xml: '<c s="9" t="inlineStr"><is><t>12</t></is></c>' }, '"12"'],
    ['a formula', { xml: '<c s="9"><f>A1</f><v>12</v></c>' }, '"12"'],
    ['a date', styled(9, '2012-03-05', 'd'), '"2012-03-05"'],
  ])('%s', async (_, cell, text) => {
    expect(faults(await read([record({ 上年刑事发案: cell })]))).toEqual([`error xlsx.withdrawn a.xlsx#S!I2 ${text}`]);
  });

  test('a shared text', async () => {
    const rows = [HEADINGS, record({ 无毒社区: { xml: '<c s="9" t="s"><v>0</v></c>' } })];
    expect(faults(await inFolder({ 'a.xlsx': workbook({ name: 'S', rows }) }))).toEqual([
      'error xlsx.withdrawn a.xlsx#S!F2 "年度"',
    ]);
  });

  test('a named style gives its font where the cell has none of its own', async () => {
    const parts = workbookParts([{ name: 'S', rows: [HEADINGS, record({ 上年刑事发案: styled(9, '12') })] }], {
      fonts: FONTS,
    });
    const styles = parts.get('xl/styles.xml')!;
    parts.set(
      'xl/styles.xml',
      styles
        .replace('<cellStyleXfs count="1"><xf/>', '<cellStyleXfs><xf/><xf fontId="1"/>')
        .replace('<xf fontId="1"/></cellXfs>', '</cellXfs>')
        .replace('<xf fontId="1"/><xf fontId="2"/>', '<xf xfId="1"/><xf fontId="2"/>'),
    );
    expect(faults(await inFolder({ 'a.xlsx': zipParts(parts) }))).toEqual(['error xlsx.withdrawn a.xlsx#S!I2 "12"']);
  });

  test('blank cells and fonts that do neither do not matter', async () => {
    const blank = { xml: '<c s="9"/>' };
    expect(
      faults(await read([record({ 备注: styled(9, '1'), 上年刑事发案: styled(11, '1'), 无毒社区: blank })])),
    ).toEqual([]);
  });

  test('a unit that is crossed out is refused, never counted and never dropped', async () => {
    const struck = record({}, 2).map(
      (value): CellValue => (value === null ? null : styled(9, String(value), typeof value === 'number' ? 'n' : 'str')),
    );
    const result = await read([record(), struck]);
    expect(faults(result)).toHaveLength(10);
    expect(faults(result)[0]).toBe('error xlsx.withdrawn a.xlsx#S!A3 "2012"');
    expect(result).toMatchObject({ refusal: 'data', verdict: null });
  });

  test('a heading that is crossed out withdraws its column', async () => {
    const headings = HEADINGS.map(
      (heading): CellValue => (heading === '上年刑事发案' ? styled(9, heading, 'str') : heading),
    );
    const result = await inFolder({ 'a.xlsx': workbook({ name: 'S', rows: [headings, record()] }) });
    expect(faults(result)).toEqual(['error xlsx.withdrawn a.xlsx#S!I1 "上年刑事发案"']);
  });

  test('merged cells have it in each of their rows', async () => {
    const records = [record({ 无毒社区: { si: run('是', STRUCK) } }), record({ 无毒社区: null }, 2)];
    expect(faults(await read(records, { merges: ['F2:F3'] }))).toEqual([
      'error xlsx.withdrawn a.xlsx#S!F2 "是"',
      'error xlsx.withdrawn a.xlsx#S!F3 "是"',
    ]);
  });
});

test('--on-invalid unknown takes a value as not known, never a key', async () => {
  const rows = [HEADINGS, record({ 无毒社区: { si: run('是', STRUCK) } })];
  await withFolder({ 'a.xlsx': workbook({ name: 'S', rows }) }, async (folder) => {
    const result = await assessed({ paths: [folder], onInvalid: 'unknown' });
    expect(faults(result)).toEqual(['warning xlsx.withdrawn a.xlsx#S!F2 "是"']);
    expect(figures(result, 'drug-free-communities')).toEqual(['沙头角街道 0/1?1']);
  });
});
