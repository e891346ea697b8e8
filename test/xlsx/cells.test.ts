import { describe, expect, test } from 'vitest';
import { type Assessed, assessed, faults, figures, inFolder, told, withFolder } from '../intake/submission.ts';
import { type CellValue, workbook, workbookParts, zipParts } from './workbook.ts';

const HEADINGS = ['年度', '街道代码', '街道', '小区代码', '小区', '创建等级', '档案号', '备注'];

/** Two of the columns are not read, which is told each time. */
const said = (result: Assessed): string[] =>
  told(result).filter((line) => line !== 'note table.columns-ignored a.xlsx#S!G1');

/** The records of one street; what stands in the columns of a record may be changed. */
const record = (over: Readonly<Record<string, CellValue>> = {}, serial = 1): CellValue[] => {
  const cells: Readonly<Record<string, CellValue>> = {
    年度: 2012,
    街道代码: '440308003',
    街道: '沙头角街道',
    小区代码: `44030800300300${serial}`,
    小区: `${serial}村`,
    创建等级: '标兵',
  };
  return HEADINGS.map((heading) => ({ ...cells, ...over })[heading] ?? null);
};
const xml = (text: string): CellValue => ({ xml: text });
const read = (...records: readonly (readonly CellValue[])[]) =>
  inFolder({ 'a.xlsx': workbook({ name: 'S', rows: [HEADINGS, ...records] }) });

/** The text of a level that no label knows, as the reader makes it of a cell. */
const textOf = async (cell: string, is1904 = false): Promise<string | null> => {
  const parts = workbookParts([{ name: 'S', rows: [HEADINGS, record({ 创建等级: xml(cell) })] }], { is1904 });
  const result = await inFolder({ 'a.xlsx': zipParts(parts) });
  return result.diagnostics.find(({ code }) => code === 'record.unknown-value')?.text ?? null;
};

describe('the text of a cell', () => {
  test.each([
    ['an integer', '<c><v>12</v></c>', '12'],
    ['an integer with an exponent', '<c><v>4.40308001002E11</v></c>', '440308001002'],
    ['a shortest decimal', '<c><v>0.10000000000000001</v></c>', '0.1'],
    ['minus nought', '<c><v>-0</v></c>', '0'],
    ['a small number', '<c><v>1E-7</v></c>', '1e-7'],
    ['a percentage', '<c s="1"><v>0.84999999999999998</v></c>', '85%'],
    ['a percentage with a decimal', '<c s="6"><v>0.855</v></c>', '85.5%'],
    ['a percentage that is not shown whole', '<c s="1"><v>0.855</v></c>', '0.855'],
    ['one above a hundred', '<c s="1"><v>1.5</v></c>', '150%'],
    ['a date', '<c s="2"><v>40973</v></c>', '2012-03-05'],
    ['a date by its own format', '<c s="3"><v>40973</v></c>', '2012-03-05'],
    ['a date with a time', '<c s="2"><v>40973.5</v></c>', '2012-03-05 12:00:00'],
    ['a time', '<c s="7"><v>0.5</v></c>', '12:00:00'],
    ['the first day', '<c s="2"><v>1</v></c>', '1900-01-01'],
    ['the day that never was', '<c s="2"><v>60</v></c>', '1900-02-29'],
    ['the day after it', '<c s="2"><v>61</v></c>', '1900-03-01'],
    ['the last day', '<c s="2"><v>2958465</v></c>', '9999-12-31'],
    ['a number that is no day', '<c s="2"><v>-3</v></c>', '-3'],
    ['an ISO date', '<c t="d"><v>2012-03-05</v></c>', '2012-03-05'],
    ['a text by its format, yet a number', '<c s="4"><v>7</v></c>', '7'],
    ['zeros in front by its format', '<c s="8"><v>7</v></c>', '0007'],
    ['no zeros in front of a longer one', '<c s="8"><v>12345</v></c>', '12345'],
    ['none where there is a fraction', '<c s="8"><v>7.5</v></c>', '7.5'],
    [
      'rich text',
      '<c t="inlineStr"><is><r><rPr><b/></rPr><t>甲</t></r><r><t xml:space="preserve"> 乙</t></r></is></c>',
      '甲 乙',
    ],
    ['phonetic runs', '<c t="inlineStr"><is><t>甲</t><rPh sb="0" eb="1"><t>jia</t></rPh></is></c>', '甲'],
    ['entities', '<c t="inlineStr"><is><t>&lt;&#22995;&#x20BB7;&amp;&gt;</t></is></c>', '<姓𠮷&>'],
    ['CDATA', '<c t="inlineStr"><is><t><![CDATA[<b>&amp;]]></t></is></c>', '<b>&amp;'],
    ['characters that XML cannot hold', '<c t="inlineStr"><is><t>a_x0009_b_x005F_x0009_</t></is></c>', 'a\tb_x0009_'],
    ['a formula', '<c t="str"><f>A1&amp;B1</f><v>甲乙</v></c>', '甲乙'],
    ['a formula of a number', '<c><f>1+1</f><v>2</v></c>', '2'],
  ])('%s', async (_, cell, text) => {
    expect(await textOf(cell)).toBe(text);
  });

  test('days from 1904', async () => {
    expect(await textOf('<c s="2"><v>0</v></c>', true)).toBe('1904-01-01');
    expect(await textOf('<c s="2"><v>39511</v></c>', true)).toBe('2012-03-05');
  });

  test.each([
    ['blank', '<c/>'],
    ['a style only', '<c s="3"/>'],
    ['a blank text', '<c t="str"><f>""</f><v></v></c>'],
    ['blank inline', '<c t="inlineStr"><is><t/></is></c>'],
  ])('%s is a blank', async (_, cell) => {
    const result = await read(record({ 创建等级: xml(cell) }));
    expect(said(result)).toEqual([]);
    expect(figures(result)).toEqual(['沙头角街道 0/1?1']);
  });

  test('true and false are labels', async () => {
    const rows = [
      ['年度', '街道代码', '街道', '维稳综治专项考核'],
      [2012, '440308003', '沙头角街道', true],
    ];
    const result = await inFolder({ 'a.xlsx': workbook({ name: 'S', rows }) });
    expect(result.subjects[0]!.findings.find(({ rule }) => rule === 'stability')!.result).toBe('pass');
  });
});

describe('what is no value', () => {
  const error = xml('<c t="e"><f>1/0</f><v>#DIV/0!</v></c>');
  const noValue = xml('<c><f>SUM(A1:A2)</f></c>');

  test.each<[string, Readonly<Record<string, CellValue>>, string]>([
    ['an error in a level', { 创建等级: error }, 'error xlsx.error-value a.xlsx#S!F2 "#DIV/0!"'],
    ['an error in a name', { 小区: error }, 'error xlsx.error-value a.xlsx#S!E2 "#DIV/0!"'],
    ['an error in a year', { 年度: error }, 'error xlsx.error-value a.xlsx#S!A2 "#DIV/0!"'],
    ['a formula without a value', { 创建等级: noValue }, 'error xlsx.no-value a.xlsx#S!F2 "=SUM(A1:A2)"'],
    ['one with an empty value', { 创建等级: xml('<c><f>A1</f><v/></c>') }, 'error xlsx.no-value a.xlsx#S!F2 "=A1"'],
    [
      'a shared formula without a value',
      { 创建等级: xml('<c><f t="shared" si="0"/></c>') },
      'error xlsx.no-value a.xlsx#S!F2 "="',
    ],
    ['a code of 16 digits', { 小区代码: 4403080030030012 }, 'error xlsx.long-code a.xlsx#S!D2 "4403080030030012"'],
    [
      'a code that lost its end',
      { 小区代码: xml('<c><v>4.40308003003E17</v></c>') },
      'error xlsx.long-code a.xlsx#S!D2 "440308003003000000"',
    ],
    [
      'a code that became a date',
      { 小区代码: xml('<c s="2"><v>40973</v></c>') },
      'error xlsx.date-code a.xlsx#S!D2 "2012-03-05"',
    ],
    [
      'a name that became a date',
      { 小区: xml('<c s="2"><v>40973</v></c>') },
      'error xlsx.date-code a.xlsx#S!E2 "2012-03-05"',
    ],
    ['a number so small', { 小区代码: 1e-7 }, 'error xlsx.long-code a.xlsx#S!D2 "1e-7"'],
    ['a text in E-notation', { 小区代码: '4.40308E+14' }, 'error record.lossy-code a.xlsx#S!D2 "4.40308E+14"'],
    ['a code with decimals', { 小区代码: 44030800.5 }, 'error record.bad-code a.xlsx#S!D2 "44030800.5"'],
  ])('%s is an error', async (_, over, expected) => {
    expect(faults(await read(record(over), record({}, 2)))).toEqual([expected]);
  });

  test('columns that nobody reads may hold it', async () => {
    const result = await read(record({ 备注: error, 档案号: noValue }));
    expect(said(result)).toEqual([]);
    expect(figures(result)).toEqual(['沙头角街道 1/1']);
  });

  test('rows of totals may hold it', async () => {
    const result = await read(record(), ['合计', null, null, null, error, error]);
    expect(said(result)).toEqual(['note table.total-skipped a.xlsx#S!A3']);
  });

  test('--on-invalid unknown takes a value as not known, never a key', async () => {
    await withFolder(
      { 'a.xlsx': workbook({ name: 'S', rows: [HEADINGS, record({ 创建等级: error })] }) },
      async (folder) => {
        const result = await assessed({ paths: [folder], onInvalid: 'unknown' });
        expect(said(result)).toEqual(['warning xlsx.error-value a.xlsx#S!F2 "#DIV/0!"']);
        expect(figures(result)).toEqual(['沙头角街道 0/1?1']);
      },
    );
  });
});

describe('whole rows and columns that are merged', () => {
  const rows = [['台账'], HEADINGS, record(), record({}, 2)];
  test.each([
    ['a title over its whole row', ['1:1']],
    ['a title over several rows', ['$1:$1']],
    ['columns that are blank', ['Z:AB', 'AD:AD']],
  ])('%s', async (_, merges) => {
    const result = await inFolder({ 'a.xlsx': workbook({ name: 'S', rows, merges }) });
    expect(faults(result)).toEqual([]);
    expect(figures(result)).toEqual(['沙头角街道 2/2']);
  });

  test.each(['0:1', '1:0', 'A:1', '2:1', 'B:A', '1', 'A', 'A:ZZZZ', '1:9999999', '1:1:1'])(
    '%s names none',
    async (range) => {
      const result = await inFolder({ 'a.xlsx': workbook({ name: 'S', rows, merges: [range] }) });
      expect(faults(result)).toEqual([expect.stringMatching(/^error xlsx\.damaged a\.xlsx#S!A1$/)]);
    },
  );

  test('a record within is not read twice', async () => {
    const result = await inFolder({ 'a.xlsx': workbook({ name: 'S', rows, merges: ['3:4'] }) });
    expect(faults(result)).not.toEqual([]);
    expect(result.verdict).toBeNull();
  });
});

describe('notes', () => {
  test('numbers as codes, once a column', async () => {
    const numbers = { 街道代码: 440308003, 小区代码: 440308003003001 };
    const result = await read(record(numbers), record({ ...numbers, 小区代码: 440308003003002 }, 2));
    expect(said(result)).toEqual(['note xlsx.number-code a.xlsx#S!B2 ×2', 'note xlsx.number-code a.xlsx#S!D2 ×2']);
    expect(result.subjects[0]!.code).toBe('440308003');
  });

  test('hidden rows are read', async () => {
    const rows = [HEADINGS, record(), record({}, 2), record({}, 3)];
    const result = await inFolder({ 'a.xlsx': workbook({ name: 'S', rows, hiddenRows: [3, 4] }) });
    expect(said(result)).toEqual(['note xlsx.hidden-rows a.xlsx#S!A3 ×2']);
    expect(figures(result)).toEqual(['沙头角街道 3/3']);
  });

  test.each([
    ['rows of no height', '<row r="3"', '<row ht="0" customHeight="1" r="3"'],
    ['rows of no height, as a fraction', '<row r="3"', '<row ht="0.0" r="3"'],
    [
      'all rows but those with a height',
      '<sheetData><row r="1"',
      '<sheetFormatPr zeroHeight="1"/><sheetData><row ht="15" r="1"',
    ],
    [
      'all rows by their usual height',
      '<sheetData><row r="1"',
      '<sheetFormatPr defaultRowHeight="0"/><sheetData><row ht="15" r="1"',
    ],
  ])('%s are hidden', async (_, from, to) => {
    const parts = workbookParts([{ name: 'S', rows: [HEADINGS, record({}, 2), record({}, 3)] }]);
    const sheet = 'xl/worksheets/sheet1.xml';
    expect(parts.get(sheet)).toContain(from);
    parts.set(sheet, parts.get(sheet)!.replace(from, to).replace('<row r="2"', '<row ht="15" r="2"'));
    const result = await inFolder({ 'a.xlsx': zipParts(parts) });
    expect(said(result)).toEqual(['note xlsx.hidden-rows a.xlsx#S!A3']);
  });

  test('cells to the right of the headings', async () => {
    const result = await read(record(), [...record({}, 2), null, '核对过']);
    expect(said(result)).toEqual(['note table.nameless-column a.xlsx#S!J3']);
  });
});

describe('merged cells', () => {
  const rows = [
    HEADINGS,
    record(),
    record({ 街道代码: null, 街道: null, 年度: null }, 2),
    record({ 街道代码: null, 街道: null, 年度: null }, 3),
    [],
    record({ 街道代码: '440308004', 街道: '海山街道', 小区代码: '440308004001001' }, 4),
  ];

  test('each row has the value of the first; rows without more stay blank', async () => {
    const merges = ['A2:A5', 'B2:B5', 'C2:C5'];
    const result = await inFolder({ 'a.xlsx': workbook({ name: 'S', rows, merges }) });
    expect(said(result)).toEqual([
      'note xlsx.merged-down a.xlsx#S!A3 ×2',
      'note xlsx.merged-down a.xlsx#S!B3 ×2',
      'note xlsx.merged-down a.xlsx#S!C3 ×2',
      'note table.blank-rows a.xlsx#S!A5',
    ]);
    expect(figures(result)).toEqual(['沙头角街道 3/3', '海山街道 1/1']);
  });

  test('an error in them is one in each row', async () => {
    const broken = [HEADINGS, record({ 创建等级: xml('<c t="e"><v>#N/A</v></c>') }), record({ 创建等级: null }, 2)];
    const result = await inFolder({ 'a.xlsx': workbook({ name: 'S', rows: broken, merges: ['F2:F3'] }) });
    expect(faults(result)).toEqual([
      'error xlsx.error-value a.xlsx#S!F2 "#N/A"',
      'error xlsx.error-value a.xlsx#S!F3 "#N/A"',
    ]);
  });
});
