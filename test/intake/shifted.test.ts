import { describe, expect, test } from 'vitest';
import { workbook } from '../xlsx/workbook.ts';
import { faults, figures, inFolder, told } from './submission.ts';

const lines = (...all: string[]) => all.join('\n');
const HEADINGS = '年度,街道,小区,创建等级,佐证材料';
const A = '2012,梅沙街道,一村,标兵,档案1';
const B = '2012,梅沙街道,二村,先进,';
const TABLE = lines(HEADINGS, A, B);

describe('headings cut by another delimiter than the rows', () => {
  const [head, ...rows] = TABLE.split('\n');
  const MARKS = [',', ';', '\t', '，', '；', '|'];
  test.each(MARKS.flatMap((above) => MARKS.filter((below) => above !== below).map((below) => [above, below] as const)))(
    '%j above %j',
    async (above, below) => {
      const text = lines('台账', head!.replaceAll(',', above), ...rows.map((row) => row.replaceAll(',', below)));
      const result = await inFolder({ 'a.csv': text });
      expect(faults(result)).toEqual(['error csv.other-delimiter a.csv:2:1 & a.csv:3:1']);
      const shown = [above, below].map((mark) => (mark === '\t' ? 'Tab' : mark));
      expect(result.diagnostics.find(({ code }) => code === 'csv.other-delimiter')!.params).toEqual({
        headings: shown[0],
        rows: shown[1],
      });
    },
  );

  test.each(['，', '；', '|'])('%j in headings and rows alike', async (mark) => {
    const result = await inFolder({ 'a.csv': TABLE.replaceAll(',', mark) });
    expect(faults(result)).toEqual(['error csv.other-delimiter a.csv:1:1 & a.csv:2:1']);
  });
});

describe('cells that have shifted', () => {
  test.each([
    ['a comma in a name', '2012,梅沙街道,三村,一期,标兵,档案3', '创建等级'],
    ['a comma too many', '2012,梅沙街道,三村,,标兵,档案3', '创建等级'],
    ['a comma too many before a blank cell', '2012,梅沙街道,三村,,标兵,', '创建等级'],
    ['a comma too many at the beginning, before a blank cell', ',2012,梅沙街道,三村,标兵,', '年度'],
  ])('%s', async (_, row, from) => {
    for (const rows of [
      [A, B, row],
      [row, A, B],
    ]) {
      const result = await inFolder({ 'a.csv': lines(HEADINGS, ...rows) });
      const errors = result.diagnostics.filter(({ severity }) => severity === 'error');
      expect(errors.map(({ code, params }) => [code, params.from])).toContainEqual(['table.ragged', from]);
    }
  });

  test.each([
    ['with a cell more', '街道,小区,创建等级', '合计2012,梅沙街道,三村,标兵', 'table.ragged a.csv:3:16'],
    [
      'with its last cell torn off',
      '街道,小区,社区,创建等级',
      '合计,990101001,梅沙街道,990101001001',
      'table.stray-row a.csv:3:1',
    ],
  ])('a word for a sum in front of a record that has moved, %s', async (_, head, row, fault) => {
    const sound = head
      .split(',')
      .map((heading) => ({ 街道: '梅沙街道', 小区: '一村', 创建等级: '标兵' })[heading] ?? '');
    const result = await inFolder({ 'a.csv': lines(head, sound.join(','), row) });
    expect(faults(result)).toContainEqual(`error ${fault}`);
  });

  test('a thousands comma without quotes', async () => {
    const head = '年度,街道,社区,本年刑事发案,上年刑事发案,本年治安发案,上年治安发案';
    const text = lines(head, '2012,梅沙街道,滨海,3,4,5,6', '2012,梅沙街道,东海岸,3,4,1,030,1,040');
    const result = await inFolder({ 'a.csv': text });
    expect(faults(result)).toEqual(['error table.ragged a.csv:3:25']);
  });

  test('blank cells that every row has at its end are no shift', async () => {
    const result = await inFolder({ 'a.csv': lines(HEADINGS, `${A},,`, '2012,梅沙街道,二村,,档案2,,') });
    expect(faults(result)).toEqual([]);
    expect(figures(result)).toEqual(['梅沙街道 1/2?1']);
  });

  test.each([
    [
      'under a heading that is blank',
      '年度,街道,小区,,创建等级,佐证材料',
      '2012,梅沙街道,三村,标兵,,档案3',
      'a.csv:4:14 "标兵"',
    ],
    ['before one', '年度,街道,小区,创建等级,,佐证材料', '2012,梅沙街道,三村,,标兵,档案3', 'a.csv:4:15 "标兵"'],
  ])('a level %s', async (_, head, row, place) => {
    const spaced = (text: string) => {
      const cells = text.split(',');
      return cells.toSpliced(head.split(',').indexOf(''), 0, '').join(',');
    };
    const result = await inFolder({ 'a.csv': lines(head, spaced(A), spaced(B), row) });
    expect(faults(result)).toEqual([`error table.shifted-row ${place}`]);
  });

  test('a remark under a blank heading is no shift', async () => {
    const text = lines('年度,街道,小区,,创建等级', '2012,梅沙街道,一村,已核,', '2012,梅沙街道,二村,,标兵');
    const result = await inFolder({ 'a.csv': text });
    expect(told(result)).toEqual(['note table.nameless-column a.csv:2:14 "已核"']);
  });

  const sheetOf = (...rows: readonly string[]) =>
    inFolder({ 'a.xlsx': workbook({ name: '小区', rows: [HEADINGS, A, B, ...rows].map((row) => row.split(',')) }) });

  test.each([
    ['2012,梅沙街道,三村,,标兵,档案3', '创建等级'],
    ['2012,梅沙街道,,三村,标兵,档案3', '小区'],
  ])('a cell inserted in a sheet, %s', async (row, from) => {
    const errors = (await sheetOf(row)).diagnostics.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ code, params }) => [code, params.from])).toEqual([['table.shifted-row', from]]);
  });

  test('a remark beside a sheet is no shift', async () => {
    const result = await sheetOf('2012,梅沙街道,三村,,档案3,已核', '2012,梅沙街道,四村,标兵,档案4,,,标兵');
    expect(faults(result)).toEqual([]);
    expect(figures(result)).toEqual(['梅沙街道 2/4?1']);
  });
});
