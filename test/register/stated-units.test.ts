import { expect, test } from 'vitest';
import { statedUnits } from '../../src/register/totals-check.ts';
import { faults, inFolder } from '../intake/submission.ts';

test.each<[readonly string[], number | undefined]>([
  [['合计', '', '50', ''], 50],
  [['合计', '', '５０', ''], 50],
  [['合计', '', '1,030', ''], 1030],
  [['合计（50个）', '', '', ''], 50],
  [['合计50个小区', '', '', ''], 50],
  [['合计：共 50 个小区', '', '', ''], 50],
  [['合计', '', '', '50个'], 50],
  [['小计', '50个单位', '', ''], 50],
  [['合计', '', '', '7'], undefined],
  [['合计', '2个社区', '', ''], undefined],
  [['合计', '2个社区', '50个小区', ''], 50],
  [['合计', '', '50', '40个'], undefined],
  [['合计', '', '990101001', ''], undefined],
  [['合计', '', '', '标兵40个'], undefined],
  [['合计', '', '', ''], undefined],
])('%j says %s units', (cells, units) => {
  expect(statedUnits(cells, 2, '小区')).toBe(units);
});

const sheet = (...sums: string[]) => ({
  'a.csv': ['年度,街道,小区,创建等级', '2012,梅沙街道,一村,标兵', '2012,梅沙街道,二村,标兵', ...sums].join('\n'),
});

test.each([
  [['合计,,50,'], ['warning table.total-differs a.csv:4:5 "50"']],
  [['合计（50个）,,,'], ['warning table.total-differs a.csv:4:10 ""']],
  [['合计,,2,'], []],
  [['合计2个小区,,,'], []],
  [['合计,,,1'], []],
  [['2012,盐田街道,三村,标兵', '小计,,1,', '合计,,3,'], []],
])('a sum of units %j is held against the rows', async (sums, expected) => {
  expect(faults(await inFolder(sheet(...sums)))).toEqual(expected);
});
