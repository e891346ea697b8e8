import fc from 'fast-check';
import { XmlDocument } from 'libxml2-wasm';
import { expect, test } from 'vitest';
import { writeXlsx } from '../../src/form/write-xlsx.ts';
import { column, form } from './forms.ts';
import { unzip } from './unzip.ts';

const name = column({ heading: '小区', field: 'name', kind: 'name' });
const count = column({ heading: '小区总数', field: 'compounds', kind: 'count', minimum: 0 });
const level = column({ heading: '等级', field: 'level', kind: 'choice', labels: ['标兵', '先进'] });
const many = Array.from({ length: 60 }, (_, at) => `第${at + 1}类小区`);
const sheetOf = (parts: ReadonlyMap<string, string>, nth = 1) => parts.get(`xl/worksheets/sheet${nth}.xml`)!;
const bytesOf = (...forms: Parameters<typeof writeXlsx>[0]) => Buffer.concat([...writeXlsx(forms, 'zh')]);
const write = (...forms: Parameters<typeof writeXlsx>[0]) => unzip(bytesOf(...forms));

test('the same form is the same bytes', () => {
  const make = () => bytesOf(form({ columns: [column(), level], rows: [['440308001002', '标兵']] }));
  expect(make().equals(make())).toBe(true);
});

test('a sheet of many rows, packed bit by bit, is one part', () => {
  const rows = Array.from({ length: 20_000 }, (_, at) => [`4403080010020${at}`, `第${at}村`]);
  const sheet = sheetOf(write(form({ columns: [column(), name], rows })));
  expect(sheet.match(/<row /g)).toHaveLength(20_001);
  expect(sheet.length).toBeGreaterThan(2 << 20);
  expect(sheet).toMatch(/第19999村.*<\/worksheet>$/);
});

test('columns of codes, names and texts are text also where they are empty, counts are whole numbers', () => {
  const parts = write(form({ columns: [column(), name, column({ kind: 'text' }), count, level] }));
  const styles = [...sheetOf(parts).matchAll(/<col [^>]*style="(\d)"/g)].map(([, style]) => Number(style));
  const formats = [
    ...parts
      .get('xl/styles.xml')!
      .split('<cellXfs')[1]!
      .matchAll(/<xf numFmtId="(\d+)"/g),
  ];
  expect(styles.map((style) => formats[style]![1])).toEqual(['49', '49', '49', '1', '49']);
});

test('a code is a text, a count a number, a blank no cell at all', () => {
  const sheet = sheetOf(write(form({ columns: [column(), name, count], rows: [['440308001002', '', '12']] })));
  expect(sheet).toContain('<c r="A2" s="2" t="inlineStr"><is><t xml:space="preserve">440308001002</t></is></c>');
  expect(sheet).toContain('<c r="C2" s="3"><v>12</v></c>');
  expect(sheet).not.toContain('r="B2"');
});

test('a short list stands in the rule, a long one and one with commas on a hidden sheet, once', () => {
  const long = column({ ...level, labels: many });
  const parts = write(
    form({ columns: [level, long, column({ ...level, labels: ['甲,乙', '丙'] })] }),
    form({ columns: [long] }),
  );
  const formulas = [1, 2].flatMap((nth) => [...sheetOf(parts, nth).matchAll(/<formula1>(.*?)<\/formula1>/g)]);
  expect(formulas.map(([, formula]) => formula)).toEqual([
    '&quot;标兵,先进&quot;',
    "'选项'!$A$1:$A$60",
    "'选项'!$B$1:$B$2",
    "'选项'!$A$1:$A$60",
  ]);
  expect(parts.get('xl/workbook.xml')).toContain('<sheet name="选项" sheetId="3" state="hidden" r:id="rId3"/>');
  expect(sheetOf(parts, 3)).toContain(
    '<c r="A60" s="0" t="inlineStr"><is><t xml:space="preserve">第60类小区</t></is></c>',
  );
});

test.each([
  ['at the limit', ['甲'.repeat(127), '乙'.repeat(127)], false],
  ['one character more', ['甲'.repeat(127), '乙'.repeat(128)], true],
])('a list of 255 characters, %s', (_, labels, isHidden) => {
  const parts = write(form({ columns: [column({ ...level, labels })] }));
  expect(parts.has('xl/worksheets/sheet2.xml')).toBe(isHidden);
});

test('rules begin below the headings, which are frozen and printed on each page', () => {
  const parts = write(form({ columns: [column(), count] }));
  expect(sheetOf(parts)).toContain('sqref="B2:B1048576"');
  expect(sheetOf(parts)).toContain('<pane ySplit="1" topLeftCell="A2"');
  expect(parts.get('xl/workbook.xml')).toContain(`localSheetId="0">'小区'!$1:$1</definedName>`);
  expect(parts.get('xl/comments1.xml')).toContain('<comment ref="B1" authorId="0">');
});

test('names of sheets are what sheets may be called, each once', () => {
  const workbook = write(form({ title: "a/b's" }), form({ title: 'A?B*s' }), form({ title: '选项' })).get(
    'xl/workbook.xml',
  )!;
  expect([...workbook.matchAll(/<sheet name="(.*?)"/g)].map(([, sheet]) => sheet)).toEqual([
    'a_b_s',
    'A_B_s 2',
    '选项',
  ]);
});

const unescaped = (text: string): string =>
  text.replace(/_x([0-9A-F]{4})_/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));

test('every part is well-formed XML, and every text comes back, whatever it holds', () => {
  const text = fc.string({
    unit: fc.oneof(
      fc.constantFrom('_x000D_', '\0', '\x1b[31m', '\ud800', '\ufffe', ']]>', '<', '&', '"', '\r\n'),
      fc.string(),
    ),
  });
  fc.assert(
    fc.property(text, text, fc.array(text, { maxLength: 3 }), (cell, note, labels) => {
      const parts = write(
        form({
          title: note,
          columns: [column({ heading: cell, note }), column({ ...level, labels })],
          rows: [[cell]],
        }),
      );
      for (const [part, xml] of parts) {
        using document = {
          value: XmlDocument.fromString(xml),
          [Symbol.dispose]() {
            this.value.dispose();
          },
        };
        if (part !== 'xl/worksheets/sheet1.xml' || cell === '') continue;
        const found = document.value.get("//*[local-name()='row'][@r='2']/*[1]//*[local-name()='t']");
        expect(unescaped(found!.content)).toBe(cell);
      }
    }),
    { numRuns: 50 },
  );
});
