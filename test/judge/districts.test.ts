import { describe, expect, test } from 'vitest';
import { type Files, inFolder, told } from '../intake/submission.ts';

const lines = (...all: string[]) => all.join('\n');
const COUNTS = '小区总数,标兵小区数';

/** Each district with its pooled share, each street below its own. */
const shown = async (files: Files | string) => {
  const result = await inFolder(typeof files === 'string' ? { 'a.csv': files } : files, { year: 2012 });
  const districts = result.subjects.flatMap(({ scope, code, name, findings }) => {
    const found = findings.find(({ rule }) => rule === 'model-compounds');
    const share = found?.kind === 'share' ? `${found.met}/${found.of}` : '';
    return scope === 'district' ? [[code, name, share].map(String).join(' ')] : [];
  });
  return { told: told(result), districts };
};

interface Case {
  readonly name: string;
  readonly files: Files | string;
  readonly districts: readonly string[];
  readonly told?: readonly string[];
}

describe('the district of a street', () => {
  test.each<Case>([
    {
      name: 'by its name, one street without a code',
      files: lines(`区,街道代码,街道,${COUNTS}`, '盐田区,440308001,梅沙街道,10,8', '盐田区,,盐田街道,10,2'),
      districts: ['440308 盐田区 10/20'],
    },
    {
      name: 'by its name, spelt in two widths',
      files: lines(`区,街道代码,街道,${COUNTS}`, '盐田区,440308001,梅沙街道,10,8', '盐田 区,440308002,盐田街道,10,2'),
      districts: ['440308 盐田区 10/20'],
    },
    {
      name: 'by its name, codes of two prefixes',
      files: lines(
        `区,街道代码,街道,${COUNTS}`,
        '盐田区,440308001,梅沙街道,10,8',
        '盐田区,440309002,盐田街道,10,2',
        '盐田区,440309003,海山街道,10,1',
      ),
      districts: ['null 盐田区 11/30'],
      told: ['warning outer.other-code a.csv:3:5 & a.csv:2:5 "440309002"'],
    },
    {
      name: 'by its name, two under one prefix',
      files: lines(`区,街道代码,街道,${COUNTS}`, '盐田区,440308001,梅沙街道,10,8', '罗湖区,440308002,翠竹街道,10,2'),
      districts: ['440308 盐田区 8/10', '440308 罗湖区 2/10'],
      told: ['warning outer.other-name a.csv:3:1 & a.csv:2:1 "罗湖区"'],
    },
    {
      name: 'by its name, no codes',
      files: lines(`区,街道,${COUNTS}`, '盐田区,梅沙街道,10,8', '罗湖区,翠竹街道,10,2', '盐田区,盐田街道,10,3'),
      districts: ['null 盐田区 11/20', 'null 罗湖区 2/10'],
    },
    {
      name: 'by its code before its name and the code of the street',
      files: lines(
        `区代码,区,街道代码,街道,${COUNTS}`,
        '440308,盐田区,440308001,梅沙街道,10,8',
        '440308,盐田,440309002,盐田街道,10,2',
        '440399,盐田区,440308003,海山街道,10,1',
      ),
      districts: ['440308 盐田区 10/20', '440399 盐田区 1/10'],
      told: ['warning outer.other-name a.csv:3:8 & a.csv:2:8 "盐田"'],
    },
    {
      name: 'by the code that its name has elsewhere',
      files: {
        'a.csv': lines(`区代码,区,街道代码,街道,${COUNTS}`, '440308,盐田区,440308001,梅沙街道,10,8'),
        'b.csv': lines(`区,街道,${COUNTS}`, '盐田区,盐田街道,10,2'),
      },
      districts: ['440308 盐田区 10/20'],
    },
    {
      name: 'by the code of the street where no column says more',
      files: lines(`街道代码,街道,${COUNTS}`, '440308001,梅沙街道,10,8', '440309001,观澜街道,10,2'),
      districts: ['440308 null 8/10', '440309 null 2/10'],
    },
    {
      name: 'by the code of the street in one file, by name in another',
      files: {
        'a.csv': lines(`街道代码,街道,${COUNTS}`, '440308001,梅沙街道,10,8'),
        'b.csv': lines(`区,街道代码,街道,${COUNTS}`, '盐田区,440308002,盐田街道,10,2'),
      },
      districts: ['440308 盐田区 10/20'],
    },
    {
      name: 'all one where nothing says more',
      files: lines(`街道,${COUNTS}`, '梅沙街道,10,8', '盐田街道,10,2'),
      districts: ['null null 10/20'],
    },
    {
      name: 'from the row above, by code',
      files: lines(`区代码,街道代码,街道,${COUNTS}`, '440399,440308001,梅沙街道,10,8', ',440308002,盐田街道,10,2'),
      districts: ['440399 null 10/20'],
      told: ['note record.filled-down a.csv:3:1 ""'],
    },
    {
      name: 'its name from the row above, by its own code',
      files: lines(`区代码,区,街道,${COUNTS}`, '440308,盐田区,梅沙街道,10,8', '440308,,盐田街道,10,2'),
      districts: ['440308 盐田区 10/20'],
      told: ['note record.filled-down a.csv:3:8 ""'],
    },
  ])('$name', async ({ files, districts, told: expected = [] }) => {
    expect(await shown(files)).toEqual({ districts, told: expected });
  });

  test.each([
    { name: 'a blank name', heading: '区', above: '盐田区' },
    { name: 'a blank code', heading: '区代码', above: '440308' },
  ])('$name below a filled one that nothing confirms is refused', async ({ heading, above }) => {
    const text = lines(`${heading},街道,${COUNTS}`, `${above},梅沙街道,10,8`, ',盐田街道,10,2');
    expect((await shown(text)).told).toEqual(['error record.blank-parent a.csv:3:1 ""']);
  });

  test('a blank in a row of another year is not spoken of, and its fill holds for the rows below', async () => {
    const text = lines(
      `年度,区,街道代码,街道,${COUNTS}`,
      '2011,盐田区,440308001,梅沙街道,10,8',
      '2011,,440308002,盐田街道,10,8',
      '2012,,440308001,梅沙街道,10,8',
    );
    expect(await shown(text)).toEqual({
      districts: ['440308 盐田区 8/10'],
      told: ['warning year.subject-elsewhere a.csv:3:1 & a.csv:4:1 "2011"', 'note record.filled-down a.csv:4:6 ""'],
    });
  });
});

test('a street without a code given twice, once without its district', async () => {
  const { told: found } = await shown({
    'a.csv': lines(`区,街道,${COUNTS}`, '盐田区,梅沙街道,10,8'),
    'b.csv': lines(`街道,${COUNTS}`, '梅沙街办,10,8'),
  });
  expect(found).toEqual(['error unit.duplicate a.csv:2:5 & b.csv:2:1 "梅沙街道"']);
});
