import { join } from 'node:path';
import { expect, test } from 'vitest';
import { assessed, figures, told, withFolder } from './submission.ts';

const CSV = '年度,街道,小区,创建等级\n2012,梅沙街道,一村,标兵\n';
const HTML = '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table><tr><td>年度</td></tr></table></html>';
const XML =
  '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>';
const PDF = '%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\ntrailer\n%%EOF\n';
const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');
const latin = (text: string) => Buffer.from(text, 'latin1');

const toldOf = (file: string, content: string | Buffer) =>
  withFolder({ [file]: content }, async (folder) => {
    const { diagnostics } = await assessed({ paths: [join(folder, file)], year: 2012 });
    return diagnostics.map(({ code, severity, params }) => ({ code, severity, params }));
  });

test.each(['a.xlsx', 'a.XLSM', 'a.xls', 'a.et', 'a.ods'])('text named %s is told to be renamed', async (file) => {
  const ending = file.slice(1);
  for (const content of [CSV, `\ufeff${CSV}`, utf16(CSV), Buffer.from([0xc4, 0xea, 0x2c, 0xb6, 0xc8, 0x0a])]) {
    expect(await toldOf(file, content)).toEqual([
      { code: 'input.misnamed', severity: 'error', params: { path: file, ending } },
    ]);
  }
});

test.each([
  ['a.xls', HTML],
  ['a.xlsx', HTML],
  ['a.csv', HTML],
  ['a.et', `\ufeff\r\n<!-- saved -->\n<!DOCTYPE html>${HTML}`],
  ['a.xls', `<meta charset="gbk">${HTML}`],
  ['a.xls', `<table border="1"><tr></tr></table>`],
  ['a.xls', utf16(HTML)],
  ['a.xls', 'MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\n'],
])('%s that is a web page is told to be one', async (file, content) => {
  const [only, ...others] = await toldOf(file, content);
  expect(others).toEqual([]);
  expect(only).toMatchObject({ code: 'input.spreadsheet', params: { kind: { en: expect.stringContaining('HTML') } } });
});

test.each(['a.xls', 'a.xlsx', 'a.xml.csv'])('%s that is an XML spreadsheet is told to be one', async (file) => {
  for (const content of [XML, utf16(XML)]) {
    expect(await toldOf(file, content)).toMatchObject([
      { code: 'input.spreadsheet', params: { kind: { en: expect.stringContaining('XML') } } },
    ]);
  }
});

test.each(['a.csv', 'a.xlsx', 'a.xls', 'a.txt', 'a.tsv', 'a.yaml', 'a.json', 'a.ods'])(
  'a PDF named %s is told to be one',
  async (file) => {
    for (const content of [PDF, `\r\n${PDF}`, `a,b\n${PDF}`]) {
      expect(await toldOf(file, latin(content))).toEqual([
        {
          code: 'input.no-table',
          severity: 'error',
          params: { path: file, kind: { zh: ' PDF 文档', en: 'a PDF document' } },
        },
      ]);
    }
  },
);

test('a table that speaks of PDF and HTML is one', async () => {
  await withFolder({ 'a.csv': CSV.replace('一村', '%PDF-1.4村') }, async (folder) => {
    const result = await assessed({ paths: [folder] });
    expect(told(result)).toEqual([]);
    expect(figures(result)).toEqual(['梅沙街道 1/1']);
  });
});
