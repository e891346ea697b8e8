import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { columnLetters } from '../../src/model/spreadsheet.ts';
import { describeWithCalc, fillInCalc } from '../form/spreadsheet-program.ts';
import { unzip } from '../form/unzip.ts';
import { encode } from '../laws/encode.ts';
import { findingsOf } from '../laws/findings.ts';
import { type Report, reportOn } from '../laws/report-of.ts';
import { type CellValue, workbook } from '../xlsx/workbook.ts';
import { type Corrections, correctionsOf } from './corrections-of.ts';

const RED = 'FFC7CE';

type Grid = readonly (readonly string[])[];

/** What is right, with a title above the headings as offices have it. */
const STREETS: Grid = [
  ['考核结果'],
  ['年度', '街道代码', '街道名称', '维稳综治专项考核', '安全专项考核', '计生专项考核', '小区总数'],
  ['2012', '440308001', '梅沙街道', '达标', '达标', '达标', '3'],
  ['2012', '440308002', '盐田街道', '达标', '不达标', '达标', '2'],
];
const COMMUNITIES: Grid = [
  [
    '年度',
    '街道代码',
    '社区代码',
    '社区名称',
    '安全文明社区',
    '无毒社区',
    '无邪社区',
    '本年刑事发案',
    '上年刑事发案',
    '本年治安发案',
    '上年治安发案',
  ],
  ['2012', '440308001', '440308001001', '大梅沙社区', '是', '是', '是', '3', '4', '5', '6'],
  ['2012', '440308001', '440308001002', '小梅沙社区', '是', '是', '是', '0', '0', '5', '5'],
  ['2012', '440308002', '440308002001', '永安社区', '是', '否', '是', '1', '2', '9', '9'],
];
const COMPOUNDS: Grid = [
  ['年度', '社区代码', '小区编号', '小区名称', '创建等级'],
  ['2012', '440308001001', '440308001001001', '=海景"花园"', '标兵'],
  ['2012', '440308001001', '440308001001002', '3-2', '先进'],
  ['2012', '440308001002', '440308001002001', '东海岸，一期', '标兵'],
  ['2012', '440308002001', '440308002001001', '永安大厦', '达标'],
  ['2012', '440308002001', '440308002001002', '明珠花园', '标兵'],
];

const change = (grid: Grid, changes: Readonly<Record<string, string>>, more: Grid = []): string[][] => [
  ...grid.map((cells, row) => cells.map((cell, column) => changes[`${columnLetters(column)}${row + 1}`] ?? cell)),
  ...more.map((row) => [...row]),
];
const csv = (grid: Grid): Buffer =>
  Buffer.from(
    grid
      .map(
        (cells) =>
          `${cells.map((cell) => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`,
      )
      .join(''),
  );
const xlsx = (name: string, grid: Grid, cells: Readonly<Record<string, CellValue>> = {}): Buffer =>
  workbook({
    name,
    rows: grid.map((row, at) =>
      row.map((cell, column) => cells[`${columnLetters(column)}${at + 1}`] ?? (cell || null)),
    ),
  });

const RIGHT = { 街道: STREETS, 社区: COMMUNITIES, 小区: COMPOUNDS } as const;
type Table = keyof typeof RIGHT;

/** Each wrong in many ways: by values, codes that lost digits, rows twice, rows that were cut, formulas gone wrong. */
const WRONG: Readonly<Record<string, Buffer>> = {
  '街道.xlsx': xlsx('街道', change(STREETS, { A3: '2012年底', G4: '两个' }), {
    D3: { xml: '<c t="e"><v>#REF!</v></c>' },
    E4: { xml: '<c><f>1+1</f></c>' },
  }),
  '社区.csv': csv([
    ...change(COMMUNITIES.slice(0, 3), { H2: '3起', E3: '优秀', C3: '4.40308E+11' }),
    COMMUNITIES[3]!.filter((_, at) => at !== 5),
  ]),
  '小区.csv': encode(
    csv(
      change(COMPOUNDS, { B3: '440308001009', E5: '达标小区吧', E6: '标兵（2011年授牌）' }, [COMPOUNDS[1]!]),
    ).toString(),
    'gb18030',
  ),
};

/** Of a cell by its name, row and column counted from 0. */
const cellOf = (ref: string): readonly [row: number, column: number] => {
  const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(ref)!;
  return [Number(row) - 1, [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1];
};

/** What a clerk types who knows the right values and looks at nothing but the notes. */
const keysOf = ({ sheets }: Corrections): string => {
  const keys = new Map<string, string>();
  for (const { name, notes } of sheets.slice(1)) {
    const right: Grid = RIGHT[name as Table];
    const type = (row: number, column: number) =>
      keys.set(`${name}\t${columnLetters(column)}${row + 1}`, right[row]?.[column] ?? '');
    for (const [ref, note] of notes) {
      const [row, column] = cellOf(ref);
      const wide = right[row]?.length ?? right[1]!.length;
      // One of two records goes; a row whose cells have shifted is entered anew.
      const isWhole = /出现不止一次/.test(note) ? right[row] === undefined : /错位/.test(note);
      for (let at = 0; isWhole && at < wide; at++) type(row, at);
      if (!isWhole && right[row] !== undefined) type(row, column);
      const may = /可填：(.*?)；/.exec(note)?.[1]?.split('、');
      if (may !== undefined) expect(may).toContain(right[row]![column]);
    }
  }
  return [...keys].map(([cell, text]) => `${cell}\t${text}`).join('\n');
};

describeWithCalc('a correction copy in a spreadsheet program', () => {
  const root = mkdtempSync(join(tmpdir(), 'streetcheck-calc-corrections-'));
  const folder = (name: string) => join(root, name);
  let corrections: Corrections;
  let right: Report;

  beforeAll(async () => {
    for (const name of ['right', 'wrong', 'typed', 'untouched']) mkdirSync(folder(name));
    for (const [name, grid] of Object.entries(RIGHT)) writeFileSync(join(folder('right'), `${name}.csv`), csv(grid));
    for (const [name, bytes] of Object.entries(WRONG)) writeFileSync(join(folder('wrong'), name), bytes);
    corrections = await correctionsOf([folder('wrong')]);
    for (const name of ['typed', 'untouched']) writeFileSync(join(folder(name), 'form.xlsx'), corrections.bytes);
    writeFileSync(join(folder('typed'), 'keys.txt'), keysOf(corrections));
    writeFileSync(join(folder('untouched'), 'keys.txt'), '');
    fillInCalc([folder('typed'), folder('untouched')]);
    right = await reportOn({ paths: [folder('right')] });
  }, 600_000);
  afterAll(() => rmSync(root, { recursive: true }));

  const saved = (name: string) => join(folder(name), 'saved.xlsx');

  test('what is right is judged, what is wrong is refused', async () => {
    expect(right.verdict).toBe('fail');
    const wrong = await reportOn({ paths: [folder('wrong')] });
    expect(wrong.verdict).toBeNull();
    expect(new Set(wrong.diagnostics.map(({ code }) => code))).toEqual(
      new Set([
        ...['record.bad-year', 'record.bad-count', 'xlsx.error-value', 'xlsx.no-value', 'record.unknown-value'],
        ...['record.lossy-code', 'table.ragged', 'reference.unknown', 'unit.duplicate'],
        ...['table.above-headings', 'encoding.converted'],
      ]),
    );
  });

  test('corrected by its notes alone and handed in itself, it gives the findings of what is right', async () => {
    const report = await reportOn({ paths: [saved('typed')] });
    expect(report.diagnostics.filter(({ severity }) => severity !== 'note')).toEqual([]);
    expect(findingsOf(report)).toEqual(findingsOf(right));
  });

  test('saved without a correction it is refused for every cell that it marks as an error', async () => {
    const report = await reportOn({ paths: [saved('untouched')] });
    expect(report.verdict).toBeNull();
    const wrong = report.diagnostics
      .filter(({ severity }) => severity === 'error')
      .map(({ place }) => `${place!.path.replace(/.*#/, '')}!${place!.cell}`);
    const red = corrections.sheets
      .slice(1)
      .flatMap(({ name, cells }) => [...cells].flatMap(([ref, { fill }]) => (fill === RED ? [`${name}!${ref}`] : [])));
    // The row that was cut is wrong in its first cell and is entered anew.
    expect(red.filter((cell) => !wrong.includes(cell))).toEqual(['社区!A4']);
    expect(wrong).toContain('社区!C4');
  });

  test('its first sheet is still known for what it is, and notes and colours are kept', async () => {
    const { diagnostics } = await reportOn({ paths: [saved('untouched')] });
    expect(diagnostics.map(({ code }) => code)).toContain('input.saved-report');
    const parts = unzip(readFileSync(saved('untouched')));
    const notes = [...parts]
      .filter(([name]) => name.startsWith('xl/comments'))
      .map(([, xml]) => xml.replace(/<[^>]*>/g, ''));
    expect(notes.join()).toContain('可填：标兵、先进、达标、未创建');
    expect(parts.get('xl/styles.xml')).toMatch(/FFFFC7CE/);
  });
});
