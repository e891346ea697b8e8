import { expect, test } from 'vitest';
import { faults, figures, inFolder } from './submission.ts';

const HEADINGS = '小区名称,街道名称,创建等级,年度,小区编号';
const GOOD = '标兵里,甲街道,标兵,2012,A-1';

test.each([
  ['a name that begins like a line of the form', '负责人公寓,甲街道,无,2012,'],
  ['a name that begins with 日期', '日期新村,甲街道,无,2012,'],
  ['a name that begins with 备注', '备注里,甲街道,无,2012,'],
  ['a name that begins with 注', '注册公园,甲街道,无,2012,'],
  ['a unit with a code that is named like a sum', '小计,甲街道,无,2012,A-2'],
])('%s is a record, wherever it stands', async (_, row) => {
  for (const rows of [
    [row, GOOD],
    [GOOD, row],
  ]) {
    const result = await inFolder({ 'compounds.csv': `${HEADINGS}\n${rows.join('\n')}\n` });
    expect(faults(result)).toEqual([]);
    expect(figures(result)).toEqual(['甲街道 1/2']);
  }
});
