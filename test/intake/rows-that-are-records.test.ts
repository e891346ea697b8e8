import { expect, test } from 'vitest';
import { faults, figures, inFolder } from './submission.ts';

test.each([
  ['a name that begins like a line of the form', '负责人公寓,甲街道,无,2012'],
  ['a name that begins with 日期', '日期新村,甲街道,无,2012'],
  ['a name that begins with 备注', '备注里,甲街道,无,2012'],
  ['a unit named like a sum, with a level', '小计,甲街道,无,2012'],
])('%s is a record, wherever it stands', async (_, row) => {
  const good = '标兵里,甲街道,标兵,2012';
  for (const rows of [
    [row, good],
    [good, row],
  ]) {
    const result = await inFolder({ 'compounds.csv': `小区名称,街道名称,创建等级,年度\n${rows.join('\n')}\n` });
    expect(faults(result)).toEqual([]);
    expect(figures(result)).toEqual(['甲街道 1/2']);
  }
});
