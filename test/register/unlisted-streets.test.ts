import { describe, expect, test } from 'vitest';
import { faults, inFolder } from '../intake/submission.ts';
import { workbook } from '../xlsx/workbook.ts';

const STREETS =
  '年度,街道代码,街道名称,维稳综治专项考核,安全专项考核,计生专项考核\n2012,990101001,春山街道,达标,达标,达标';
const COMMUNITIES =
  '年度,街道代码,街道名称,社区代码,社区名称,安全文明社区\n2012,990101001,春山街道,990101001001,春甲社区,是';
const HEADINGS = ['年度', '街道代码', '街道名称', '社区代码', '社区名称', '小区名称', '创建等级'];
const row = (street: string, code: string, unit: string, level = '标兵') => [
  ...[2012, code, street, `${code}001`, `${street.slice(0, 1)}甲社区`, unit, level],
];
const sheets = (...all: [string, ...ReturnType<typeof row>[]][]) => ({
  '街道.csv': STREETS,
  '社区.csv': COMMUNITIES,
  '小区.xlsx': workbook(...all.map(([name, ...rows]) => ({ name, rows: [HEADINGS, ...rows] }))),
});
const verdicts = ({ subjects }: Awaited<ReturnType<typeof inFolder>>) =>
  subjects.filter(({ scope }) => scope === 'street').map(({ name, verdict }) => `${name} ${verdict}`);

const OWN = row('春山街道', '990101001', '一村');

describe('a street that the streets table lacks', () => {
  test('is judged where a sheet is named after it, and cannot pass', async () => {
    for (const level of ['标兵', '先进']) {
      const result = await inFolder(
        sheets(['春山街道', OWN], ['秋水街道', row('秋水街道', '990101002', '二村', level)]),
      );
      expect(faults(result)).toEqual(['warning reference.unlisted-subject 小区.xlsx#秋水街道!B2 "990101002"']);
      expect(verdicts(result)[1]).toBe(`秋水街道 ${level === '标兵' ? 'unknown' : 'fail'}`);
    }
  });

  test.each<[string, Parameters<typeof sheets>]>([
    ['a sheet of many streets', [['小区', OWN, row('秋水街道', '990101002', '二村')]]],
    ['a sheet of another street', [['春山街道', OWN, row('秋水街道', '990101002', '二村')]]],
    ['a mistyped code in the own sheet', [['春山街道', OWN, row('春山街道', '990101007', '二村')]]],
  ])('is an error in %s', async (_, given) => {
    const result = await inFolder(sheets(...given));
    expect(result.refusal).toBe('data');
    expect(faults(result)[0]).toMatch(/^error reference\.unknown 小区\.xlsx#.*!B3 /);
  });

  test('is an error where only its name is given', async () => {
    const files = { '街道.csv': STREETS, '秋水街道.csv': '年度,街道,小区,创建等级\n2012,秋水街道,二村,标兵' };
    expect(faults(await inFolder(files))).toEqual(['error reference.unknown 秋水街道.csv:2:6 "秋水街道"']);
  });
});
