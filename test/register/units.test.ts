import { describe, expect, test } from 'vitest';
import { type Files, figures, inFolder, type Options, told } from '../intake/submission.ts';

const lines = (...all: string[]) => all.join('\n');
const YEAR: Options = { year: 2012 };

interface Case {
  readonly name: string;
  readonly files: Files | string;
  readonly told: readonly string[];
}

const assessed = (files: Files | string) => inFolder(typeof files === 'string' ? { 'a.csv': files } : files, YEAR);

const refuses = (cases: readonly Case[]) =>
  test.each(cases)('$name', async ({ files, told: expected }) => {
    const result = await assessed(files);
    expect(told(result)).toEqual(expected);
    expect(result).toMatchObject({ refusal: 'data', verdict: null, subjects: [] });
  });

const accepts = (cases: readonly (Case & { readonly figures: readonly string[] })[]) =>
  test.each(cases)('$name', async ({ files, told: expected, figures: counted }) => {
    const result = await assessed(files);
    expect(told(result)).toEqual(expected);
    expect(figures(result)).toEqual(counted);
  });

describe('a unit given more than once', () => {
  const CODED = '街道,小区编号,小区,创建等级';
  const NAMED = '街道,小区,创建等级';
  refuses([
    {
      name: 'by its code, in one file',
      files: lines(CODED, '梅沙街道,001,一村,标兵', '梅沙街道,002,二村,标兵', '梅沙街道,001,一村,标兵'),
      told: ['error unit.duplicate a.csv:2:6 & a.csv:4:6 "001"'],
    },
    {
      name: 'three times, in two files',
      files: {
        'a.csv': lines(CODED, '梅沙街道,001,一村,标兵', '梅沙街道,001,一村,先进'),
        'b.csv': lines(CODED, '梅沙街道,001,一村,标兵'),
      },
      told: ['error unit.duplicate a.csv:2:6 & a.csv:3:6 b.csv:2:6 "001"'],
    },
    {
      name: 'by a code that is written in two ways',
      files: lines(CODED, '梅沙街道,="001",一村,标兵', '梅沙街道,００１,一村,标兵'),
      told: [
        'error unit.duplicate a.csv:2:6 & a.csv:3:6 "=\\"001\\""',
        'note record.text-marker a.csv:2:6 "=\\"001\\""',
        'note record.digits a.csv:3:6 "００１"',
      ],
    },
    {
      name: 'by a code of sixteen digits and one of letters',
      files: lines(
        CODED,
        '梅沙街道,4403080010020011,一村,标兵',
        '梅沙街道,A-1,二村,标兵',
        '梅沙街道,4403080010020011,一村,标兵',
        '梅沙街道,A-1,二村,标兵',
      ),
      told: [
        'error unit.duplicate a.csv:2:6 & a.csv:4:6 "4403080010020011"',
        'error unit.duplicate a.csv:3:6 & a.csv:5:6 "A-1"',
      ],
    },
    ...['44030800lO02003', '0440308001002003', '440308001002-003', '440308001_002003'].map((code) => ({
      name: `by a code that was meant to be the same: ${code}`,
      files: lines(
        CODED,
        '梅沙街道,440308001002003,一村,标兵',
        '梅沙街道,440308001002004,二村,先进',
        `梅沙街道,${code},一 村,标兵`,
      ),
      told: ['error unit.duplicate a.csv:2:6 & a.csv:4:6 "440308001002003"'],
    })),
    {
      name: 'by its code, with another name',
      files: lines(CODED, '梅沙街道,001,一村,标兵', '梅沙街道,001,二村,标兵'),
      told: ['error unit.other-name a.csv:2:6 & a.csv:3:6 "001"'],
    },
    {
      name: 'by its code, under another street',
      files: lines(CODED, '梅沙街道,001,一村,标兵', '盐田街道,001,一村,标兵'),
      told: ['error unit.duplicate a.csv:2:6 & a.csv:3:6 "001"'],
    },
    {
      name: 'by its name',
      files: lines(NAMED, '梅沙街道,一村,标兵', '梅沙街道,二村,标兵', '梅沙街道,一村,先进'),
      told: ['error unit.duplicate a.csv:2:6 & a.csv:4:6 "一村"'],
    },
    {
      name: 'by a name of another width',
      files: lines(NAMED, '梅沙街道,一村（Ａ区）,标兵', '梅沙街道,一村(A区) ,标兵'),
      told: ['error unit.duplicate a.csv:2:6 & a.csv:3:6 "一村（Ａ区）"'],
    },
    {
      name: 'by its name, in two files whose street is spelt in two ways',
      files: { 'a.csv': lines(NAMED, '梅沙街道,一村,标兵'), 'b.csv': lines(NAMED, '梅沙街办,一村,标兵') },
      told: ['error unit.duplicate a.csv:2:6 & b.csv:2:6 "一村"'],
    },
    {
      name: 'by its name, once under the code and once under the name of its street',
      files: {
        'a.csv': lines('街道代码,街道', '440308001,梅沙街道'),
        'b.csv': lines('街道代码,小区,创建等级', '440308001,一村,标兵'),
        'c.csv': lines(NAMED, '梅沙街道,一村,标兵'),
      },
      told: ['error unit.duplicate b.csv:2:11 & c.csv:2:6 "一村"'],
    },
    {
      name: 'by its name, once with a code',
      files: lines(CODED, '梅沙街道,001,一村,标兵', '梅沙街道,,一村,标兵'),
      told: ['error unit.duplicate a.csv:2:6 & a.csv:3:7 "001"'],
    },
    {
      name: 'by its name, once with a code, in two files with other columns',
      files: {
        'a.csv': lines('街道代码,街道', '440308001,梅沙街道'),
        'b.csv': lines('街道代码,小区编号,小区,创建等级', '440308001,001,一村,标兵'),
        'c.csv': lines(NAMED, '梅沙街办,一村,标兵'),
      },
      told: ['error unit.duplicate b.csv:2:11 & c.csv:2:6 "001"'],
    },
    {
      name: 'by its code, once without its name',
      files: lines('街道,小区编号,小区,创建等级', '梅沙街道,001,一村,标兵', '梅沙街道,001,,标兵'),
      told: ['error unit.duplicate a.csv:2:6 & a.csv:3:6 "001"'],
    },
    {
      name: 'a community by its name, spelt in two ways',
      files: lines('街道,社区,无毒社区', '梅沙街道,元墩头社区,是', '梅沙街道,园墩头居委会,是'),
      told: ['error unit.duplicate a.csv:2:6 & a.csv:3:6 "元墩头社区"'],
    },
    {
      name: 'a street by its code',
      files: lines('街道代码,街道', '440308001,梅沙街道', '440308001,梅沙街办'),
      told: ['error unit.duplicate a.csv:2:1 & a.csv:3:1 "440308001"'],
    },
    {
      name: 'a street by its name, in two files',
      files: { 'a.csv': lines('街道,维稳综治', '梅沙街道,达标'), 'b.csv': lines('街道,安全', '梅沙街办,达标') },
      told: ['error unit.duplicate a.csv:2:1 & b.csv:2:1 "梅沙街道"'],
    },
    {
      name: 'a street by its name, once with a code and without its district',
      files: {
        'a.csv': lines('区,街道代码,街道', '盐田区,440308001,梅沙街道'),
        'b.csv': lines('街道,安全', '梅沙街道,达标'),
      },
      told: ['error unit.duplicate a.csv:2:5 & b.csv:2:1 "440308001"'],
    },
    {
      name: 'a street by its name, once with a code and where a marker stands for its district',
      files: lines('区,街道代码,街道', '盐田区,440308001,梅沙街道', '-,,梅沙街道'),
      told: ['error unit.duplicate a.csv:2:5 & a.csv:3:4 "440308001"', 'error record.blank-parent a.csv:3:1 "-"'],
    },
    {
      name: 'streets by their name, in a district and where a marker stands for it',
      files: lines('区,街道', '-,梅沙街道', '盐田区,梅沙街道'),
      told: ['error unit.duplicate a.csv:2:3 & a.csv:3:5 "梅沙街道"'],
    },
    {
      name: 'a unit that is left out',
      files: lines('街道代码,街道', '440308001,梅沙街道', '440308403,综合保税区', '440308403,综合保税区'),
      told: ['error unit.duplicate a.csv:3:1 & a.csv:4:1 "440308403"', 'note unit.left-out a.csv:3:1 "440308403" ×2'],
    },
    {
      name: 'in YAML',
      files: {
        'a.yaml':
          '- { 街道: 梅沙街道, 小区: 一村, 创建等级: 标兵 }\n- { 街道: 梅沙街道, 小区: 一村, 创建等级: 标兵 }\n',
      },
      told: ['error unit.duplicate a.yaml:1:19 & a.yaml:2:19 "一村"'],
    },
  ]);
});

test('names of one code are told even where the rows shown are all of one', async () => {
  const rows = Array.from({ length: 1500 }, (_, n) => `001,${n < 1200 ? '一村' : '二村'},梅沙街道`);
  const { diagnostics } = await inFolder({ 'a.csv': ['小区编号,小区,街道', ...rows].join('\n') }, { year: 2012 });
  const [other] = diagnostics.filter(({ code }) => code === 'unit.other-name');
  expect(other?.related).toHaveLength(999);
  expect(other?.params).toEqual({ code: '001', names: ['一村', '二村'] });
});

describe('no duplicates are', () => {
  accepts([
    {
      name: 'codes that look alike, of units of other names',
      files: lines(
        '街道,小区编号,小区,创建等级',
        '梅沙街道,440308001002003,一村,标兵',
        '梅沙街道,440308001002-003,二村,先进',
      ),
      told: [],
      figures: ['梅沙街道 1/2'],
    },
    {
      name: 'one name in two streets',
      files: lines('街道,小区,创建等级', '梅沙街道,一村,标兵', '盐田街道,一村,标兵'),
      told: [],
      figures: ['梅沙街道 1/1', '盐田街道 1/1'],
    },
    {
      name: 'one name in two communities of a street',
      files: lines('街道,社区,小区,创建等级', '梅沙街道,滨海,一村,标兵', '梅沙街道,东海岸,一村,标兵'),
      told: [],
      figures: ['梅沙街道 2/2'],
    },
    {
      name: 'names that differ in a footnote or a raised figure',
      files: lines('街道,小区,创建等级', '梅沙街道,一村1,标兵', '梅沙街道,一村①,标兵', '梅沙街道,一村¹,标兵'),
      told: [],
      figures: ['梅沙街道 3/3'],
    },
    {
      name: 'one name with two codes',
      files: lines('街道,小区编号,小区,创建等级', '梅沙街道,001,一村,标兵', '梅沙街道,002,一村,标兵'),
      told: [],
      figures: ['梅沙街道 2/2'],
    },
    {
      name: 'one name with two codes beside a unit without a code',
      files: lines(
        '街道,小区编号,小区,创建等级',
        '梅沙街道,001,一村,标兵',
        '梅沙街道,002,一村,标兵',
        '梅沙街道,,二村,标兵',
      ),
      told: [],
      figures: ['梅沙街道 3/3'],
    },
    {
      name: 'one name with two codes beside a street without a code',
      files: lines('街道代码,街道', '440308001,城关街道', '440309001,城关街道', ',梅沙街道'),
      told: [],
      figures: ['城关街道 null/null', '城关街道 null/null', '梅沙街道 null/null'],
    },
    {
      name: 'codes that differ in leading zeros',
      files: lines('街道,小区编号,创建等级', '梅沙街道,1,标兵', '梅沙街道,01,标兵', '梅沙街道,001,标兵'),
      told: [],
      figures: ['梅沙街道 3/3'],
    },
    {
      name: 'streets of one name in two districts',
      files: lines('区,街道', '盐田区,城关街道', '南山区,城关街道'),
      told: [],
      figures: ['城关街道 null/null', '城关街道 null/null'],
    },
    {
      name: '中央 and 中央街道街道, of which one ending is taken off',
      files: lines('街道,小区,创建等级', '中央街道,一村,标兵', '中央街道街道,一村,标兵'),
      told: [],
      figures: ['中央街道 1/1', '中央街道街道 1/1'],
    },
  ]);
});

test('of thousands of repeated units the first are listed', async () => {
  const units = Array.from({ length: 10_001 }, (_, at) => `梅沙街道,${99_999 - at}村,标兵`);
  const { diagnostics } = await assessed(lines('街道,小区,创建等级', ...units, ...units.toReversed()));
  const listed = diagnostics.filter(({ code }) => code === 'unit.duplicate').map(({ place }) => place?.line);
  expect(listed).toEqual(Array.from({ length: 10_000 }, (_, at) => at + 2));
  expect(diagnostics.find(({ code }) => code === 'diagnostics.more')).toMatchObject({ params: { more: 1 } });
});

describe('a parent left blank by merged cells', () => {
  const filled = 'note record.filled-down';
  const year = 'note year.filled-down';
  accepts([
    {
      name: 'a street above by code, confirmed by the code of the unit',
      files: lines(
        '街道代码,街道,小区编号,创建等级',
        '440308001,梅沙街道,440308001002001,标兵',
        ',,440308001002002,先进',
      ),
      told: [`${filled} a.csv:3:2 ""`],
      figures: ['梅沙街道 1/2'],
    },
    {
      name: 'a street above by a code of twelve digits',
      files: lines('街道代码,小区编号,创建等级', '440308001000,440308001002001,标兵', ',440308001002002,先进'),
      told: [`${filled} a.csv:3:1 ""`],
      figures: ['440308001000 1/2'],
    },
    {
      name: 'a street above by name, confirmed by the code of the unit above',
      files: lines(
        '街道,小区编号,创建等级',
        '梅沙街道,440308001002001,标兵',
        ',440308001002002,先进',
        '　,440308001003001,先进',
      ),
      told: [`${filled} a.csv:3:1 "" ×2`],
      figures: ['梅沙街道 1/3'],
    },
    {
      name: 'street and community',
      files: {
        'b.csv': lines('街道,社区代码,社区,无毒社区', '梅沙街道,440308001002,滨海,是', ',440308001003,东海岸,是'),
        'c.csv': lines('街道,社区,小区编号,创建等级', '梅沙街道,滨海,440308001002001,标兵', ',,440308001002002,先进'),
      },
      told: [`${filled} b.csv:3:1 ""`, `${filled} c.csv:3:1 ""`, `${filled} c.csv:3:2 ""`],
      figures: ['梅沙街道 1/2'],
    },
    {
      name: 'a year, a district and a street at once',
      files: {
        'a.csv': lines('年度,区,街道代码,街道', '2012,盐田区,440308001,梅沙街道', ',,440308002,盐田街道'),
        'c.csv': lines('年度,街道,小区编号,创建等级', '2012,梅沙街道,440308001002001,标兵', ',,440308001002002,先进'),
      },
      told: [`${year} a.csv:3:1 ""`, `${filled} a.csv:3:2 ""`, `${year} c.csv:3:1 ""`, `${filled} c.csv:3:2 ""`],
      figures: ['梅沙街道 1/2', '盐田街道 null/null'],
    },
  ]);

  test('the district that was filled in is the district of both', async () => {
    const text = lines(
      '年度,区,街道代码,街道',
      '2012,盐田区,440308001,梅沙街道',
      '2012,,440308002,盐田街道',
      '2012,,440309001,别处',
    );
    const { subjects } = await inFolder({ 'a.csv': text });
    expect(subjects.map(({ scope, code, name }) => [scope, code, name].join(' '))).toEqual([
      'street 440308001 梅沙街道',
      'street 440308002 盐田街道',
      'district 440308 盐田区',
      'street 440309001 别处',
      'district 440309 ',
    ]);
  });

  const blank = 'error record.blank-parent';
  refuses([
    {
      name: 'a street above that the code contradicts',
      files: lines(
        '街道代码,街道,小区编号,创建等级',
        '440308001,梅沙街道,440308001002001,标兵',
        ',,440308002002002,先进',
      ),
      told: [`${blank} a.csv:3:2 ""`],
    },
    {
      name: 'a street above by name, the code of another street',
      files: lines('街道,小区编号,创建等级', '梅沙街道,440308001002001,标兵', ',440308002002002,先进'),
      told: [`${blank} a.csv:3:1 ""`],
    },
    {
      name: 'a street above by name, no codes',
      files: lines('街道,小区,创建等级', '梅沙街道,一村,标兵', ',二村,先进', ',三村,先进'),
      told: [`${blank} a.csv:3:1 ""`, `${blank} a.csv:4:1 ""`],
    },
    {
      name: 'a street above, the code a number of the office’s own',
      files: lines('街道,小区编号,创建等级', '梅沙街道,001,标兵', ',002,先进'),
      told: [`${blank} a.csv:3:1 ""`],
    },
    {
      name: 'nothing above',
      files: lines('街道,小区编号,创建等级', ',440308001002001,先进', '梅沙街道,440308001002002,标兵'),
      told: [`${blank} a.csv:2:1 ""`],
    },
    {
      name: 'a street that is not known',
      files: lines('街道,小区,创建等级', '不详,一村,标兵'),
      told: [`${blank} a.csv:2:1 "不详"`],
    },
    {
      name: 'a district above, no codes',
      files: lines('区,街道,维稳综治', '盐田区,梅沙街道,达标', ',盐田街道,达标'),
      told: [`${blank} a.csv:3:1 ""`],
    },
  ]);
});

describe('--on-invalid unknown', () => {
  const UNKNOWN: Options = { year: 2012, onInvalid: 'unknown' };
  test.each([
    {
      name: 'a value',
      row: '001,梅沙街道,一村,甲',
      told: 'warning record.unknown-value a.csv:3:13 "甲"',
      figures: ['梅沙街道 1/2?1'],
    },
    {
      name: 'a code',
      row: '4.4E+11,梅沙街道,一村,标兵',
      told: 'error record.lossy-code a.csv:3:1 "4.4E+11"',
      figures: [],
    },
    { name: 'a parent', row: '001,,一村,标兵', told: 'error record.blank-parent a.csv:3:5 ""', figures: [] },
    { name: 'a ragged row', row: '001,梅沙街道,一村', told: 'error table.ragged a.csv:3:1', figures: [] },
    {
      name: 'a duplicate',
      row: '000,梅沙街道,零村,标兵',
      told: 'error unit.duplicate a.csv:2:1 & a.csv:3:1 "000"',
      figures: [],
    },
  ])('$name', async ({ row, told: expected, figures: counted }) => {
    const text = lines('小区编号,街道,小区,创建等级', '000,梅沙街道,零村,标兵', row);
    const result = await inFolder({ 'a.csv': text }, UNKNOWN);
    expect(told(result)).toEqual([expected]);
    expect(figures(result)).toEqual(counted);
  });
});
