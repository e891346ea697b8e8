import { expect, test } from 'vitest';
import { type Files, figures, inFolder, told } from '../intake/submission.ts';

const HEAD = '街道代码,街道名称,社区总数,无毒社区数,安全文明社区数,小区总数,标兵小区数';
const COMPOUNDS = '小区编号,小区名称,街道代码,创建等级';

test.each<[name: string, files: Files, warnings: readonly string[], compounds: string]>([
  [
    'a total of none, once for all that it counts',
    { '街道.csv': `${HEAD}\n440308001,梅沙街道,0,0,0,2,2` },
    ['warning summary.empty 街道.csv:2:16 "0"'],
    '2/2',
  ],
  [
    'each total of none, in its own cell',
    { '街道.csv': `${HEAD}\n440308001,梅沙街道,0,0,0,0,0` },
    ['warning summary.empty 街道.csv:2:16 "0"', 'warning summary.empty 街道.csv:2:22 "0"'],
    '0/0',
  ],
  [
    'a total of none whose other figure is blank',
    { '街道.csv': `${HEAD}\n440308001,梅沙街道,2,2,2,0,` },
    ['warning summary.empty 街道.csv:2:22 "0"'],
    '0/0',
  ],
  [
    'a street without units in the register, and a total of none',
    {
      '街道.csv': `${HEAD}\n440308001,梅沙街道,2,2,2,0,0\n440308002,盐田街道,2,2,2,1,1`,
      '小区.csv': `${COMPOUNDS}\n440308002001001,甲小区,440308002,标兵`,
    },
    ['warning summary.empty 街道.csv:2:22 "0"'],
    '0/0',
  ],
  ['no total', { '街道.csv': `${HEAD}\n440308001,梅沙街道,2,2,2,,` }, [], 'null/null'],
  [
    'a total of none that the register contradicts',
    {
      '街道.csv': `${HEAD}\n440308001,梅沙街道,2,2,2,0,0`,
      '小区.csv': `${COMPOUNDS}\n440308001001001,甲小区,440308001,标兵`,
    },
    [
      'warning summary.differs 街道.csv:2:22 & 小区.csv:2:1 "0"',
      'warning summary.differs 街道.csv:2:24 & 小区.csv:2:1 "0"',
    ],
    '1/1',
  ],
])('%s', async (_, files, warnings, compounds) => {
  const result = await inFolder(files, { year: 2012 });
  expect(told(result)).toEqual(warnings);
  expect(figures(result)[0]).toBe(`梅沙街道 ${compounds}`);
});

test('more that meet the condition than there are is an error and no warning beside it', async () => {
  const result = await inFolder({ '街道.csv': `${HEAD}\n440308001,梅沙街道,2,2,2,0,1` }, { year: 2012 });
  expect(told(result)).toEqual(['error summary.met-exceeds-of 街道.csv:2:24 "1"']);
});
