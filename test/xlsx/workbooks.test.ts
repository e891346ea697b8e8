import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { assessed, figures, inFolder, rowCounts, told, withFolder } from '../intake/submission.ts';
import { type CellValue, workbook, workbookParts, zipParts } from './workbook.ts';

const HEADINGS = ['年度', '街道代码', '街道', '小区代码', '小区', '创建等级'];
const record = (serial: number): CellValue[] => [
  ...[2012, '440308003', '沙头角街道', `44030800300300${serial}`, `${serial}村`, '标兵'],
];
const SHEET = { name: '小区', rows: [HEADINGS, record(1), record(2)] };
const SHEET_PART = 'xl/worksheets/sheet1.xml';
const whole = () => workbookParts([SHEET]);

/** The parts of the workbook with their texts changed. */
const changed = (change: (text: string, name: string) => string | Uint8Array) =>
  zipParts(new Map([...whole()].map(([name, text]) => [name, change(text, name)])));

const renamed = (names: Readonly<Record<string, string>>, change = (text: string, _name: string) => text) =>
  zipParts(new Map([...whole()].map(([name, text]) => [names[name] ?? name, change(text, name)])));

const utf16 = (text: string, bom: boolean) =>
  Buffer.from((bom ? '\ufeff' : '') + text.replace(/<\?xml.*?\?>/, ''), 'utf16le');

describe('a workbook is read', () => {
  test.each<[string, () => Buffer]>([
    [
      'of the strict format',
      () =>
        changed((text) =>
          text
            .replaceAll(
              'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
              'http://purl.oclc.org/ooxml/spreadsheetml/main',
            )
            .replaceAll(
              'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
              'http://purl.oclc.org/ooxml/officeDocument/relationships',
            ),
        ),
    ],
    [
      'with prefixes',
      () =>
        changed((text, name) =>
          name.includes('sheet1') || name.includes('sharedStrings')
            ? text.replace('xmlns=', 'xmlns:x=').replace(/<(\/?)([a-z])/gi, '<$1x:$2')
            : text,
        ),
    ],
    ['with a byte order mark', () => changed((text) => `\ufeff${text}`)],
    ['in UTF-16', () => changed((text) => utf16(text, true))],
    ['in UTF-16 without a mark', () => changed((text, name) => (name === SHEET_PART ? utf16(text, false) : text))],
    [
      'with targets from the root',
      () =>
        changed((text, name) =>
          name.endsWith('workbook.xml.rels') ? text.replaceAll('Target="', 'Target="/xl/') : text,
        ),
    ],
    [
      'with targets that go up',
      () =>
        changed((text, name) =>
          name.endsWith('workbook.xml.rels') ? text.replaceAll('Target="', 'Target="../xl/./') : text,
        ),
    ],
    [
      'with names in other case',
      () => renamed({ [SHEET_PART]: 'XL/Worksheets/Sheet1.XML', 'xl/sharedStrings.xml': 'xl/SharedStrings.xml' }),
    ],
    ['with backslashes in its names', () => renamed({ [SHEET_PART]: 'xl\\worksheets\\sheet1.xml' })],
    [
      'with its parts elsewhere',
      () =>
        renamed({ 'xl/workbook.xml': 'a/b.xml', 'xl/_rels/workbook.xml.rels': 'a/_rels/b.xml.rels' }, (text, name) =>
          name === '_rels/.rels'
            ? text.replace('xl/workbook.xml', 'a/b.xml')
            : text.replaceAll('Target="', name.endsWith('workbook.xml.rels') ? 'Target="../xl/' : 'Target="'),
        ),
    ],
    ['without names of rows and cells', () => changed((text) => text.replace(/<(row|c) r="[A-Z0-9]+"/g, '<$1'))],
    [
      'without styles',
      () => {
        const parts = whole();
        parts.delete('xl/styles.xml');
        return zipParts(parts);
      },
    ],
    [
      'with what later versions add',
      () =>
        changed((text, name) =>
          name === SHEET_PART
            ? text
                .replace('<sheetData>', '<sheetViews><sheetView/></sheetViews><!-- x --><?x y?><sheetData>')
                .replace('</worksheet>', '<extLst><ext><sheetData><row r="1"/></sheetData></ext></extLst></worksheet>')
            : text,
        ),
    ],
  ])('%s', async (_, bytes) => {
    const result = await inFolder({ 'a.xlsx': bytes() });
    expect(told(result)).toEqual([]);
    expect(figures(result)).toEqual(['沙头角街道 2/2']);
  });

  test.each(['a.xlsm', 'a.XLSX', 'a.csv', 'a.yaml'])('under the name %s', async (name) => {
    const result = await inFolder({ [name]: workbook(SHEET) });
    expect(rowCounts(result)).toEqual([`${name}#小区 2+0-0`]);
  });

  test('from standard input', async () => {
    const stdin = () =>
      (async function* () {
        yield workbook(SHEET);
      })();
    expect(rowCounts(await assessed({ paths: ['-'], stdin: stdin() }))).toEqual(['-#小区 2+0-0']);
    expect(rowCounts(await assessed({ paths: ['compounds=-#小区'], stdin: stdin() }))).toEqual(['-#小区 2+0-0']);
  });

  test('its hash is that of the file', async () => {
    const result = await inFolder({ 'a.xlsx': workbook(SHEET) });
    const { createHash } = process.getBuiltinModule('node:crypto');
    const sha256 = createHash('sha256').update(workbook(SHEET)).digest('hex');
    expect(result.inputs[0]).toMatchObject({ sha256, encoding: 'xlsx', table: 'compounds' });
  });
});

describe('sheets', () => {
  const TWO = [SHEET, { name: '三村', rows: [HEADINGS, record(3)] }];

  test('two of one workbook, given apart', async () => {
    await withFolder({ 'a.xlsx': workbook(...TWO) }, async (folder) => {
      const file = join(folder, 'a.xlsx');
      const result = await assessed({ paths: [`${file}#小区`, `${file}#三村`] });
      expect(told(result)).toEqual([]);
      expect(rowCounts(result)).toEqual(['a.xlsx#小区 2+0-0', 'a.xlsx#三村 1+0-0']);
    });
  });

  test('the first one, and another by name', async () => {
    await withFolder({ 'a.xlsx': workbook(...TWO) }, async (folder) => {
      const file = join(folder, 'a.xlsx');
      const result = await assessed({ paths: [file, `${file}#三村`] });
      expect(told(result)).toEqual([]);
      expect(figures(result)).toEqual(['沙头角街道 3/3']);
    });
  });

  test('one given by name and as the first one is read once', async () => {
    await withFolder({ 'a.xlsx': workbook(SHEET) }, async (folder) => {
      const file = join(folder, 'a.xlsx');
      const result = await assessed({ paths: [file, `${file}#小区`, `${file}#小区`] });
      expect(told(result)).toEqual(['note input.given-twice ×2']);
      expect(figures(result)).toEqual(['沙头角街道 2/2']);
    });
  });

  test.each(['a#b.xlsx', 'a.xlsx#小区'])('the file %s itself comes first', async (name) => {
    await withFolder({ [name]: workbook(...TWO), 'a.xlsx': 'x' }, async (folder) => {
      expect(rowCounts(await assessed({ paths: [join(folder, name)] }))).toEqual([
        `${name}#小区 2+0-0`,
        `${name}#三村 1+0-0`,
      ]);
    });
  });

  test('a name with # in a file with #', async () => {
    const sheet = { ...SHEET, name: '小#区' };
    await withFolder({ 'a#b.xlsx': workbook(sheet) }, async (folder) => {
      const result = await assessed({ paths: [join(folder, 'a#b.xlsx#小#区')] });
      expect(rowCounts(result)).toEqual(['a#b.xlsx#小#区 2+0-0']);
    });
  });

  test('two workbooks of one name are told apart', async () => {
    const files = { 'x/a.xlsx': workbook(SHEET), 'y/a.xlsx': workbook(TWO[1]!) };
    await withFolder(files, async (folder) => {
      const result = await assessed({ paths: [join(folder, 'x/a.xlsx'), join(folder, 'y/a.xlsx#三村')] });
      expect(rowCounts(result)).toEqual(['x/a.xlsx#小区 2+0-0', 'y/a.xlsx#三村 1+0-0']);
    });
  });

  test('a hidden one only by its name', async () => {
    const hidden = { ...SHEET, name: '隐藏', state: 'hidden' as const };
    await withFolder({ 'a.xlsx': workbook(hidden, TWO[1]!) }, async (folder) => {
      const file = join(folder, 'a.xlsx');
      expect(rowCounts(await assessed({ paths: [file] }))).toEqual(['a.xlsx#三村 1+0-0']);
      expect(rowCounts(await assessed({ paths: [`${file}#隐藏`] }))).toEqual(['a.xlsx#隐藏 2+0-0']);
    });
  });

  test('a CSV file has none', async () => {
    await withFolder({ 'a.csv': 'x' }, async (folder) => {
      const result = await assessed({ paths: [`${join(folder, 'a.csv')}#小区`] });
      expect(told(result)).toEqual(['error input.not-found']);
      expect(result.refusal).toBe('input');
    });
  });

  test('names are taken in any case and width, as spreadsheets do', async () => {
    await withFolder({ 'a.xlsx': workbook({ ...SHEET, name: 'List１' }) }, async (folder) => {
      expect(rowCounts(await assessed({ paths: [`${folder}/a.xlsx#LIST1`] }))).toEqual(['a.xlsx#List１ 2+0-0']);
    });
  });
});

test('a workbook that changes while it is read ends the run', async () => {
  await withFolder({ 'a.xlsx': workbook(SHEET) }, async (folder) => {
    const file = join(folder, 'a.xlsx');
    const { appendFileSync } = process.getBuiltinModule('node:fs');
    let told = false;
    const result = await assessed({
      paths: [file],
      onProgress: () => {
        if (!told) appendFileSync(file, 'x');
        told = true;
      },
    });
    expect(result).toMatchObject({ refusal: 'input', diagnostics: [{ code: 'input.changed' }] });
    expect(readFileSync(file).at(-1)).toBe(0x78);
  });
});
