import { expect, test } from 'vitest';
import { figures, inFolder, told } from './submission.ts';

const CODED = '年度,街道,小区代码,小区,创建等级,备注';
const NAMED = '年度,街道,小区,创建等级,备注';
const A = '2012,梅沙街道,一村,标兵,';

test.each([
  [
    'by codes',
    CODED,
    '2012,梅沙街道,440308001001001,"一村,标兵,',
    '2012,梅沙街道,440308001001002,二村",先进,',
    '2:27',
    1,
  ],
  ['by names', NAMED, '2012,梅沙街道,一村,标兵,"好', '2012,梅沙街道,二村,先进,差"', '2:17', 1],
  ['with other line breaks', NAMED, '2012,梅沙街道,一村,标兵,"好\r', '2012,梅沙街道,二村,先进,差"', '2:17', 1],
  ['several', NAMED, '2012,梅沙街道,"一村,标兵,', '2012,梅沙街道,二村,先进,\n2012,梅沙街道,三村",先进,', '2:11', 2],
  ['several whole ones', NAMED, '2012,梅沙街道,一村,标兵,"好', `${A}\n2012,梅沙街道,三村,无,"`, '2:17', 2],
])('rows that a quote takes in, %s, are refused as that', async (_, headings, first, second, place, rows) => {
  const { diagnostics, refusal } = await inFolder({ 'a.csv': `${headings}\n${first}\n${second}\n` });
  expect(refusal).toBe('data');
  const found = diagnostics.filter(({ code }) => code === 'csv.rows-in-quotes');
  expect(found.map(({ place: at, params }) => [`${at!.line}:${at!.column}`, params])).toEqual([[place, { rows }]]);
});

test.each([
  ['a remark over several lines', '"2010年命名\n2012年复查，合格"'],
  ['a list of dates', '"2010-01-01,2011-01-01\n2012-01-01,2013-01-01,2014-01-01"'],
  ['a name over two lines', '"甲\n乙"'],
  ['a number among words', '"电话\n证书号 440308001，甲"'],
])('%s is none', async (_, remark) => {
  const result = await inFolder({ 'a.csv': `${NAMED}\n${A}${remark}\n` });
  expect(figures(result)).toEqual(['梅沙街道 1/1']);
  expect(told(result).filter((line) => !line.startsWith('note'))).toEqual([]);
});
