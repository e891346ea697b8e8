import { expect, test } from 'vitest';
import { faults, figures, inFolder } from './submission.ts';

const lines = (...all: string[]) => all.join('\n');

test.each([
  ['name,街道编码,维稳综治专项考核,安全专项考核,计生专项考核', '梅沙街道,440308001,达标,不达标,达标'],
  ['code,街道,维稳综治专项考核,安全专项考核', '440308001,梅沙街道,达标,不达标'],
])('%s is a table of streets: most of its headings are', async (head, row) => {
  const result = await inFolder({ 'a.csv': lines(head, row) }, { year: 2012 });
  expect(result.inputs[0]!.table).toBe('streets');
  expect(figures(result, 'safety')).toEqual(['梅沙街道 fail']);
});

test('one of communities with a name in English is one of communities', async () => {
  const text = lines('name,街道编码,安全文明社区,drugFree', '滨海社区,440308001,是,是');
  expect((await inFolder({ 'a.csv': text }, { year: 2012 })).inputs[0]!.table).toBe('communities');
});

test('headings that fit several tables are refused, unless the table is said', async () => {
  const text = lines('name,街道编码', '梅沙街道,440308001');
  expect(faults(await inFolder({ 'a.csv': text }, { year: 2012 }))).toEqual(['error table.ambiguous a.csv:1:1']);
});

test('the list of a YAML file goes by the same rule', async () => {
  const yaml = '- { name: 梅沙街道, 街道编码: 440308001, 安全专项考核: 不达标, 计生专项考核: 达标 }\n';
  const result = await inFolder({ 'a.yaml': yaml }, { year: 2012 });
  expect(figures(result, 'safety')).toEqual(['梅沙街道 fail']);
  const unclear = await inFolder({ 'a.yaml': '- { name: 梅沙街道, 街道编码: 440308001 }\n' }, { year: 2012 });
  expect(faults(unclear)).toEqual(['error table.ambiguous a.yaml:1:1']);
});

const STREETS = '街道代码,街道,区代码,安全';
const street = (nth: number, district: string) => `44030800${nth},第${nth}街道,${district},达标`;

test.each([
  ['a letter for a digit', '44O308'],
  ['a digit short', '44030'],
  ['twelve digits', '440308000000'],
  ['another district than the code of the street', '440309'],
])('a district code with %s is an error', async (_, code) => {
  for (const order of [
    [1, 2, 3],
    [3, 2, 1],
  ]) {
    const rows = order.map((nth) => street(nth, nth === 3 ? code : '440308'));
    const result = await inFolder({ 'a.csv': lines(STREETS, ...rows) }, { year: 2012 });
    expect(faults(result)).toEqual([`error outer.odd-code a.csv:${order.indexOf(3) + 2}:16 "${code}"`]);
  }
});

test('a letter in the only district code is an error as well', async () => {
  const result = await inFolder({ 'a.csv': lines(STREETS, street(1, '44O308')) }, { year: 2012 });
  expect(faults(result)).toEqual(['error outer.odd-code a.csv:2:16 "44O308"']);
});

test.each([
  ['spaces in a code', [street(1, '440308'), street(2, '440 308')]],
  ['twelve digits throughout', [street(1, '440308000000'), street(2, '440308000000')]],
  ['numbers of an office', ['1,甲街道,A-1,达标', '2,乙街道,A-2,达标']],
  ['several districts', [street(1, '440308'), '440309001,戊街道,440309,达标']],
])('%s are no fault', async (_, rows) => {
  expect(faults(await inFolder({ 'a.csv': lines(STREETS, ...rows) }, { year: 2012 }))).toEqual([]);
});

test.each([
  [['合计,,12', '总计,,12'], ['error table.only-totals a.csv:1:1']],
  [['合计,,12'], ['error table.only-totals a.csv:1:1']],
  [['合计,,'], ['warning table.no-records a.csv:1:1']],
  [['填表人：张三,,审核人：李四'], ['warning table.no-records a.csv:1:1']],
  [[], ['warning table.no-records a.csv:1:1']],
])('a table with the rows %j is no fit one, but a blank form is a blank form', async (rows, expected) => {
  const result = await inFolder({ 'a.csv': lines('社区名称,街道名称,本年刑事发案', ...rows) }, { year: 2012 });
  expect(faults(result).filter((line) => line.includes(' table.') && !line.includes('all-empty'))).toEqual(
    expect.arrayContaining(expected),
  );
});
