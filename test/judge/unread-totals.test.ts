import { expect, test } from 'vitest';
import { faults, inFolder } from '../intake/submission.ts';

const COMPOUNDS = '年度,街道,社区,小区,创建等级\n2012,梅沙街道,滨海,一村,标兵\n2012,梅沙街道,东海岸,二村,标兵\n';
const ofStreet = (heading: string, total: string) => ({
  '小区.csv': COMPOUNDS,
  '街道.csv': `年度,街道,${heading}\n2012,梅沙街道,${total}\n`,
});
const ofCommunities = (heading: string, first: string, second: string) => ({
  '小区.csv': COMPOUNDS,
  '社区.csv': `年度,街道,社区,${heading}\n2012,梅沙街道,滨海,${first}\n2012,梅沙街道,东海岸,${second}\n`,
});
const warned = async (files: Readonly<Record<string, string>>) =>
  (await faults(await inFolder(files))).filter((line) => line.includes('summary.unread-total'));

test.each([
  ['another word behind', ofStreet('小区数量', '50'), '街道.csv:2:11 "50"'],
  ['another word in front', ofStreet('辖区小区总数', '3'), '街道.csv:2:11 "3"'],
  ['what it counts in brackets', ofStreet('应报小区数（含在建）', '３'), '街道.csv:2:11 "３"'],
  ['the communities', ofStreet('社区数量', '3'), undefined],
  ['each community', ofCommunities('小区总数', '1', '2'), '社区.csv:2:14 "1"'],
  ['each community, one blank', ofCommunities('小区数', '', '3'), '社区.csv:3:15 "3"'],
  ['the street in each community', ofCommunities('小区总数', '50', '50'), '社区.csv:2:14 "50"'],
])('a total under %s that exceeds the units is a warning', async (_, files, place) => {
  expect(await warned(files)).toEqual(place === undefined ? [] : [`warning summary.unread-total ${place}`]);
});

test.each([
  ['the units that are there', ofStreet('小区数量', '2')],
  ['a part of them', ofStreet('先进小区数', '1')],
  ['another thing', ofStreet('小区数据', '50')],
  ['nothing', ofStreet('小区数量', '')],
  ['no number', ofStreet('小区数量', '见附件')],
  ['those of each community', ofCommunities('小区总数', '1', '1')],
  ['those of the street in each community', ofCommunities('小区总数', '2', '2')],
])('a column that is not read and says %s is none', async (_, files) => {
  expect(await warned(files)).toEqual([]);
});
