import { describe, expect, test } from 'vitest';
import { type Files, figures, inFolder, type Options, told } from '../intake/submission.ts';

const lines = (...all: string[]) => all.join('\n');
const HEADINGS = '年度,街道,小区,创建等级';
const table = (...years: string[]) =>
  lines(
    HEADINGS,
    ...years.map((year, nth) => `${year},梅沙街道,${'一二三四五六'[nth]}村,${nth === 0 ? '标兵' : '先进'}`),
  );

interface Case {
  readonly name: string;
  readonly files: Files | string;
  readonly options?: Options;
  readonly year: number | null;
  readonly told: readonly string[];
  readonly figures: readonly string[];
}

test.each<Case>([
  { name: '2012', files: table('2012'), year: 2012, told: [], figures: ['梅沙街道 1/1'] },
  { name: '2012年', files: table('2012年'), year: 2012, told: [], figures: ['梅沙街道 1/1'] },
  { name: '2012年度', files: table('2012年度'), year: 2012, told: [], figures: ['梅沙街道 1/1'] },
  {
    name: '２０１２ 年度',
    files: table('２０１２ 年度'),
    year: 2012,
    told: ['note record.digits a.csv:2:1 "２０１２ 年度"'],
    figures: ['梅沙街道 1/1'],
  },
  {
    name: 'three spellings of one year',
    files: table('2012', '2012年', '2012年度'),
    year: 2012,
    told: [],
    figures: ['梅沙街道 1/3'],
  },
  {
    name: 'several years: the latest',
    files: lines(HEADINGS, '2011,梅沙街道,一村,标兵', '2013,梅沙街道,一村,先进', '2012,梅沙街道,一村,标兵'),
    year: 2013,
    told: ['note year.several'],
    figures: ['梅沙街道 0/1'],
  },
  {
    name: 'several years, one asked for, and a unit that only the other has',
    files: table('2012', '2013', '2012'),
    options: { year: 2012 },
    year: 2012,
    told: ['warning year.units-gone a.csv:3:1 "2013"'],
    figures: ['梅沙街道 1/2'],
  },
  {
    name: 'the same units in two years',
    files: lines(HEADINGS, '2011,梅沙街道,一村,先进', '2012,梅沙街道,一村,标兵'),
    year: 2012,
    told: ['note year.several'],
    figures: ['梅沙街道 1/1'],
  },
  {
    name: 'several years in several tables, and a unit that is gone',
    files: { 'a.csv': table('2011', '2011'), 'b.csv': table('2012') },
    year: 2012,
    told: ['note year.several', 'warning year.units-gone a.csv:3:1 "2011"'],
    figures: ['梅沙街道 1/1'],
  },
  {
    name: 'no year column, the year asked for',
    files: lines('街道,小区,创建等级', '梅沙街道,一村,标兵'),
    options: { year: 2012 },
    year: 2012,
    told: [],
    figures: ['梅沙街道 1/1'],
  },
  {
    name: 'a year column that is blank all the way down, the year asked for',
    files: table('', '', ''),
    options: { year: 2012 },
    year: 2012,
    told: [],
    figures: ['梅沙街道 1/3'],
  },
  {
    name: 'a table without a year column beside one with',
    files: { 'a.csv': lines('街道,小区,创建等级', '梅沙街道,甲村,标兵'), 'b.csv': table('2012') },
    year: 2012,
    told: [],
    figures: ['梅沙街道 2/2'],
  },
  {
    name: 'a table without a year column beside several years',
    files: {
      'a.csv': lines('街道,小区,创建等级', '梅沙街道,甲村,标兵'),
      'b.csv': lines(HEADINGS, '2012,梅沙街道,一村,标兵', '2013,梅沙街道,一村,先进'),
    },
    year: 2013,
    told: ['note year.several'],
    figures: ['梅沙街道 1/2'],
  },
  {
    name: 'a blank year below a filled one, confirmed by the code',
    files: lines(
      `小区编号,${HEADINGS}`,
      '440308001002001,2012,梅沙街道,一村,标兵',
      '440308001002002,,梅沙街道,二村,先进',
    ),
    year: 2012,
    told: ['note year.filled-down a.csv:3:17 ""'],
    figures: ['梅沙街道 1/2'],
  },
  {
    name: 'blank years below the only one, without codes',
    files: table('2012', '', '　', '2012', ''),
    year: 2012,
    told: ['note year.filled-down a.csv:3:1 "" ×3'],
    figures: ['梅沙街道 1/5'],
  },
  {
    name: 'a blank year below the only one, under a code of another district',
    files: lines(
      `小区编号,${HEADINGS}`,
      '440308001002001,2012,梅沙街道,一村,标兵',
      '440309001002002,,观澜街道,二村,先进',
    ),
    year: 2012,
    told: ['note year.filled-down a.csv:3:17 ""'],
    figures: ['梅沙街道 1/1', '观澜街道 0/1'],
  },
  {
    name: 'a blank year below the only one of its table, numbers of the office’s own, another year in another table',
    files: {
      'a.csv': lines(`小区编号,${HEADINGS}`, 'A1,2012,梅沙街道,一村,标兵', 'A2,,梅沙街道,二村,先进'),
      'b.csv': table('2011'),
    },
    year: 2012,
    told: ['note year.several', 'note year.filled-down a.csv:3:4 ""'],
    figures: ['梅沙街道 1/2'],
  },
  {
    name: 'data of a year before the ruleset is in force',
    files: table('2011'),
    year: 2011,
    told: [],
    figures: ['梅沙街道 1/1'],
  },
])('$name', async ({ files, options, year, told: expected, figures: counted }) => {
  const result = await inFolder(typeof files === 'string' ? { 'a.csv': files } : files, options);
  expect(told(result)).toEqual(expected);
  expect(result.year).toBe(year);
  expect(figures(result)).toEqual(counted);
});

interface Refused {
  readonly name: string;
  readonly files: Files | string;
  readonly options?: Options;
  readonly told: readonly string[];
}

test.each([
  '2012-01-01',
  '2012/1/1',
  '2012.1.1',
  '2012年1月1日',
  '２０１２年１月１日',
  '2012-01-01 00:00:00',
  '2012-01-01T00:00:00',
  '2012/1/1 0:00',
])('%s is the year that a spreadsheet made a date of', async (text) => {
  const result = await inFolder({ 'a.csv': table('2012', text) });
  expect(told(result)).toEqual([`note record.year-date a.csv:3:1 "${text}"`]);
  expect(result.year).toBe(2012);
});

describe('refused', () => {
  test.each<Refused>([
    { name: 'no year anywhere', files: lines('街道,小区,创建等级', '梅沙街道,一村,标兵'), told: ['error year.none'] },
    { name: 'a year column that is blank all the way down', files: table('', ''), told: ['error year.none'] },
    { name: 'headings only', files: HEADINGS, told: ['error table.all-empty', 'warning table.no-records a.csv:1:1'] },
    {
      name: 'headings only, without a year column',
      files: '街道,小区,创建等级',
      told: ['error table.all-empty', 'warning table.no-records a.csv:1:1'],
    },
    {
      name: 'headings only beside records without a year',
      files: { 'a.csv': HEADINGS, 'b.csv': lines('街道,小区,创建等级', '梅沙街道,一村,标兵') },
      told: ['error year.none', 'warning table.no-records a.csv:1:1'],
    },
    {
      name: 'streets of another year, told once',
      files: {
        'a.csv': lines('年度,街道', '2010,梅沙街道', '2011,梅沙街道'),
        'b.csv': lines('年度,街道,社区', '2012,梅沙街道,滨海', '2012,盐田街道,东海'),
      },
      told: ['note year.several', 'error year.not-in-table a.csv:1:1'],
    },
    {
      name: 'streets and communities of another year, the year asked for',
      files: {
        'a.csv': lines('年度,街道', '2011,梅沙街道'),
        'b.csv': lines('年度,街道,社区', '2011,梅沙街道,滨海'),
        'c.csv': lines('年度,街道,社区,小区', '2012,梅沙街道,滨海,一村', '2012,梅沙街道,东海,二村'),
      },
      options: { year: 2012 },
      told: ['error year.not-in-table a.csv:1:1', 'error year.not-in-table b.csv:1:1'],
    },
    {
      name: 'communities of another year',
      files: {
        'b.csv': lines('年度,街道,社区', '2011,梅沙街道,滨海'),
        'c.csv': lines('年度,社区,小区', '2012,滨海,一村', '2012,东海,二村'),
      },
      told: ['note year.several', 'error year.not-in-table b.csv:1:1'],
    },
    {
      name: 'streets of another year, one of them refused',
      files: {
        'a.csv': lines('年度,街道代码,街道', '2011,440308001,梅沙街道', '2012,4.4E+8,盐田街道'),
        'b.csv': lines('年度,街道,社区', '2012,盐田街道,东海', '2012,梅沙街道,滨海'),
      },
      told: [
        'note year.several',
        'error record.lossy-code a.csv:3:6 "4.4E+8"',
        'error reference.unknown b.csv:3:6 "梅沙街道"',
      ],
    },
    {
      name: 'a year asked for that is not there',
      files: table('2012', '2013'),
      options: { year: 2014 },
      told: ['error year.not-there'],
    },
    {
      name: 'a year asked for that is not there, beside a table without years',
      files: { 'a.csv': lines('街道,小区,创建等级', '梅沙街道,甲村,标兵'), 'b.csv': table('2012') },
      options: { year: 2013 },
      told: ['error year.not-there'],
    },
    {
      name: 'blank years above the first one',
      files: table('', '', '2012'),
      told: ['error year.blank a.csv:2:1 ""', 'error year.blank a.csv:3:1 ""'],
    },
    { name: 'a year not known', files: table('2012', '不详'), told: ['error year.blank a.csv:3:1 "不详"'] },
    {
      name: 'blank years in a table of two years, all of them',
      files: lines(
        `小区编号,${HEADINGS}`,
        '440308001002001,2011,梅沙街道,一村,标兵',
        '440308001002002,,梅沙街道,二村,先进',
        '440308001002003,,梅沙街道,三村,先进',
        '440308001002001,2012,梅沙街道,一村,先进',
        '440308001002002,,梅沙街道,二村,先进',
      ),
      told: [
        'note year.several',
        'error year.blank a.csv:3:17 ""',
        'error year.blank a.csv:4:17 ""',
        'error year.blank a.csv:6:17 ""',
      ],
    },
    ...['2012-06-30', '2012/12/31', '2012年1月', '2012.6', '1905-07-04', '2012-01-01 08:00:00', '2012-01-02'].map(
      (text) => ({
        name: `${text} is a date and no year`,
        files: table('2012', text),
        told: [`error record.date-year a.csv:3:1 "${text}"`],
      }),
    ),
    ...['12', '20120', '2012-13', '二〇一二', '2012年底', '41000', '0', '1899', '3000', '2012.0'].map((text) => ({
      name: `${text} is no year`,
      files: table('2012', text),
      told: [`error record.${/^(?:1899|3000)$/.test(text) ? 'bad-value' : 'bad-year'} a.csv:3:1 "${text}"`],
    })),
    {
      name: 'a record that is refused still names its year',
      files: lines(`小区编号,${HEADINGS}`, '4.40308E+14,2012,梅沙街道,一村,标兵'),
      told: ['error record.lossy-code a.csv:2:1 "4.40308E+14"'],
    },
  ])('$name', async ({ files, options, told: expected }) => {
    const result = await inFolder(typeof files === 'string' ? { 'a.csv': files } : files, options);
    expect(told(result)).toEqual(expected);
    expect(result).toMatchObject({ refusal: 'data', verdict: null, subjects: [] });
  });
});

test('a unit in a table of the year and in one without a year column is a duplicate', async () => {
  const result = await inFolder({
    'a.csv': lines('街道,小区编号,创建等级', '梅沙街道,001,标兵', '梅沙街道,002,标兵'),
    'b.csv': lines('年度,街道,小区编号,创建等级', '2012,梅沙街道,002,标兵', '2011,梅沙街道,001,标兵'),
  });
  expect(told(result)).toEqual(['note year.several', 'error unit.duplicate a.csv:3:6 & b.csv:2:11 "002"']);
});
