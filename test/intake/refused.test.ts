import { describe, expect, test } from 'vitest';
import { type Files, faults, figures, inFolder, type Options, rowCounts, told } from './submission.ts';

const HEADINGS = '年度,街道,小区,创建等级';
const A = '2012,梅沙街道,一村,标兵';
const B = '2012,梅沙街道,二村,先进';
const lines = (...all: string[]) => all.join('\n');

interface Case {
  readonly name: string;
  readonly files: Files | string;
  readonly told: readonly string[];
  readonly options?: Options;
  /** Records + rows skipped − records left out, where the input was opened. */
  readonly counts?: readonly string[];
}

const refuses = (cases: readonly Case[]) =>
  test.each(cases)('$name', async ({ files, told: expected, options, counts }) => {
    const result = await inFolder(typeof files === 'string' ? { 'a.csv': files } : files, options);
    expect(told(result)).toEqual(expected);
    expect(result).toMatchObject({ refusal: 'data', verdict: null, subjects: [] });
    if (counts) expect(rowCounts(result)).toEqual(counts);
  });

describe('rows', () => {
  refuses([
    {
      name: 'fewer cells than headings',
      files: lines(HEADINGS, A, '2012,梅沙街道,二村'),
      told: ['error table.ragged a.csv:3:1'],
    },
    {
      name: 'a filled cell beyond the headings',
      files: lines(HEADINGS, A, `${B},多`),
      told: ['error table.ragged a.csv:3:17'],
    },
    {
      name: 'a full-width comma for a delimiter',
      files: lines(HEADINGS, A, '2012，梅沙街道,二村,先进'),
      told: ['error table.ragged a.csv:3:1'],
    },
    {
      name: 'every ragged row, and the rows between are read',
      files: lines(HEADINGS, '2012,梅沙街道', A, `${B},,多,`, '2012,梅沙街道,三村,甲'),
      told: [
        'error table.ragged a.csv:2:1',
        'error table.ragged a.csv:4:18',
        'error record.unknown-value a.csv:5:14 "甲"',
      ],
    },
    {
      name: 'a line with one cell between records, which are all read',
      files: lines(HEADINGS, A, '以下为新建小区,,,', B),
      told: ['error table.stray-row a.csv:3:1'],
      counts: ['a.csv 2+0-0'],
    },
    {
      name: 'a line of the form between records',
      files: lines(HEADINGS, A, '填表人：张三,,审核人：李四,', B),
      told: ['error table.stray-row a.csv:3:1'],
      counts: ['a.csv 2+0-0'],
    },
    {
      name: 'a name alone below the last record, in a column of its own',
      files: lines('街道,小区名称,创建等级', '梅沙街道,一村,标兵', ',锦绣花园,', ',锦绣家园,'),
      options: { year: 2012 },
      told: ['error record.blank-parent a.csv:3:1 ""', 'error record.blank-parent a.csv:4:1 ""'],
    },
    {
      name: 'a name alone between records',
      files: lines('街道,小区名称,创建等级', '梅沙街道,一村,标兵', ',锦绣花园,', '梅沙街道,二村,标兵'),
      options: { year: 2012 },
      told: ['error record.blank-parent a.csv:3:1 ""'],
    },
    {
      name: 'a name alone below the last record, behind a column without heading',
      files: lines(',序号,街道,小区名称', ',1,梅沙街道,一村', ',,,锦绣花园'),
      options: { year: 2012 },
      told: ['note table.columns-ignored a.csv:1:2', 'error record.blank-parent a.csv:3:3 ""'],
    },
    {
      name: 'a record without code and name',
      files: lines(HEADINGS, A, '2012,梅沙街道,,先进'),
      told: ['error record.no-key a.csv:3:1'],
    },
    {
      name: 'a record whose name is an unknown marker',
      files: lines(HEADINGS, A, '2012,梅沙街道,-,先进'),
      told: ['error record.no-key a.csv:3:1'],
    },
    {
      name: 'a second row of headings, of other columns',
      files: lines(HEADINGS, A, `${HEADINGS},备注`, B),
      told: ['error table.headings-within a.csv:3:1'],
    },
  ]);
});

describe('quotes', () => {
  refuses([
    {
      name: 'an open quote, the rows before it read',
      files: lines(HEADINGS, A, '2012,梅沙街道,"二村,先进', A),
      told: ['error csv.open-quote a.csv:3:11'],
      counts: ['a.csv 1+0-0'],
    },
    {
      name: 'an open quote in the headings',
      files: lines('年度,街道,"小区,创建等级', A),
      told: ['error csv.open-quote a.csv:1:7'],
      options: { year: 2012 },
    },
    {
      name: 'an open quote in the title',
      files: lines('"盐田区小区台账', HEADINGS, A),
      told: ['error csv.open-quote a.csv:1:1'],
      options: { year: 2012 },
    },
    {
      name: 'an open quote behind a cell of several lines',
      files: lines(HEADINGS, '2012,梅沙街道,"一\n村","标', ''),
      told: ['warning table.no-records a.csv:1:1', 'error csv.open-quote a.csv:3:4'],
      options: { year: 2012 },
    },
    {
      name: 'a quote that only the next one seems to close, so that two rows would be one',
      files: lines(HEADINGS, A, '2012,梅沙街道,"一村,标兵', '2012,梅沙街道,"二村",先进'),
      told: ['error csv.open-quote a.csv:3:11'],
      counts: ['a.csv 1+0-0'],
    },
    {
      name: 'a quote that is closed before a comma of its own cell',
      files: lines(HEADINGS, A, '2012,梅沙街道,"一村,二村"三村,先进'),
      told: ['error csv.open-quote a.csv:3:11'],
    },
  ]);
});

describe('a record over 16 MiB', () => {
  const huge = 'x'.repeat(17 << 20);
  refuses([
    {
      name: 'in one cell',
      files: lines(HEADINGS, A, `2012,梅沙街道,${huge},先进`, B),
      told: ['error csv.record-too-large a.csv:3:1'],
    },
    {
      name: 'in quotes',
      files: lines(HEADINGS, A, `2012,梅沙街道,"${'x\n'.repeat(9 << 20)}",先进`, B),
      told: ['error csv.record-too-large a.csv:3:11'],
    },
    {
      name: 'of blank cells',
      files: lines(HEADINGS, A, ','.repeat(17 << 20), B),
      told: ['error csv.record-too-large a.csv:3:1'],
    },
    {
      name: 'where the headings should be',
      files: lines(huge, HEADINGS, A),
      told: ['error csv.record-too-large a.csv:1:1'],
      options: { year: 2012 },
    },
    {
      name: 'and nothing else',
      files: `${huge}${huge}`,
      told: ['error csv.record-too-large a.csv:1:1'],
      options: { year: 2012 },
    },
  ]);

  test('one of 15 MiB is read, wherever it stands', async () => {
    const large = 'x'.repeat(15 << 20);
    // No matching of it may take stack for its length.
    const blanks = ' '.repeat(15 << 20);
    const cases = [
      lines(HEADINGS, A, `2012,梅沙街道,${large},先进`),
      lines(HEADINGS, A, `2012,梅沙街道,合${blanks}计,先进`),
      lines(large, HEADINGS, A, B),
    ];
    for (const text of cases) expect(figures(await inFolder({ 'a.csv': text }))).toEqual(['梅沙街道 1/2']);
  });
});

describe('headings', () => {
  refuses([
    {
      name: 'two for one field',
      files: lines('年度,街道,街道名称,小区,创建等级', '2012,梅沙街道,盐田街道,一村,标兵'),
      told: ['error table.duplicate-heading a.csv:1:7 "街道名称"'],
    },
    {
      name: 'the same twice, and a third',
      files: lines('小区,年度,街道,创建等级,小区,小区名称', '一村,2012,梅沙街道,标兵,二村,三村'),
      told: ['error table.duplicate-heading a.csv:1:15 "小区"', 'error table.duplicate-heading a.csv:1:18 "小区名称"'],
    },
    {
      name: 'two that differ in width and unit only',
      files: lines('年度,街道,社区,本年刑事发案,本年刑事发案（起）', '2012,梅沙街道,滨海,1,2'),
      told: ['error table.duplicate-heading a.csv:1:17 "本年刑事发案（起）"'],
    },
    {
      name: 'the same thousands of times',
      files: lines(['街道', '小区', ...Array.from({ length: 60_000 }, () => '社区')].join(','), '甲,乙,丙'),
      told: [
        ...Array.from({ length: 100 }, (_, n) => `error table.duplicate-heading a.csv:1:${10 + 3 * n} "社区"`),
        'note diagnostics.more a.csv:1:310',
        'error table.ragged a.csv:2:1',
      ],
      options: { year: 2012 },
    },
    {
      name: 'none for the unit',
      files: {
        'a.csv': lines('年度,社区,街道', '2012,滨海,梅沙街道'),
        'b.csv': lines('说明', '年度,维稳综治,备注', '2012,达标,无'),
      },
      told: [
        'note table.above-headings b.csv:1:1',
        'error table.missing-key b.csv:2:1',
        'note table.columns-ignored b.csv:2:9',
      ],
    },
    {
      name: 'none for the parent',
      files: { 'a.csv': lines('说明', '年度,小区,备注,小区', '2012,一村,无,二村') },
      options: { year: 2012 },
      told: [
        'note table.above-headings a.csv:1:1',
        'error table.missing-key a.csv:2:1',
        'note table.columns-ignored a.csv:2:7',
        'error table.duplicate-heading a.csv:2:10 "小区"',
      ],
    },
    {
      name: 'none known',
      files: lines('一,二,三', '1,2,3'),
      told: ['error table.no-headings a.csv:1:1'],
      options: { year: 2012 },
    },
    {
      name: 'none known below a title',
      files: lines('标题', '一,二,三', '1,2,3'),
      told: ['error table.no-headings a.csv:1:1'],
      options: { year: 2012 },
    },
    {
      name: 'known below rows that may be records',
      files: lines('盐田区小区台账', A, '', B, HEADINGS, '2012,梅沙街道,三村,甲'),
      told: [
        'note table.above-headings a.csv:1:1',
        'error table.rows-above a.csv:2:1',
        'note table.blank-rows a.csv:3:1',
        'error record.unknown-value a.csv:6:14 "甲"',
      ],
    },
    {
      name: 'one that happens to be known below others',
      files: lines('一,二,三', '1,安全,3', '1,2,3'),
      told: ['error table.no-headings a.csv:1:1'],
      options: { year: 2012 },
    },
    {
      name: 'known below more than a thousand lines',
      files: lines(...Array.from({ length: 1000 }, () => '说明'), '年度,街道,小区', '2012,梅沙街道,一村'),
      told: ['error table.no-headings a.csv:1:1'],
      options: { year: 2012 },
    },
    { name: 'an empty file', files: '', told: ['error table.no-headings a.csv:1:1'], options: { year: 2012 } },
    {
      name: 'a file of blank rows',
      files: '\n\n,,,\n',
      told: ['error table.no-headings a.csv:1:1'],
      options: { year: 2012 },
    },
    {
      name: 'a byte order mark alone',
      files: '\ufeff',
      told: ['error table.no-headings a.csv:1:1'],
      options: { year: 2012 },
    },
    {
      name: 'only a title',
      files: '盐田区小区台账',
      told: ['error table.no-headings a.csv:1:1'],
      options: { year: 2012 },
    },
  ]);
});

describe('a spreadsheet', () => {
  const zip = Buffer.from('504b0304140000000800', 'hex');
  const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex');
  refuses([
    {
      name: '.xlsx under the name of a CSV, cut off',
      files: { 'a.csv': zip },
      told: ['error xlsx.damaged a.csv:1:1'],
      options: { year: 2012 },
    },
    {
      name: '.xls under the name of a CSV',
      files: { 'a.csv': ole },
      told: ['error input.spreadsheet a.csv:1:1'],
      options: { year: 2012 },
    },
    {
      name: '.xlsx under the name of YAML, cut off',
      files: { 'a.yaml': zip },
      told: ['error xlsx.damaged a.yaml:1:1'],
      options: { year: 2012 },
    },
  ]);
});

test('all faults of all files are told at once', async () => {
  const result = await inFolder({
    'a.csv': lines(HEADINGS, '2012,梅沙街道,一村,甲', '2012,梅沙街道'),
    'b.csv': lines(HEADINGS, '2012,盐田街道,一村,"标兵'),
    'c.yaml': 'compounds: [{name: 一村, name: 二村}]',
    'd.csv': Buffer.from([0xff, 0xff]),
  });
  expect(faults(result)).toEqual([
    'error record.unknown-value a.csv:2:14 "甲"',
    'error table.ragged a.csv:3:1',
    'warning table.no-records b.csv:1:1',
    'error csv.open-quote b.csv:2:14',
    'error yaml.duplicate-key c.yaml:1:24',
    'error encoding.undecodable d.csv:1:1',
  ]);
});
