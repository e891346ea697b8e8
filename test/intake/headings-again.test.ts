import { expect, test } from 'vitest';
import { figures, inFolder, told } from './submission.ts';

const HEADINGS = '年度,街道,小区,创建等级';
const A = '2012,梅沙街道,一村,标兵';
const B = '2012,梅沙街道,二村,先进';

test.each([
  ['as they are', [HEADINGS, A, HEADINGS, B], []],
  ['behind a byte order mark', [HEADINGS, A, `\ufeff${HEADINGS}`, B], []],
  ['with blank cells behind', [HEADINGS, A, `${HEADINGS},,`, B], []],
  ['in another spelling', [HEADINGS, A, '年度,街 道,小区,创建等级', B], []],
  ['below the lines of a form', [HEADINGS, A, '填表人：甲', HEADINGS, B], ['note table.below-records a.csv:3:1']],
  ['of a file without records', [HEADINGS, A, HEADINGS, HEADINGS, B], []],
])('headings over again, %s, are no record', async (_, lines, others) => {
  const result = await inFolder({ 'a.csv': lines.join('\n') });
  expect(figures(result)).toEqual(['梅沙街道 1/2']);
  expect(
    told(result).filter((line) => !line.includes('table.headings-repeated') && !line.includes('extra-cells')),
  ).toEqual(others);
  expect(told(result).filter((line) => line.includes('table.headings-repeated'))).toHaveLength(1);
});

test.each([
  ['in another order', [HEADINGS, A, '年度,街道,创建等级,小区', '2012,梅沙街道,先进,二村'], 'a.csv:3:1'],
  ['of another table', [HEADINGS, A, '', '年度,街道,社区,创建等级', '2012,梅沙街道,某社区,是'], 'a.csv:4:1'],
  ['with a column more', [HEADINGS, A, `${HEADINGS},备注`, `${B},甲`], 'a.csv:3:1'],
])('headings %s are refused as that', async (_, lines, place) => {
  const result = await inFolder({ 'a.csv': lines.join('\n') });
  expect(result.refusal).toBe('data');
  expect(told(result)).toContain(`error table.headings-within ${place}`);
});

test('a unit may be named like a heading', async () => {
  const result = await inFolder({ 'a.csv': [HEADINGS, A, '2012,梅沙街道,小区,先进'].join('\n') });
  expect(figures(result)).toEqual(['梅沙街道 1/2']);
  expect(told(result)).toEqual([]);
});
