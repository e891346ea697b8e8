import { describe, expect, test } from 'vitest';
import { inFolder, told } from '../intake/submission.ts';
import { type CellValue, workbook } from './workbook.ts';

const HEADINGS = [
  ...['年度', '社区代码', '社区', '街道代码', '街道', '无毒社区', '备注'],
  ...['本年刑事发案', '上年刑事发案', '本年治安发案', '上年治安发案'],
];
const record = (serial: number, counts: readonly CellValue[] = [1, null, 1, null]): CellValue[] => [
  ...[2012, `44030800300${serial}`, `${serial}社区`, '440308003', '沙头角街道', '是', null],
  ...counts,
];
const four = [record(1, [1, 20, 1, 30]), record(2), record(3), record(4, [1, 5, 1, 30])];
const read = (rows: readonly (readonly CellValue[])[], ...merges: readonly string[]) =>
  inFolder({ 'a.xlsx': workbook({ name: 'S', rows: [HEADINGS, ...rows], merges }) });
const IGNORED = 'note table.columns-ignored a.xlsx#S!G1';

describe('a count merged over units', () => {
  test('is a warning at its cell, with its heading and the number of units', async () => {
    const result = await read(four, 'I2:I4', 'K2:K3');
    expect(told(result)).toEqual([
      IGNORED,
      'warning xlsx.merged-count a.xlsx#S!I2',
      'warning xlsx.merged-count a.xlsx#S!K2',
    ]);
    expect(result.diagnostics.flatMap(({ code, params }) => (code === 'xlsx.merged-count' ? [params] : []))).toEqual([
      { heading: '上年刑事发案', units: 3 },
      { heading: '上年治安发案', units: 2 },
    ]);
  });

  test('two in one column are two', async () => {
    const rows = [record(1, [1, 20, 1, 3]), record(2), record(3, [1, 9, 1, 3]), record(4), record(5)];
    expect(told(await read(rows, 'I2:I3', 'I4:I6')).slice(1)).toEqual([
      'warning xlsx.merged-count a.xlsx#S!I2',
      'warning xlsx.merged-count a.xlsx#S!I4',
    ]);
  });

  test.each<[string, readonly (readonly CellValue[])[], string]>([
    ['blank rows are no units', [record(1, [1, 20, 1, 30]), [], []], 'I2:I4'],
    ['a blank one is none of each', [record(1), record(2)], 'I2:I3'],
    ['a column that is not read does not matter', [record(1, [1, 5, 1, 5]), record(2, [1, 5, 1, 5])], 'G2:G3'],
    ['cells of one row hold one unit', [record(1, [1, 5, 1, 5])], 'I2:J2'],
  ])('%s', async (_, rows, merge) => {
    expect(told(await read(rows, merge)).filter((line) => line.includes('merged'))).toEqual([]);
  });

  test.each([
    ['a label', 'F2:F3', 5],
    ['a name of a street', 'E2:E3', 4],
    ['a year', 'A2:A3', 0],
  ])('%s merged down stays a note', async (_, merge, column) => {
    const rows = [record(1, [1, 5, 1, 5]), record(2, [1, 5, 1, 5]).map((value, at) => (at === column ? null : value))];
    expect(told(await read(rows, merge)).slice(1)).toEqual([
      expect.stringMatching(/^note xlsx\.merged-down a\.xlsx#S![A-F]3$/),
    ]);
  });
});
