import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { faults, figures, inFolder, told } from '../intake/submission.ts';
import { workbookParts, zipParts } from './workbook.ts';

const HEADINGS = ['年度', '街道代码', '街道', '小区代码', '小区', '创建等级'];
const KEYS = [2012, '440308003', '沙头角街道', '440308003003001', '一村'];
const SHEET_PART = 'xl/worksheets/sheet1.xml';
const MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';

/** A workbook of one record whose level stands in the cell F2. */
const partsWith = (cell: string) => workbookParts([{ name: 'S', rows: [HEADINGS, [...KEYS, { xml: cell }]] }]);

const withCell = (cell: string) => inFolder({ 'a.xlsx': zipParts(partsWith(cell)) });

const changed = (part: string, change: (text: string) => string) => {
  const parts = partsWith('<c t="str"><v>标兵</v></c>');
  const text = parts.get(part)!;
  expect(change(text)).not.toBe(text);
  parts.set(part, change(text));
  return inFolder({ 'a.xlsx': zipParts(parts) });
};

describe('in a cell', () => {
  test.each([
    ['the value of an inline text', '<c t="inlineStr"><v>标兵</v></c>'],
    ['one beside it', '<c t="inlineStr"><is><t>先进</t></is><v>标兵</v></c>'],
    ['an inline text in a shared one', '<c t="s"><is><t>标兵</t></is></c>'],
    ['one in a number', '<c t="n"><is><t>标兵</t></is></c>'],
    ['one without a type', '<c><is><t>标兵</t></is></c>'],
    ['one in a formula', '<c t="str"><is><t>标兵</t></is></c>'],
    ['one in a boolean', '<c t="b"><v>1</v><is><t>标兵</t></is></c>'],
    ['bare text', '<c>标兵</c>'],
    ['bare text behind a value', '<c t="str"><v>先进</v>标兵</c>'],
    ['bare text as CDATA', '<c><![CDATA[标兵]]></c>'],
    ['<t>', '<c t="inlineStr"><t>标兵</t></c>'],
    ['<r>', '<c t="inlineStr"><r><t>标兵</t></r></c>'],
    ['an unknown element', '<c t="inlineStr"><text>标兵</text></c>'],
    ['a value of another namespace', '<c xmlns:x="http://x" t="str"><x:v>标兵</x:v></c>'],
    ['an inline text of another namespace', '<c xmlns:x="http://x" t="inlineStr"><x:is><x:t>标兵</x:t></x:is></c>'],
    ['a text of another namespace', '<c xmlns:x="http://x" t="inlineStr"><is><x:t>标兵</x:t></is></c>'],
    ['a value twice', '<c t="str"><v>标兵</v><v>先进</v></c>'],
    ['a blank value before it', '<c t="str"><v/><v>标兵</v></c>'],
    ['an element in a value', '<c t="str"><v><b>标兵</b></v></c>'],
    ['an inline text twice', '<c t="inlineStr"><is><t>标</t></is><is><t>兵</t></is></c>'],
    ['text outside <t>', '<c t="inlineStr"><is>标兵</is></c>'],
    ['text in a run outside <t>', '<c t="inlineStr"><is><r>标兵</r></is></c>'],
    ['text in the properties of a run', '<c t="inlineStr"><is><r><rPr>标兵</rPr><t/></r></is></c>'],
    ['<t> twice', '<c t="inlineStr"><is><t>先进</t><t>标兵</t></is></c>'],
    ['<t> twice in a run', '<c t="inlineStr"><is><r><t>先进</t><t>标兵</t></r></is></c>'],
    ['<t> in <t>', '<c t="inlineStr"><is><t><t>标兵</t></t></is></c>'],
    [
      'an alternative',
      `<c t="str"><mc:AlternateContent ${MC}><mc:Choice><v>标兵</v></mc:Choice></mc:AlternateContent></c>`,
    ],
    [
      'an alternative in a text',
      `<c t="inlineStr"><is><mc:AlternateContent ${MC}><mc:Fallback><t>标兵</t></mc:Fallback></mc:AlternateContent></is></c>`,
    ],
    ['an unknown type', '<c t="text"><v>标兵</v></c>'],
  ])('%s is refused at it', async (_, cell) => {
    const result = await withCell(cell);
    expect(told(result)).toEqual(['error xlsx.damaged a.xlsx#S!F2']);
    expect(result.verdict).toBeNull();
  });

  test.each([
    [
      'white space between elements',
      '<c t="inlineStr">\n <is>\n  <r>\n <rPr>\n <b/> </rPr><t>标兵</t>\n</r> </is>\n</c>',
    ],
    ['an extension', '<c t="str"><v>标兵</v><extLst><ext uri="x"><v>先进</v>text<t>先进</t></ext></extLst></c>'],
    ['a blank inline text beside the value', '<c t="str"><v>标兵</v><is><t> </t></is></c>'],
    ['a blank value beside the inline text', '<c t="inlineStr"><v> </v><is><t>标兵</t></is></c>'],
    [
      'phonetic runs and properties',
      '<c t="inlineStr"><is><t>标兵</t><rPh sb="0" eb="1"><t>bing</t></rPh><phoneticPr fontId="1"/></is></c>',
    ],
    [
      'runs with phonetic ones',
      '<c t="inlineStr"><is><r><t>标</t></r><r><t>兵</t></r><rPh sb="0" eb="1"><t>b</t></rPh><rPh sb="1" eb="2"><t>b</t></rPh></is></c>',
    ],
    ['runs beside a plain text', '<c t="inlineStr"><is><t>标</t><r><t>兵</t></r></is></c>'],
    ['space that is kept', '<c t="inlineStr"><is><t xml:space="preserve"> 标兵 </t></is></c>'],
    ['comments', '<c t="str"><!-- 先进 --><v>标<!-- 先进 -->兵</v></c>'],
  ])('%s is read', async (_, cell) => {
    const result = await withCell(cell);
    expect(told(result)).toEqual([]);
    expect(figures(result)).toEqual(['沙头角街道 1/1']);
  });
});

const second = `<row r="3"><c r="A3" t="inlineStr"><is><t>x</t></is></c></row>`;
const alternative = (inner: string) =>
  `<mc:AlternateContent ${MC}><mc:Choice Requires="x14">${inner}</mc:Choice></mc:AlternateContent>`;

test('nothing that stands between elements is passed over', async () => {
  const whole = partsWith('<c t="inlineStr"><is><r><rPr><b/></rPr><t>标兵</t></r></is></c>').get(SHEET_PART)!;
  const inTexts = /<(?:t|v|f)(?: [^>]*)?>$/;
  const places = [...whole.matchAll(/>/g)]
    .map(({ index }) => index + 1)
    .filter((at) => at > whole.indexOf('<worksheet') && at < whole.length && whole[at - 2] !== '?')
    .filter((at) => at > whole.indexOf('>', whole.indexOf('<worksheet')) && !inTexts.test(whole.slice(0, at)));
  const strays = [
    '先进',
    '<![CDATA[先进]]>',
    '<t>先进</t>',
    '<v>先进</v>',
    '<x:v>先进</x:v>',
    '<z>先进</z>',
    '<is><t>先进</t></is>',
  ];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...places), fc.constantFrom(...strays), async (at, stray) => {
      // Around the cells a format may have elements that are not known here.
      fc.pre(!stray.startsWith('<z>') || (at > whole.indexOf('<sheetData>') && at <= whole.indexOf('</sheetData>')));
      const parts = partsWith('<c/>');
      parts.set(SHEET_PART, whole.slice(0, at) + stray + whole.slice(at));
      const result = await inFolder({ 'a.xlsx': zipParts(parts) });
      expect(result.verdict).toBeNull();
      // A text beside runs is read with them.
      expect(faults(result)).toEqual([
        expect.stringMatching(/^error (?:xlsx\.damaged |record\.unknown-value .*(?:先进标兵|标兵先进))/),
      ]);
    }),
  );
});

describe('around the cells', () => {
  const after = (what: string, put: string) => (text: string) => text.replace(what, `${what}${put}`);
  test.each<[string, (text: string) => string, string]>([
    ['text in a row', after('</c>', '先进'), 'A1'],
    ['text between rows', after('</row>', '先进'), 'F1'],
    ['text before the rows', after('<sheetData>', '先进'), 'A1'],
    ['text behind the rows', after('</sheetData>', '先进'), 'F2'],
    ['a cell between rows', after('</row>', '<c t="str"><v>x</v></c>'), 'F1'],
    ['a row within a row', after('</c>', second), 'A1'],
    ['a row behind the rows', after('</sheetData>', second), 'F2'],
    ['a row of another namespace', after('</row>', second.replaceAll('row', 'x:row')), 'F1'],
    ['rows again', after('</sheetData>', `<sheetData>${second}</sheetData>`), 'F2'],
    ['rows of another namespace', after('</sheetData>', `<x:sheetData>${second}</x:sheetData>`), 'F2'],
    ['an alternative row', after('</row>', alternative(second)), 'F1'],
    ['an alternative cell', after('</c>', alternative('<c t="str"><v>x</v></c>')), 'A1'],
    ['alternative rows', after('</sheetData>', alternative(`<sheetData>${second}</sheetData>`)), 'F2'],
    ['an alternative row behind the rows', after('</sheetData>', alternative(second)), 'F2'],
    [
      'alternative merged cells',
      after('</sheetData>', alternative('<mergeCells><mergeCell ref="A2:A3"/></mergeCells>')),
      'F2',
    ],
    ['an extension of the rows', after('<sheetData>', `<extLst><ext>${second}</ext></extLst>`), 'A1'],
    ['what must be understood', (text) => text.replace('<worksheet', `<worksheet ${MC} mc:MustUnderstand="x14"`), 'A1'],
  ])('%s is refused', async (_, change, cell) => {
    const result = await changed(SHEET_PART, change);
    expect(told(result)).toEqual([`error xlsx.damaged a.xlsx#S!${cell}`]);
  });

  test.each<[string, (text: string) => string]>([
    [
      'controls and their anchors',
      after(
        '</sheetData>',
        `<controls>${alternative('<control><controlPr><anchor><from><xdr:row>3</xdr:row></from></anchor></controlPr></control>')}</controls>`,
      ),
    ],
    ['a drawing', after('</sheetData>', alternative('<drawing/>'))],
    ['headers and footers', after('</sheetData>', '<headerFooter><oddHeader>甲</oddHeader></headerFooter>')],
    ['an extension of a row', (text) => text.replace('</row>', `<extLst><ext>${second}</ext></extLst></row>`)],
    ['what may be ignored', (text) => text.replace('<worksheet', `<worksheet ${MC} mc:Ignorable="x14ac"`)],
    ['a dimension that is wrong', (text) => text.replace('<sheetData>', '<dimension ref="A1:B1"/><sheetData>')],
  ])('%s do not matter', async (_, change) => {
    const result = await changed(SHEET_PART, change);
    expect(told(result)).toEqual([]);
    expect(figures(result)).toEqual(['沙头角街道 1/1']);
  });
});

describe('what the sheets share', () => {
  test.each<[string, string, (text: string) => string]>([
    [
      'an alternative text',
      'xl/sharedStrings.xml',
      (text) => text.replace('<si>', `${alternative('<si><t>x</t></si>')}<si>`),
    ],
    ['a text without an item', 'xl/sharedStrings.xml', (text) => text.replace('<si>', '<t>x</t><si>')],
    ['bare text', 'xl/sharedStrings.xml', (text) => text.replace('<si>', 'x<si>')],
    ['bare text in an item', 'xl/sharedStrings.xml', (text) => text.replace('<si>', '<si>x')],
    [
      'an alternative style',
      'xl/styles.xml',
      (text) => text.replace('<cellXfs count="9">', `<cellXfs>${alternative('<xf/>')}`),
    ],
    ['an alternative font', 'xl/styles.xml', (text) => text.replace('<font/>', `${alternative('<font/>')}<font/>`)],
    [
      'an alternative sheet',
      'xl/workbook.xml',
      (text) => text.replace('<sheets>', `<sheets>${alternative('<sheet name="T"/>')}`),
    ],
    [
      'sheets apart',
      'xl/workbook.xml',
      (text) => text.replace('</sheets>', `</sheets>${alternative('<sheets><sheet name="T"/></sheets>')}`),
    ],
  ])('%s is refused', async (_, part, change) => {
    expect(faults(await changed(part, change)).map((line) => line.replace(/ a\.xlsx.*/, ''))).toEqual([
      'error xlsx.damaged',
    ]);
  });

  test.each<[string, string, (text: string) => string]>([
    [
      'the path a workbook was saved under',
      'xl/workbook.xml',
      (text) => text.replace('<sheets>', `${alternative('<x15ac:absPath url="x"/>')}<sheets>`),
    ],
    [
      'number formats with an alternative',
      'xl/styles.xml',
      (text) =>
        text.replace('<numFmts count="3">', `<numFmts>${alternative('<numFmt numFmtId="170" formatCode="0"/>')}`),
    ],
  ])('%s are read', async (_, part, change) => {
    const result = await changed(part, change);
    expect(told(result)).toEqual([]);
    expect(figures(result)).toEqual(['沙头角街道 1/1']);
  });
});
