import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { MOST, peakOf } from '../process/peak.ts';

const folder = mkdtempSync(join(tmpdir(), 'streetcheck-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** As many records as a spreadsheet holds. */
const RECORDS = 1_048_575;

const registerOf = (headings: string, record: (at: number) => string): string => {
  const file = join(folder, 'a.csv');
  writeFileSync(file, `${headings}\n`);
  const portion = 2 ** 16;
  for (let from = 0; from < RECORDS; from += portion) {
    const length = Math.min(portion, RECORDS - from);
    appendFileSync(file, Array.from({ length }, (_, at) => `${record(from + at)}\n`).join(''));
  }
  return file;
};

const COMMUNITIES = '街道,社区,安全文明社区,无毒社区,无邪社区,本年刑事发案,上年刑事发案';

test.runIf(process.platform === 'linux').each([
  {
    name: 'every record names another street',
    headings: '街道,社区,小区,创建等级',
    record: (at: number) => `第${at}街道,社区${at},小区${at},标兵`,
    code: 'unit.too-many',
  },
  {
    name: 'every street has a row of its own',
    headings: '街道,区名称,小区总数,模范小区数,维稳综治专项考核',
    record: (at: number) => `第${at}街道,区${at},${at + 7},${at},达标`,
    code: 'unit.too-many',
  },
  {
    name: 'every unit is there twice',
    headings: '街道,小区,创建等级',
    record: (at: number) => `梅沙街道,小区${at % 524_288},标兵`,
    code: 'unit.duplicate',
  },
  {
    name: 'one unit is there all the time',
    headings: '街道,小区编号,小区,创建等级',
    record: (at: number) => `梅沙街道,001,小区${at},标兵`,
    code: 'unit.other-name',
  },
  {
    name: 'most cells are wrong',
    headings: COMMUNITIES,
    record: (at: number) => `第${at % 99}街道,社区${at},也许,也许,不知,几起,几起`,
    code: 'record.bad-count',
  },
  {
    name: 'no street is in the table',
    headings: COMMUNITIES,
    record: (at: number) => `第${at}街道,社区${at},maybe,是,是,1,1`,
    code: 'record.unknown-value',
  },
])('little memory is taken where $name', { timeout: 120_000 }, ({ headings, record, code }) => {
  const { codes, peak } = peakOf(registerOf(headings, record));
  expect(codes).toContain(code);
  expect(peak).toBeLessThan(MOST);
});

test.runIf(process.platform === 'linux').each([
  { name: 'the heading line', text: `${COMMUNITIES}${','.repeat(15_000_000)}\n` },
  { name: 'a row', text: `${COMMUNITIES}\n${','.repeat(15_000_000)}\n` },
])('little memory is taken where $name goes on in commas', ({ text }) => {
  const file = join(folder, 'commas.csv');
  writeFileSync(file, text);
  const { codes, peak } = peakOf(file);
  expect(codes).toContain('csv.too-many-cells');
  expect(peak).toBeLessThan(MOST);
});

test.runIf(process.platform === 'linux')(
  'little memory is taken by each file of a folder',
  { timeout: 120_000 },
  () => {
    const many = join(folder, 'many');
    mkdirSync(many);
    const files = 20_000;
    for (let at = 0; at < files; at++) {
      writeFileSync(join(many, `${at}.csv`), `街道,社区,小区,创建等级\n第${at % 99}街道,社区${at},小区${at},标兵\n`);
    }
    const { records, peak } = peakOf(many);
    expect(records).toBe(files);
    expect(peak).toBeLessThan(MOST / 2);
  },
);

test.runIf(process.platform === 'linux')(
  'little memory is taken by a plan of 100,000 blanks',
  { timeout: 120_000 },
  () => {
    const file = join(folder, 'blanks.csv');
    const units = 100_000;
    const rows = Array.from({ length: units }, (_, at) => `梅沙街道,社区${at % 500},小区${at},,\n`);
    writeFileSync(file, `街道,社区,小区,创建等级,佐证材料\n${rows.join('')}`);
    const { records, peak } = peakOf(file, 'plan');
    expect(records).toBe(units);
    expect(peak).toBeLessThan(MOST);
  },
);
