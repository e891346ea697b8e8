import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeXlsx } from '../../src/form/write-xlsx.ts';
import { columnLetters } from '../../src/model/spreadsheet.ts';
import { findingsOf, witnessesOf } from '../laws/findings.ts';
import { type Report, reportOn } from '../laws/report-of.ts';
import { runMain } from '../samples/run-main.ts';
import { column, form } from './forms.ts';
import { describeWithCalc, fillInCalc } from './spreadsheet-program.ts';
import { unzip } from './unzip.ts';

const SAMPLE = 'samples/yantian-2012';
const TABLES = ['streets', 'communities', 'compounds'] as const;
const SHEETS = { streets: '街道', communities: '社区', compounds: '小区' } as const;
const MANY = Array.from({ length: 60 }, (_, at) => `第${at + 1}类小区`);

/** Every cell that a person would fill in to copy the sample into the blank form. */
const keysOf = async (): Promise<string> => {
  const keys: string[] = [];
  for (const table of TABLES) {
    const { stdout } = await runMain(['template', table, '--from', SAMPLE, '--lang', 'zh']);
    const rows: string[][] = parse(stdout, { relax_column_count: true, bom: true });
    const first = rows.findIndex((cells) => cells.filter((cell) => cell !== '').length > 1) + 1;
    for (const [at, cells] of rows.slice(first).entries()) {
      for (const [cell, text] of cells.entries()) {
        const typed = text.replace(/^="(.*)"$/, '$1');
        if (typed !== '') keys.push([SHEETS[table], `${columnLetters(cell)}${at + 2}`, typed].join('\t'));
      }
    }
  }
  return keys.join('\n');
};

const unitsOf = (report: Report) =>
  witnessesOf(report).map(({ finding, failing, unknown }) => {
    const unit = (text: string) => JSON.parse(text).slice(0, 3);
    return { finding, failing: failing.map(unit), unknown: unknown.map(unit) };
  });

describeWithCalc('forms in a spreadsheet program', () => {
  const root = mkdtempSync(join(tmpdir(), 'streetcheck-calc-forms-'));
  const [typed, filled, long] = ['typed', 'filled', 'long'].map((name) => join(root, name)) as [string, string, string];
  const saved = (folder: string) => unzip(readFileSync(join(folder, 'saved.xlsx')));
  let direct: Report;

  beforeAll(async () => {
    for (const folder of [typed, filled, long]) {
      mkdirSync(folder);
      writeFileSync(join(folder, 'keys.txt'), '');
    }
    await runMain(['template', ...TABLES, '--year', '2012', '--lang', 'zh', '-o', join(typed, 'form.xlsx')]);
    writeFileSync(join(typed, 'keys.txt'), await keysOf());
    await runMain(['template', ...TABLES, '--from', SAMPLE, '--lang', 'zh', '-o', join(filled, 'form.xlsx')]);
    const count = column({ heading: '小区数', field: 'compounds', kind: 'count' });
    const kind = column({ heading: '小区类型', field: 'kind', kind: 'choice', labels: MANY });
    writeFileSync(
      join(long, 'form.xlsx'),
      Buffer.concat([...writeXlsx([form({ columns: [column(), kind, count] })], 'zh')]),
    );
    writeFileSync(join(long, 'keys.txt'), '小区\tA2\t0755\n小区\tC2\t0755');
    fillInCalc([typed, filled, long]);
    direct = await reportOn({ paths: [SAMPLE] });
  }, 600_000);
  afterAll(() => rmSync(root, { recursive: true }));

  test.each([
    ['typed into a blank form', typed],
    ['filled in already', filled],
  ])('%s and saved as CSV in GB18030, a submission says the same', async (_, folder) => {
    const paths = readdirSync(folder).filter((name) => name.endsWith('.csv'));
    expect(paths).toHaveLength(3);
    const report = await reportOn({ paths: paths.map((name) => join(folder, name)) });
    expect(findingsOf(report)).toEqual(findingsOf(direct));
    expect(unitsOf(report)).toEqual(unitsOf(direct));
    expect(report.diagnostics.map(({ code }) => code)).toContain('encoding.converted');
  });

  test.each([
    ['typed into a blank form', typed],
    ['filled in already', filled],
  ])('%s and saved as xlsx, a submission says the same, and names its cells', async (_, folder) => {
    const file = join(folder, 'saved.xlsx');
    const report = await reportOn({ paths: [file] });
    expect(findingsOf(report)).toEqual(findingsOf(direct));
    expect(unitsOf(report)).toEqual(unitsOf(direct));
    expect(report.text).toContain('"path": "saved.xlsx#小区"');
    const notes = report.diagnostics.map(({ code }) => code);
    expect(notes.filter((code) => code !== 'unit.left-out')).toEqual([]);
  });

  test('codes stay texts of all their digits, and their columns text below the last row', () => {
    const sheet = saved(typed).get('xl/worksheets/sheet3.xml')!;
    const styles = saved(typed).get('xl/styles.xml')!;
    const formats = [...styles.split('<cellXfs')[1]!.matchAll(/<xf numFmtId="(\d+)"/g)].map(([, format]) => format);
    const isText = (style: number) => new RegExp(`numFmtId="${formats[style]}" formatCode="@"`).test(styles);
    const columns = [...sheet.matchAll(/<col [^>]*max="(\d+)" min="(\d+)" style="(\d+)"/g)].flatMap(
      ([, last, first, style]) => Array.from({ length: Number(last) - Number(first) + 1 }, () => isText(Number(style))),
    );
    expect(columns).toEqual([true, true, true, true, true, true, false, true, true, true]);
    expect([...sheet.matchAll(/<c r="A\d+" s="\d+" t="(\w+)"/g)].map(([, type]) => type)).toContain('s');
    expect(sheet).not.toMatch(/<c r="A\d+" s="\d+" t="n"/);
  });

  test('what is typed is understood by the format of its cell: 0755 is a code here and a number there', () => {
    const sheet = saved(long).get('xl/worksheets/sheet1.xml')!;
    expect(sheet).toMatch(/<c r="A2" s="\d+" t="s">/);
    expect(sheet).toMatch(/<c r="C2" s="\d+" t="n"><v>755<\/v>/);
  });

  test('lists, checks and notes are still there', () => {
    const parts = saved(typed);
    const sheet = parts.get('xl/worksheets/sheet3.xml')!;
    expect(sheet).toMatch(/<dataValidation [^>]*type="list"><formula1>&quot;标兵,先进,达标,未创建&quot;<\/formula1>/);
    expect(sheet).toMatch(/<dataValidation [^>]*error="请填 1900 至 2999 之间的整数[^>]*type="whole">/);
    const notes = parts.get('xl/comments3.xml')!.replace(/<[^>]*>/g, '');
    expect(notes).toContain(
      '用于：安全文明标兵小区（依据：《盐田区创建“平安和谐街道”工作方案》第二部分，应达 80% 以上）。',
    );
  });

  test('the headings are frozen, and each has its note', () => {
    expect(readFileSync(join(typed, 'seen.txt'), 'utf8').trim().split(/\s*\n/)).toEqual(['1 15', '1 12', '1 10']);
  });

  test('a long list is still on its hidden sheet', () => {
    const parts = saved(long);
    expect(parts.get('xl/workbook.xml')).toMatch(/<sheet name="选项" sheetId="2" state="hidden"/);
    expect(parts.get('xl/worksheets/sheet1.xml')).toMatch(/<formula1>选项!\$A\$1:\$A\$60<\/formula1>/);
    expect(parts.get('xl/sharedStrings.xml')!.replace(/<[^>]*>/g, '')).toContain('第60类小区');
  });
});
