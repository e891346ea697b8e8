import { expect, test } from 'vitest';
import { faults, figures, inFolder } from './submission.ts';

const HEADINGS = '小区名称,街道名称,创建等级,年度,小区编号';
const GOOD = '标兵里,甲街道,标兵,2012,A-1';

test.each([
  ['a name that begins like a line of the form', '负责人公寓,甲街道,无,2012,'],
  ['a name that begins with 日期', '日期新村,甲街道,无,2012,'],
  ['a name that begins with 备注', '备注里,甲街道,无,2012,'],
  ['a name that begins with 注', '注册公园,甲街道,无,2012,'],
  ['a name with a colon, a level and a code', '甲：园,甲街道,无,2012,A-2'],
  ['a name with a colon and a level', '甲：园,甲街道,无,2012,'],
  ['a name with a colon and all its parents', '甲：园,甲街道,,2012,'],
  ['a name with a colon and a code', '甲：园,甲街道,,2012,A-2'],
  ['a name that ends like a sum', '设计总计,甲街道,无,2012,A-2'],
  ['a name that holds the words of a sum', '会计社区,甲街道,无,2012,'],
  ['a unit with a code that is named by the words of a sum', '合计2个社区,甲街道,,2012,A-2'],
  ['a unit with a code that is named 共计', '共计,甲街道,无,2012,A-2'],
  ['a unit with a code that is named like a sum', '小计,甲街道,无,2012,A-2'],
])('%s is a record, wherever it stands', async (_, row) => {
  for (const rows of [
    [row, GOOD],
    [GOOD, row],
  ]) {
    const result = await inFolder({ 'compounds.csv': `${HEADINGS}\n${rows.join('\n')}\n` });
    expect(faults(result)).toEqual([]);
    expect(figures(result)).toEqual([row.includes(',甲街道,,') ? '甲街道 1/2?1' : '甲街道 1/2']);
  }
});

const DOUBTFUL = 'warning record.like-total a.csv:3:';

test.each([
  ['a community named as its street, with titles', '2012,,梅沙街道,梅沙街道,是,1', [`${DOUBTFUL}12 "梅沙街道"`]],
  ['a community named as another street', '2012,,梅沙街道,盐田街道,,1', [`${DOUBTFUL}12 "盐田街道"`]],
  ['a community named as its street is in short', '2012,,沙头角,沙头角,,1', [`${DOUBTFUL}11 "沙头角"`]],
  ['a community with the name of its street in short', '2012,,沙头角街道,沙头角社区,,3', []],
  ['a community with the code of a street', '2012,440308001000,梅沙街道,滨海社区,,1', [`${DOUBTFUL}24 "滨海社区"`]],
  ['a community named as its street, with a code', '2012,440308001003,梅沙街道,梅沙街道,,1', []],
  ['a community named 会计社区', '2012,,梅沙街道,会计社区,,3', []],
  ['a community named 设计总计, with a code', '2012,440308001003,梅沙街道,设计总计,,3', []],
  ['a community named 总计社区', '2012,,梅沙街道,总计社区,,3', []],
])('%s is a record', async (_, row, expected) => {
  const head = '年度,社区代码,街道,社区,无毒社区,本年刑事发案\n2012,440308001002,梅沙街道,大梅沙社区,是,3';
  const result = await inFolder({ 'a.csv': `${head}\n${row}\n` });
  expect(faults(result)).toEqual(expected);
  expect(result.totals.records).toBe(2);
});

test.each([
  ['a street with the code of its district', '440308,盐田区,盐田街道,达标,10', [`${DOUBTFUL}12 "盐田街道"`]],
  ['a street named as its district in short', ',盐田,盐田,达标,10', [`${DOUBTFUL}5 "盐田"`]],
  ['a street named as its district, with a code', '440308002,盐田区,盐田区,,10', [`${DOUBTFUL}15 "盐田区"`]],
  ['a street named as a district, without a code', ',盐田区,大鹏新区,,10', [`${DOUBTFUL}6 "大鹏新区"`]],
  ['a street named 新区 that is assessed', '440308002,盐田区,大鹏新区,达标,10', []],
])('%s is a record', async (_, row, expected) => {
  const head = '街道代码,区,街道,安全,小区总数\n440308001,盐田区,梅沙街道,达标,10';
  const result = await inFolder({ 'a.csv': `${head}\n${row}\n` }, { year: 2012 });
  expect(faults(result).filter((line) => !line.includes(' district.'))).toEqual(expected);
  expect(result.totals.records).toBe(2);
});
