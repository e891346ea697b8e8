import { expect, test } from 'vitest';
import { inFolder, told } from '../intake/submission.ts';

const HEAD = '街道代码,街道名称,社区总数,安全文明社区数,无毒社区数,无邪社区数,发案稳中有降社区数';
const COMMUNITIES = [
  '街道代码,社区代码,社区,安全文明社区,无毒社区,无邪社区,本年刑事发案,上年刑事发案,本年治安发案,上年治安发案',
  '440308001,440308001001,甲社区,是,是,是,1,1,1,1',
  '440308001,440308001002,乙社区,是,是,是,1,1,1,1',
  '440308001,440308001003,丙社区,是,是,,1,1,1,1',
].join('\n');
const REGISTER = '& 社区.csv:2:11';

test.each<[name: string, counts: string, warnings: readonly string[]]>([
  ['nothing', '3,3,3,3,3', []],
  ['an unknown unit counted either way', '3,3,3,2,3', []],
  ['a wrong figure', '3,3,2,3,3', [`街道.csv:2:20 ${REGISTER} "2"`]],
  [
    'a total and figures of it',
    '2,2,2,2,1',
    [
      `街道.csv:2:16 ${REGISTER} "2"`,
      `街道.csv:2:18 ${REGISTER} "2"`,
      `街道.csv:2:20 ${REGISTER} "2"`,
      `街道.csv:2:24 ${REGISTER} "1"`,
    ],
  ],
  ['a wrong total beside blank figures, once for all that it counts', '2,,,,', [`街道.csv:2:16 ${REGISTER} "2"`]],
  ['a figure without a total', ',9,,,', [`街道.csv:2:17 ${REGISTER} "9"`]],
])('a summary differs from the register in the cells that do: %s', async (_, counts, warnings) => {
  const files = { '街道.csv': `${HEAD}\n440308001,梅沙街道,${counts}`, '社区.csv': COMMUNITIES };
  expect(told(await inFolder(files, { year: 2012 }))).toEqual(warnings.map((at) => `warning summary.differs ${at}`));
});

test.each<[name: string, counts: string, warnings: readonly string[]]>([
  ['one more, once for all that it counts', '4,3,3,3,3', ['summary.units-missing 街道.csv:2:16 & 社区.csv:2:11 "4"']],
  ['many more', '50,,,,', ['summary.units-missing 街道.csv:2:16 & 社区.csv:2:11 "50"']],
  [
    'more, and a figure below what the register has',
    '5,3,2,,',
    ['summary.units-missing 街道.csv:2:16 & 社区.csv:2:11 "5"', 'summary.differs 街道.csv:2:20 & 社区.csv:2:11 "2"'],
  ],
])('a summary declares more than the register has: %s', async (_, counts, warnings) => {
  const files = { '街道.csv': `${HEAD}\n440308001,梅沙街道,${counts}`, '社区.csv': COMMUNITIES };
  expect(told(await inFolder(files, { year: 2012 }))).toEqual(warnings.map((at) => `warning ${at}`));
});

test('the warning says what each side has, a range where units are not known', async () => {
  const files = { '街道.csv': `${HEAD}\n440308001,梅沙街道,2,2,2,1,2`, '社区.csv': COMMUNITIES };
  const { diagnostics } = await inFolder(files, { year: 2012 });
  const subject = '440308001 梅沙街道';
  expect(diagnostics.filter(({ code }) => code === 'summary.differs').map(({ params }) => params)).toEqual([
    { heading: '社区总数', subject, register: '3', summary: '2' },
    { heading: '安全文明社区数', subject, register: '3', summary: '2' },
    { heading: '无毒社区数', subject, register: '3', summary: '2' },
    { heading: '无邪社区数', subject, register: '2–3', summary: '1' },
    { heading: '发案稳中有降社区数', subject, register: '3', summary: '2' },
  ]);
});
