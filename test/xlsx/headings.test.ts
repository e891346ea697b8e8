import { describe, expect, test } from 'vitest';
import { inFolder, told } from '../intake/submission.ts';
import { type CellValue, workbook } from './workbook.ts';

type Row = readonly CellValue[];
const RECORD: Row = ['440308003003', '桥东社区', '沙头角街道', 3, 5, 1, 2];

const headed = (rows: readonly Row[], merges: readonly string[], record = RECORD) =>
  inFolder({ 'a.xlsx': workbook({ name: '社区', rows: [...rows, record], merges }) }, { year: 2012 });

/** The counts that were read, by their headings, from the cell each was read from. */
const caseTrend = (result: Awaited<ReturnType<typeof headed>>) =>
  result.subjects[0]?.findings.find(({ rule }) => rule === 'case-trend');

const KEYS = ['社区代码', '社区名称', '街道'];

describe('merged headings', () => {
  test.each<[string, readonly Row[], readonly string[]]>([
    [
      'years under cases',
      [
        [...KEYS, '刑事发案', null, '治安发案', null],
        [null, null, null, '本年', '上年', '本年', '上年'],
      ],
      ['A1:A2', 'B1:B2', 'C1:C2', 'D1:E1', 'F1:G1'],
    ],
    [
      'cases under years',
      [
        ['某区社区情况表'],
        [...KEYS, '本年', null, null, null],
        [null, null, null, '刑事发案', '上年刑事发案', '治安发案', '上年治安发案'],
      ],
      ['A1:G1', 'A2:A3', 'B2:B3', 'C2:C3'],
    ],
    [
      'three rows, with units and line breaks',
      [
        [...KEYS, '发案情况', null, null, null],
        [null, null, null, '刑事发案\n（起）', null, '治安发案（起）', null],
        [null, null, null, '本年', '上年', '本年', '上年'],
      ],
      ['A1:A3', 'B1:B3', 'C1:C3', 'D1:G1', 'D2:E2', 'F2:G2'],
    ],
    [
      'parts of the table over whole headings',
      [
        ['基本情况', null, null, '发案情况', null, null, null],
        [...KEYS, '本年刑事发案', '上年刑事发案', '本年治安发案', '上年治安发案'],
      ],
      ['A1:C1', 'D1:G1'],
    ],
    [
      'a title with a year over the headings',
      [['2012年社区发案情况表'], [...KEYS, '刑事发案', '上年刑事发案', '治安发案', '上年治安发案']],
      ['A1:G1'],
    ],
    [
      'keys that are not merged down',
      [
        [...KEYS, '刑事发案', null, '治安发案', null],
        [null, null, null, '本年', '上年', '本年', '上年'],
      ],
      ['D1:E1', 'F1:G1'],
    ],
  ])('%s', async (_, rows, merges) => {
    const result = await headed(rows, merges);
    expect(told(result).filter((line) => !line.startsWith('note table.above-headings'))).toEqual([]);
    expect(caseTrend(result)).toMatchObject({ result: 'pass', met: 1, of: 1 });
  });

  test('cases of another year are never those of this one', async () => {
    const rows: Row[] = [
      [...KEYS, '去年', null, '备注'],
      [null, null, null, '刑事发案', '治安发案', null],
    ];
    const record: Row = ['440308003003', '桥东社区', '沙头角街道', 3, 5, null];
    const result = await headed(rows, ['A1:A2', 'B1:B2', 'C1:C2', 'D1:E1', 'F1:F2'], record);
    expect(told(result)).toEqual(['note table.columns-ignored a.xlsx#社区!F1']);
    const absent = result.diagnostics
      .filter(({ code }) => code === 'table.column-absent')
      .map(({ params }) => params.field);
    expect(absent).toEqual(['安全文明社区', '无毒社区', '无邪社区', '本年刑事发案', '本年治安发案']);
    expect(caseTrend(result)).toMatchObject({ result: 'unknown' });
  });

  test('the same, where the keys stand in the lower row', async () => {
    const rows: Row[] = [
      [null, null, null, '去年', null],
      [...KEYS, '刑事发案', '治安发案'],
    ];
    const result = await headed(rows, ['D1:E1'], ['440308003003', '桥东社区', '沙头角街道', 3, 5]);
    expect(caseTrend(result)).toMatchObject({ result: 'unknown' });
  });

  test.each(['前年', '上半年', '2012年第一季度', '当月'])('%s is neither this year nor the last', async (period) => {
    const rows: Row[] = [
      [...KEYS, period, null],
      [null, null, null, '刑事发案', '治安发案'],
    ];
    const result = await headed(
      rows,
      ['A1:A2', 'B1:B2', 'C1:C2', 'D1:E1'],
      ['440308003003', '桥东社区', '沙头角街道', 3, 5],
    );
    const absent = result.diagnostics.filter(({ code }) => code === 'table.column-absent').map(({ params }) => params);
    expect(absent).toContainEqual({ field: '本年刑事发案', unused: [`${period}/刑事发案`] });
    expect(absent).toContainEqual({ field: '上年刑事发案', unused: [] });
    expect(caseTrend(result)).toMatchObject({ result: 'unknown' });
  });

  test('two headings that come out the same are refused', async () => {
    const rows: Row[] = [
      [...KEYS, '刑事发案', null, null, null],
      [null, null, null, '本年', '本年', null, null],
    ];
    const result = await headed(rows, ['A1:A2', 'B1:B2', 'C1:C2', 'D1:E1']);
    expect(told(result)).toContain('error table.duplicate-heading a.xlsx#社区!E2 "本年刑事发案"');
  });
});
