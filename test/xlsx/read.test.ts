import { describe, expect, test } from 'vitest';
import { assessed, figures, inFolder, rowCounts, told, withFolder } from '../intake/submission.ts';
import { type CellValue, type SheetText, workbook } from './workbook.ts';

const HEADINGS = ['年度', '街道代码', '街道', '小区代码', '小区', '创建等级'];
const row = (serial: number, level: CellValue = '标兵'): CellValue[] => [
  2012,
  '440308003',
  '沙头角街道',
  `44030800300300${serial}`,
  `${serial}村`,
  level,
];
const sheet = (over: Partial<SheetText> = {}): SheetText => ({
  name: '小区',
  rows: [HEADINGS, row(1), row(2)],
  ...over,
});
const read = (...sheets: readonly SheetText[]) => inFolder({ '台账.xlsx': workbook(...sheets) });

describe('a sheet', () => {
  test('is read like a CSV file, its places are sheet and cell', async () => {
    const result = await read(sheet({ rows: [HEADINGS, row(1), row(2, '先进')] }));
    expect(told(result)).toEqual([]);
    expect(figures(result)).toEqual(['沙头角街道 1/2']);
    expect(rowCounts(result)).toEqual(['台账.xlsx#小区 2+0-0']);
    const [witness] = result.subjects[0]!.findings[0]!.witnesses.failing;
    expect(witness!.place).toEqual({ path: '台账.xlsx#小区', line: 3, column: 6, cell: 'F3' });
  });
});

describe('which sheet', () => {
  const others = [sheet({ name: '说明', rows: [['请逐行填写']] }), sheet({ name: '空', rows: [] }), sheet()];

  test('the first one, with a note of others that hold data', async () => {
    const result = await inFolder({ '台账.xlsx': workbook(sheet(), ...others.slice(0, 2)) });
    expect(told(result)).toEqual(['note xlsx.other-sheets 台账.xlsx#小区!A1']);
    expect(result.diagnostics[0]!.params).toEqual({ sheets: ['说明'], file: '台账.xlsx' });
  });

  test.each([
    ['named', (file: string) => [`${file}#小区`]],
    ['named, of a table', (file: string) => [`compounds=${file}#小区`]],
  ])('the one that is %s', async (_, paths) => {
    await withFolder({ '台账.xlsx': workbook(...others) }, async (folder) => {
      const result = await assessed({ paths: paths(`${folder}/台账.xlsx`) });
      expect(told(result)).toEqual([]);
      expect(rowCounts(result)).toEqual(['台账.xlsx#小区 2+0-0']);
    });
  });

  test('one that is not there: those that are there are named', async () => {
    await withFolder({ '台账.xlsx': workbook(...others) }, async (folder) => {
      const result = await assessed({ paths: [`${folder}/台账.xlsx#街道`], year: 2012 });
      expect(told(result)).toEqual(['error xlsx.no-sheet 台账.xlsx:1:1']);
      expect(result.diagnostics[0]!.params).toEqual({ sheet: '街道', sheets: ['说明', '空', '小区'] });
    });
  });
});
