import { describe, expect, test } from 'vitest';
import { type Files, figures, inFolder, type Options, rowCounts, told } from '../intake/submission.ts';

const lines = (...all: string[]) => all.join('\n');
const YEAR: Options = { year: 2012 };
const STREETS = lines('街道代码,街道', '440308001,梅沙街道', '440308002,盐田街道', '440308003,沙头角街道');
const COMMUNITIES = lines(
  '街道代码,社区代码,社区,无毒社区',
  '440308001,440308001002,小梅沙社区,是',
  '440308002,440308002003,永安社区,是',
  '440308003,440308003007,元墩头社区居委会,是',
);

interface Found {
  readonly name: string;
  readonly files: Files;
  readonly figures: readonly string[];
  readonly rule?: string;
  readonly told?: readonly string[];
}

const finds = (cases: readonly Found[]) =>
  test.each(cases)('$name', async ({ files, figures: counted, rule, told: expected = [] }) => {
    const result = await inFolder(files, YEAR);
    expect(told(result)).toEqual(expected);
    expect(figures(result, rule)).toEqual(counted);
  });

describe('a unit names its street', () => {
  const named = (...units: string[]): Files => ({
    'a.csv': STREETS,
    'b.csv': lines('街道,小区,创建等级', ...units.map((street, nth) => `${street},${nth}村,标兵`)),
  });
  finds([
    {
      name: 'by name',
      files: named('沙头角街道'),
      figures: ['梅沙街道 null/null', '盐田街道 null/null', '沙头角街道 1/1'],
    },
    ...['沙头角街办', '沙头角街道办', '沙头角街道办事处', '沙头角办事处', '沙头角', '沙头角 街道', '沙头角街道　'].map(
      (name) => ({
        name: `as ${name}`,
        files: named(name),
        figures: ['梅沙街道 null/null', '盐田街道 null/null', '沙头角街道 1/1'],
      }),
    ),
    {
      name: 'by code and name, spelt another way',
      files: { 'a.csv': STREETS, 'b.csv': lines('街道代码,街道,小区,创建等级', '440308003,沙头角街办,一村,标兵') },
      figures: ['梅沙街道 null/null', '盐田街道 null/null', '沙头角街道 1/1'],
    },
    {
      name: 'by code and name, where the streets table has names only',
      files: {
        'a.csv': lines('街道', '梅沙街道', '盐田街道'),
        'b.csv': lines('街道代码,街道,小区,创建等级', '440308001,梅沙街道,一村,标兵'),
      },
      figures: ['梅沙街道 1/1', '盐田街道 null/null'],
    },
    {
      name: 'by a code of twelve digits that ends in 000',
      files: {
        'a.csv': lines('街道代码,街道', '440308001000,梅沙街道'),
        'b.csv': lines('街道代码,社区代码,社区,无毒社区', '440308001000,440308001002,小梅沙社区,是'),
      },
      rule: 'drug-free-communities',
      figures: ['梅沙街道 1/1'],
    },
  ]);
});

describe('a compound names its community', () => {
  const named = (...units: string[]): Files => ({
    'a.csv': STREETS,
    'b.csv': COMMUNITIES,
    'c.csv': lines('社区,小区,创建等级', ...units.map((community, nth) => `${community},${nth}村,标兵`)),
  });
  const shatoujiao = ['梅沙街道 null/null', '盐田街道 null/null', '沙头角街道 1/1'];
  finds([
    ...[
      '元墩头社区居委会',
      '元墩头居委会',
      '元墩头社区',
      '元墩头',
      '园墩头',
      '园墩头社区',
      '园墩头居委会',
      ' 元墩头 社区',
    ].map((name) => ({ name: `only, as ${name}`, files: named(name), figures: shatoujiao })),
    {
      name: 'only, by code',
      files: { ...named(), 'c.csv': lines('社区代码,小区,创建等级', '440308003007,一村,标兵') },
      figures: shatoujiao,
    },
    {
      name: 'by a name that another street has, too, and its street',
      files: {
        'b.csv': lines('街道,社区,无毒社区', '梅沙街道,和平社区,是', '盐田街道,和平社区,是'),
        'c.csv': lines('街道,社区,小区,创建等级', '盐田街道,和平社区,一村,标兵'),
      },
      figures: ['梅沙街道 null/null', '盐田街道 1/1'],
    },
    {
      name: 'by code and name, where the communities table has names only',
      files: {
        'b.csv': lines('街道,社区,无毒社区', '梅沙街道,小梅沙社区,是'),
        'c.csv': lines('社区代码,社区,小区,创建等级', '440308001002,小梅沙社区,一村,标兵'),
      },
      figures: ['梅沙街道 1/1'],
    },
    {
      name: 'in a table without communities beside it, with its street',
      files: { 'c.csv': lines('街道,社区,小区,创建等级', '梅沙街道,小梅沙社区,一村,标兵') },
      figures: ['梅沙街道 1/1'],
    },
  ]);
});

describe('without a streets table the streets that units name are the subjects', () => {
  finds([
    {
      name: 'by code in one table and by code and name in the other',
      files: {
        'b.csv': lines('街道代码,社区,无毒社区', '440308001,小梅沙社区,是'),
        'c.csv': lines('街道代码,街道,小区,创建等级', '440308001,梅沙街道,一村,标兵'),
      },
      figures: ['梅沙街道 1/1'],
    },
    {
      name: 'by name in one table and by code and name in the other',
      files: {
        'b.csv': lines('街道,社区,无毒社区', '梅沙街办,小梅沙社区,是'),
        'c.csv': lines('街道代码,街道,小区,创建等级', '440308001,梅沙街道,一村,标兵'),
      },
      figures: ['梅沙街办 1/1'],
    },
    {
      name: 'two streets of one name, each with its code',
      files: {
        'c.csv': lines('街道代码,街道,小区,创建等级', '440308001,城关街道,一村,标兵', '440309001,城关街道,一村,先进'),
      },
      figures: ['城关街道 1/1', '城关街道 0/1'],
    },
    {
      name: 'by code in one table, by name in the other, joined by a community',
      files: {
        'b.csv': lines('街道代码,社区代码,社区,无毒社区', '440308001,440308001002,小梅沙社区,是'),
        'c.csv': lines(
          '街道,社区代码,社区,小区,创建等级',
          '梅沙街道,440308001002,,一村,标兵',
          '梅沙街道,,小梅沙社区,二村,先进',
        ),
      },
      figures: ['梅沙街道 1/2'],
    },
    {
      name: 'by name in one table, by code in the other, joined by a community',
      files: {
        'b.csv': lines('街道,社区,无毒社区', '梅沙街道,小梅沙社区,是'),
        'c.csv': lines('街道代码,社区,小区,创建等级', '440308001,小梅沙社区,一村,标兵'),
      },
      figures: ['梅沙街道 1/1'],
    },
    {
      name: 'and their special assessments are unknown',
      files: { 'c.csv': lines('街道,小区,创建等级', '梅沙街道,一村,标兵') },
      rule: 'stability',
      figures: ['梅沙街道 unknown'],
    },
  ]);
});

interface Refused {
  readonly name: string;
  readonly files: Files;
  readonly told: readonly string[];
}

const refuses = (cases: readonly Refused[]) =>
  test.each(cases)('$name', async ({ files, told: expected }) => {
    const result = await inFolder(files, YEAR);
    expect(told(result)).toEqual(expected);
    expect(result).toMatchObject({ refusal: 'data', verdict: null, subjects: [] });
  });

describe('a reference to nothing', () => {
  refuses([
    {
      name: 'a street by name',
      files: { 'a.csv': STREETS, 'b.csv': lines('街道,小区,创建等级', '海山街道,一村,标兵') },
      told: ['error reference.unknown b.csv:2:1 "海山街道"'],
    },
    {
      name: 'a street by code, as it stands',
      files: { 'a.csv': STREETS, 'b.csv': lines('街道代码,小区,创建等级', '="440308004",一村,标兵') },
      told: [
        'error reference.unknown b.csv:2:1 "=\\"440308004\\""',
        'note record.text-marker b.csv:2:1 "=\\"440308004\\""',
      ],
    },
    {
      name: 'a street of nearly the same name',
      files: { 'a.csv': STREETS, 'b.csv': lines('街道,小区,创建等级', '沙头角镇,一村,标兵') },
      told: ['error reference.unknown b.csv:2:1 "沙头角镇"'],
    },
    {
      name: 'a community by name',
      files: { 'a.csv': STREETS, 'b.csv': COMMUNITIES, 'c.csv': lines('社区,小区,创建等级', '海涛社区,一村,标兵') },
      told: ['error reference.unknown c.csv:2:1 "海涛社区"'],
    },
    {
      name: 'a community by code',
      files: {
        'a.csv': STREETS,
        'b.csv': COMMUNITIES,
        'c.csv': lines('小区,社区代码,创建等级', '一村,440308003001,标兵'),
      },
      told: ['error reference.unknown c.csv:2:4 "440308003001"'],
    },
    {
      name: 'each of them',
      files: { 'a.csv': STREETS, 'b.csv': lines('街道,小区,创建等级', '海山街道,一村,标兵', '海山街道,二村,标兵') },
      told: ['error reference.unknown b.csv:2:1 "海山街道"', 'error reference.unknown b.csv:3:1 "海山街道"'],
    },
    {
      name: 'but not to a unit whose own row was refused',
      files: {
        'a.csv': lines('街道代码,街道', '440308001,梅沙街道', '4.40308E+08,盐田街道', '440308003'),
        'b.csv': lines(
          '街道代码,街道,社区代码,社区',
          '440308001,梅沙街道,440308001002,小梅沙',
          '440308002,盐田街道,440308002003,永安',
          '440308003,沙头角街道,440308003003,桥东',
          '440308004,海山街道,440308004003,鹏湾',
        ),
        'c.csv': lines(
          '社区代码,小区,创建等级',
          '440308004003,一村,标兵',
          '440308002003,二村,标兵',
          '440308009009,三村,标兵',
        ),
      },
      told: [
        'error record.lossy-code a.csv:3:1 "4.40308E+08"',
        'error table.stray-row a.csv:4:1',
        'error reference.unknown b.csv:5:1 "440308004"',
        'error reference.unknown c.csv:4:1 "440308009009"',
      ],
    },
    {
      name: 'but not where the table of the parents was refused as a whole',
      files: {
        'a.csv': lines('年度,维稳综治', '2012,达标'),
        'b.csv': lines('街道,小区,创建等级', '海山街道,一村,标兵'),
      },
      told: ['error table.missing-key a.csv:1:1'],
    },
  ]);
});

describe('an ambiguous reference', () => {
  refuses([
    {
      name: 'a street by a name that two have',
      files: {
        'a.csv': lines('街道代码,街道', '440308001,城关街道', '440309001,城关街办'),
        'b.csv': lines('街道,小区,创建等级', '城关,一村,标兵'),
      },
      told: ['error reference.ambiguous b.csv:2:1 & a.csv:2:1 a.csv:3:1 "城关"'],
    },
    {
      name: 'a community by a name that two have',
      files: {
        'b.csv': lines('街道,社区,无毒社区', '梅沙街道,和平社区,是', '盐田街道,和平居委会,是'),
        'c.csv': lines('小区,社区,创建等级', '一村,和平,标兵'),
      },
      told: ['error reference.ambiguous c.csv:2:4 & b.csv:2:6 b.csv:3:6 "和平"'],
    },
    {
      name: 'a street by a name before two codes bear it',
      files: {
        'b.csv': lines(
          '街道代码,街道,小区,创建等级',
          ',城关街道,一村,标兵',
          '440308001,城关街道,二村,标兵',
          '440309001,城关街道,三村,标兵',
        ),
      },
      told: ['error reference.ambiguous b.csv:2:2 "城关街道"'],
    },
    {
      name: 'a street by the name of one with a code, before another code bears it',
      files: {
        'b.csv': lines(
          '街道代码,街道,小区,创建等级',
          '440308001,城关街道,一村,标兵',
          ',城关街道,二村,标兵',
          ',城关,三村,标兵',
          '440309001,城关街道,四村,标兵',
        ),
      },
      told: ['error reference.ambiguous b.csv:3:2 & b.csv:2:1 "城关街道"'],
    },
    {
      name: 'a street by code only, another by name only, then both',
      files: {
        'b.csv': lines(
          '街道代码,街道,小区,创建等级',
          '440308001,,一村,标兵',
          ',梅沙街道,二村,标兵',
          '440308001,梅沙街道,三村,标兵',
        ),
      },
      told: ['error reference.ambiguous b.csv:4:11 & b.csv:3:1 "梅沙街道"'],
    },
  ]);
});

test('an ambiguous name of thousands shows twenty of them, each time', async () => {
  const many = Array.from({ length: 3000 }, (_, n) => n);
  const result = await inFolder(
    {
      'b.csv': lines('街道,社区', ...many.map((n) => `甲${n}街道,和平社区`)),
      'c.csv': lines('社区,小区', ...many.map((n) => `和平,${n}村`)),
    },
    YEAR,
  );
  const ambiguous = result.diagnostics.filter(({ code }) => code === 'reference.ambiguous');
  expect(ambiguous.map(({ related }) => related.length)).toEqual(many.map(() => 20));
});

test('streets of one name are shown in the order in which they were named', async () => {
  const { diagnostics } = await inFolder(
    {
      'a.csv': lines('街道代码,街道', '440308001,', '440308002,', '440308003,盐田街道'),
      'b.csv': lines('街道代码,街道,社区', '440308002,梅沙街道,甲社区', '440308001,梅沙街道,乙社区'),
      'c.csv': lines('街道,小区', '梅沙街道,一村'),
    },
    YEAR,
  );
  const [ambiguous] = diagnostics.filter(({ code }) => code === 'reference.ambiguous');
  expect(ambiguous?.params).toMatchObject({ units: ['440308002 梅沙街道', '440308001 梅沙街道'] });
});

const MANY_ROWS = 20_000;
const rows = (row: (n: number) => string) => Array.from({ length: MANY_ROWS }, (_, n) => row(n));

test.each<{ name: string; files: Files }>([
  {
    name: 'a street handed in again and again, which all name',
    files: {
      'a.csv': lines('街道代码,街道', ...rows(() => '440308001,梅沙街道')),
      'b.csv': lines('街道,小区', ...rows((n) => `${n % 2 ? '梅沙' : '梅沙街道'},${n}村`)),
    },
  },
  {
    name: 'a street without a code handed in again and again, to which all give another',
    files: {
      'a.csv': lines('街道', ...rows(() => '梅沙街道')),
      'b.csv': lines('街道代码,街道,小区', ...rows((n) => `${440308001 + n},梅沙街道,${n}村`)),
    },
  },
  {
    name: 'a street without a district that others of all districts may be',
    files: {
      'a.csv': lines('街道代码,街道,区', ',梅沙街道,', ...rows((n) => `,梅沙街道,甲${n}区`)),
      'b.csv': lines('街道,小区', ...rows((n) => `${n % 2 ? '梅沙' : '梅沙街道'},${n}村`)),
    },
  },
  {
    name: 'streets known by code only, units by the name of their street',
    files: {
      'a.csv': lines('街道代码', ...rows((n) => `${440308001 + n}`)),
      'b.csv': lines('街道,小区', ...rows((n) => `甲${n}街道,${n}村`)),
    },
  },
  {
    name: 'communities of one name in as many streets',
    files: {
      'a.csv': lines('街道,社区', ...rows((n) => `甲${n}街道,和平社区`)),
      'b.csv': lines('街道,社区,小区', ...rows((n) => `甲${MANY_ROWS - 1 - n}街道,和平,${n}村`)),
    },
  },
  {
    name: 'communities of one name and other codes than are asked for',
    files: {
      'a.csv': lines('街道,社区代码,社区', ...rows((n) => `梅沙街道,A${n},和平社区`)),
      'b.csv': lines('街道,社区代码,社区,小区', ...rows((n) => `梅沙街道,B${n},和平,${n}村`)),
    },
  },
  {
    name: 'codes that end in the same bits',
    files: {
      'a.csv': lines('街道,社区代码', ...rows((n) => `梅沙街道,${10 ** 11 + ((7919 * n) % MANY_ROWS) * 2 ** 22}`)),
      'b.csv': lines('社区代码,小区', ...rows((n) => `${10 ** 11 + n * 2 ** 22},${n}村`)),
    },
  },
])('what is much the same takes no longer: $name', { timeout: 15_000 }, async ({ files }) => {
  const { diagnostics } = await inFolder(files, YEAR);
  expect(diagnostics).not.toEqual([]);
});

describe('a contradictory reference', () => {
  refuses([
    {
      name: 'code and name of two streets',
      files: { 'a.csv': STREETS, 'b.csv': lines('街道代码,街道,小区,创建等级', '440308001,盐田街道,一村,标兵') },
      told: ['error reference.contradiction b.csv:2:11 & a.csv:2:1 "盐田街道"'],
    },
    {
      name: 'code and name of two communities',
      files: {
        'a.csv': STREETS,
        'b.csv': COMMUNITIES,
        'c.csv': lines('社区代码,社区,小区,创建等级', '440308001002,永安社区,一村,标兵'),
      },
      told: ['error reference.contradiction c.csv:2:14 & b.csv:2:24 "永安社区"'],
    },
    {
      name: 'a street and a community of another one',
      files: {
        'a.csv': STREETS,
        'b.csv': COMMUNITIES,
        'c.csv': lines('街道代码,社区代码,小区,创建等级', '440308001,440308002003,一村,标兵'),
      },
      told: ['error reference.contradiction c.csv:2:1 & b.csv:3:1 "440308001"'],
    },
    {
      name: 'a street and the name of a community of another one',
      files: {
        'a.csv': STREETS,
        'b.csv': COMMUNITIES,
        'c.csv': lines('街道,社区,小区,创建等级', '梅沙街道,永安社区,一村,标兵'),
      },
      told: ['error reference.contradiction c.csv:2:1 & b.csv:3:1 "梅沙街道"'],
    },
    {
      name: 'a street and the name of a community of two others',
      files: {
        'b.csv': lines('街道,社区', '盐田街道,和平社区', '海山街道,和平社区', '梅沙街道,滨海社区'),
        'c.csv': lines('街道,社区,小区', '梅沙街道,和平社区,一村'),
      },
      told: ['error reference.contradiction c.csv:2:1 & b.csv:2:1 b.csv:3:1 "梅沙街道"'],
    },
    {
      name: 'a street that only the compound names and a community of another one',
      files: {
        'b.csv': lines('街道代码,街道,社区', '440308001,梅沙街道,滨海社区'),
        'c.csv': lines('街道,社区,小区', '盐田街道,滨海社区,一村'),
      },
      told: ['error reference.contradiction c.csv:2:1 & b.csv:2:11 "盐田街道"'],
    },
    {
      name: 'two names for one code without a streets table',
      files: {
        'b.csv': lines('街道代码,街道,小区,创建等级', '440308001,梅沙街道,一村,标兵', '440308001,盐田街道,二村,标兵'),
      },
      told: ['error reference.contradiction b.csv:3:11 & b.csv:2:1 "盐田街道"'],
    },
  ]);
});

describe('which table', () => {
  test.each([
    { name: 'compounds by a name of theirs', headings: '街道,小区', table: 'compounds' },
    { name: 'compounds by a code of theirs', headings: '街道,小区编号', table: 'compounds' },
    { name: 'communities beside their street', headings: '街道,社区', table: 'communities' },
    { name: 'communities by their codes', headings: '街道代码,社区代码', table: 'communities' },
    { name: 'streets', headings: '街道,维稳综治', table: 'streets' },
    { name: 'streets with counts of communities', headings: '街道代码,社区总数', table: 'streets' },
    { name: 'compounds in canonical names', headings: 'code,name,community', table: 'compounds' },
    { name: 'compounds in canonical names beside their street', headings: 'name,street,level', table: 'compounds' },
    { name: 'communities in canonical names', headings: 'code,name,streetCode', table: 'communities' },
    { name: 'streets in canonical names', headings: 'code,name,stability', table: 'streets' },
  ])('$name', async ({ headings, table }) => {
    const cells = headings
      .split(',')
      .map((heading) => (heading === 'stability' || heading === '维稳综治' ? '达标' : '1'));
    const { inputs } = await inFolder({ 'a.csv': lines(headings, cells.join(',').replace(/1$/, '2')) }, YEAR);
    expect(inputs.map((input) => input.table)).toEqual([table]);
  });
});

describe('what is no unit', () => {
  const LEFT_OUT = 'note unit.left-out';
  const OUTSIDE = 'warning unit.code-outside-parent';
  test.each([
    {
      name: 'streets coded 400 to 599, and what belongs to them by code and by name',
      files: {
        'a.csv': lines(
          '街道代码,街道',
          '440308001,梅沙街道',
          '440308403,综合保税区',
          '440308599,乙',
          '440308399,丙',
          '440308600,丁',
        ),
        'b.csv': lines(
          '街道代码,社区代码,社区',
          '440308001,440308001002,小梅沙',
          '440308403,440308403498,虚拟',
          '440308403,,甲',
        ),
        'c.csv': lines('街道,小区,创建等级', '梅沙街道,一村,标兵', '综合保税区,二村,先进'),
      },
      told: [
        `${LEFT_OUT} a.csv:3:1 "440308403" ×2`,
        `${LEFT_OUT} b.csv:3:11 "440308403498" ×2`,
        `${LEFT_OUT} c.csv:3:7 "二村"`,
      ],
      figures: ['梅沙街道 1/1', '丙 null/null', '丁 null/null'],
      counts: ['a.csv 5+0-2', 'b.csv 3+0-2', 'c.csv 2+0-1'],
    },
    {
      name: 'communities coded 498 and 598, and what belongs to them',
      files: {
        'b.csv': lines(
          '街道代码,社区代码,社区',
          '440308001,440308001002,小梅沙',
          '440308001,440308001498,虚拟',
          '440308001,440308001598,虚拟二',
        ),
        'c.csv': lines(
          '社区代码,社区,小区,创建等级',
          '440308001002,小梅沙,一村,标兵',
          '440308001498,虚拟,二村,先进',
          ',虚拟二,三村,先进',
        ),
      },
      told: [
        `${LEFT_OUT} b.csv:3:11 "440308001498" ×2`,
        `${LEFT_OUT} c.csv:3:17 "二村"`,
        `${LEFT_OUT} c.csv:4:6 "三村"`,
      ],
      figures: ['440308001 1/1'],
      counts: ['b.csv 3+0-2', 'c.csv 3+0-2'],
    },
    {
      name: 'but a number of an office’s own says nothing',
      files: {
        'c.csv': lines('街道,小区编号,小区,创建等级', '梅沙街道,201200450,一村,标兵', '梅沙街道,2012004501,二村,先进'),
      },
      told: [],
      figures: ['梅沙街道 1/2'],
      counts: ['c.csv 2+0-0'],
    },
    {
      name: 'nor does a long one that does not begin with the code of its street',
      files: {
        'a.csv': lines('街道代码,街道', '440308001,梅沙街道'),
        'c.csv': lines('街道代码,街道,小区编号,小区,创建等级', '440308001,,201206450012,一村,先进'),
        'd.csv': lines('街道,小区编号,小区,创建等级', '梅沙街道,201206450013,二村,标兵'),
      },
      told: [`${OUTSIDE} c.csv:2:12 "201206450012"`, `${OUTSIDE} d.csv:2:6 "201206450013"`],
      figures: ['梅沙街道 1/2'],
      counts: ['a.csv 1+0-0', 'c.csv 1+0-0', 'd.csv 1+0-0'],
    },
    {
      name: 'nor one that does not begin with the code of its community',
      files: {
        'b.csv': lines('街道,社区代码,社区', '梅沙街道,440308001002,小梅沙'),
        'c.csv': lines(
          '街道,社区代码,社区,小区编号,小区,创建等级',
          '梅沙街道,440308001002,,201206450012,一村,先进',
          '梅沙街道,,小梅沙,201206450013,二村,标兵',
        ),
      },
      told: [],
      figures: ['梅沙街道 1/2'],
      counts: ['b.csv 1+0-0', 'c.csv 2+0-0'],
    },
    {
      name: 'nor an office’s own long number of a community',
      files: {
        'b.csv': lines('街道代码,社区代码,社区', '440308001,201206450012,小梅沙'),
        'c.csv': lines('社区代码,小区,创建等级', '201206450012,一村,标兵'),
        'd.csv': lines('街道代码,社区代码,小区,创建等级', '440308001,201206450012,二村,先进'),
      },
      told: [`${OUTSIDE} b.csv:2:11 "201206450012"`],
      figures: ['440308001 1/2'],
      counts: ['b.csv 1+0-0', 'c.csv 1+0-0', 'd.csv 1+0-0'],
    },
    {
      name: 'nor one of a street whose district has another code',
      files: { 'a.csv': lines('区代码,街道代码,街道', '440308,201200450,梅沙街道') },
      told: [],
      figures: ['梅沙街道 null/null'],
      counts: ['a.csv 1+0-0'],
    },
    {
      name: 'units by their own codes, of a street that only its name is known of',
      files: {
        'b.csv': lines('街道,社区代码,社区', '梅沙街道,440308001002,小梅沙', '综合保税区,440308403498,虚拟'),
        'c.csv': lines(
          '街道,小区编号,小区,创建等级',
          '梅沙街道,440308001002001,一村,标兵',
          '综合保税区,440308403498001,二村,先进',
          ',440308403498002,三村,先进',
        ),
      },
      told: [`${LEFT_OUT} b.csv:3:7 "440308403498"`, `${LEFT_OUT} c.csv:3:7 "440308403498001" ×2`],
      figures: ['梅沙街道 1/1'],
      counts: ['b.csv 2+0-1', 'c.csv 3+0-2'],
    },
    {
      name: 'what belongs to a virtual community, by its name and that of its street',
      files: {
        'a.csv': lines('街道代码,街道', '440308001,梅沙街道', '440308002,盐田街道'),
        'b.csv': lines('街道,社区代码,社区', '梅沙街道,440308001498,虚拟', '盐田街道,440308002001,实体'),
        'c.csv': lines('街道,社区,小区,创建等级', '梅沙街道,虚拟,一村,先进', '盐田街道,实体,二村,标兵'),
      },
      told: [`${LEFT_OUT} b.csv:2:6 "440308001498"`, `${LEFT_OUT} c.csv:2:9 "一村"`],
      figures: ['梅沙街道 null/null', '盐田街道 1/1'],
      counts: ['a.csv 2+0-0', 'b.csv 2+0-1', 'c.csv 2+0-1'],
    },
    {
      name: 'a street of the same name as one that is left out, by code',
      files: {
        'a.csv': lines('街道代码,街道', '440308403,城关', '440309001,城关'),
        'c.csv': lines('街道代码,街道,小区,创建等级', '440309001,城关,一村,标兵', '440308403,城关,二村,先进'),
      },
      told: [`${LEFT_OUT} a.csv:2:1 "440308403"`, `${LEFT_OUT} c.csv:3:14 "二村"`],
      figures: ['城关 1/1'],
      counts: ['a.csv 2+0-1', 'c.csv 2+0-1'],
    },
  ])('$name', async ({ files, told: expected, figures: counted, counts }) => {
    const result = await inFolder(files as unknown as Files, YEAR);
    expect(told(result)).toEqual(expected);
    expect(figures(result)).toEqual(counted);
    expect(rowCounts(result)).toEqual(counts);
  });
});

describe('what may be no unit', () => {
  refuses([
    {
      name: 'by a name that a street has, too',
      files: {
        'a.csv': lines('街道代码,街道', '440308403,城关', '440309001,城关'),
        'c.csv': lines('街道,小区', '城关,一村'),
      },
      told: [
        'note unit.left-out a.csv:2:1 "440308403"',
        'error reference.ambiguous c.csv:2:1 & a.csv:3:1 a.csv:2:1 "城关"',
      ],
    },
    {
      name: 'by its code, with the name of a street',
      files: { 'a.csv': STREETS, 'c.csv': lines('街道代码,街道,小区', '440308403,梅沙街道,一村') },
      told: ['error reference.contradiction c.csv:2:11 & a.csv:2:1 "梅沙街道"'],
    },
    {
      name: 'by its name, with the code of a street',
      files: {
        'a.csv': lines(STREETS, '440308403,综合保税区'),
        'c.csv': lines('街道代码,街道,小区', '440308001,综合保税区,一村'),
      },
      told: [
        'note unit.left-out a.csv:5:1 "440308403"',
        'error reference.contradiction c.csv:2:11 & a.csv:2:1 "综合保税区"',
      ],
    },
    {
      name: 'by its street, in a community of another one',
      files: {
        'a.csv': lines(STREETS, '440308403,综合保税区'),
        'b.csv': COMMUNITIES,
        'c.csv': lines('街道,社区代码,小区', '综合保税区,440308001002,一村'),
      },
      told: [
        'note unit.left-out a.csv:5:1 "440308403"',
        'error reference.contradiction c.csv:2:1 & b.csv:2:1 "综合保税区"',
      ],
    },
    {
      name: 'by its community, below another street',
      files: {
        'a.csv': lines(STREETS, '440308403,综合保税区'),
        'b.csv': lines('街道代码,社区代码,社区', '440308403,440308403001,保税', '440308001,440308001498,虚拟'),
        'c.csv': lines('街道,社区代码,社区,小区', '梅沙街道,440308403001,,一村', '盐田街道,,虚拟,二村'),
      },
      told: [
        'note unit.left-out a.csv:5:1 "440308403"',
        'note unit.left-out b.csv:2:11 "440308403001"',
        'note unit.left-out b.csv:3:11 "440308001498"',
        'error reference.contradiction c.csv:2:1 & b.csv:2:1 "梅沙街道"',
        'error reference.contradiction c.csv:3:1 & b.csv:3:1 "盐田街道"',
      ],
    },
    {
      name: 'by its own long number below a blank that nothing confirms',
      files: {
        'c.csv': lines(
          '街道代码,小区编号,小区,创建等级',
          '440308001,201206350011,一村,标兵',
          ',201206450012,二村,先进',
        ),
      },
      told: ['warning unit.code-outside-parent c.csv:2:11 "201206350011"', 'error record.blank-parent c.csv:3:1 ""'],
    },
  ]);
});

describe('a code under another parent', () => {
  test.each([
    {
      name: 'a community',
      text: lines('街道代码,社区代码,社区', '440308001,440308002002,甲'),
      told: ['a.csv:2:11 "440308002002"'],
    },
    {
      name: 'a community of a street with twelve digits',
      text: lines('街道代码,社区代码,社区', '440308001000,440308001002,甲'),
      told: [],
    },
    {
      name: 'a compound',
      text: lines('街道代码,小区编号,小区', '440308001,440308002002001,甲'),
      told: ['a.csv:2:11 "440308002002001"'],
    },
    {
      name: 'a compound with a number of its own',
      text: lines('街道代码,小区编号,小区', '440308001,001,甲'),
      told: [],
    },
  ])('$name', async ({ text, told: expected }) => {
    const result = await inFolder({ 'a.csv': text }, YEAR);
    expect(told(result)).toEqual(expected.map((place) => `warning unit.code-outside-parent ${place}`));
    expect(result.refusal).toBeNull();
  });
});

describe('streets known by code only and by name only', () => {
  const BY_CODE = lines('街道代码,社区,无毒社区', '440308001,小梅沙社区,是', '440308002,永安社区,是');
  refuses([
    {
      name: 'in two tables, with nothing to join them',
      files: { 'b.csv': BY_CODE, 'c.csv': lines('街道,小区,创建等级', '某街道,一村,标兵', '另一街道,一村,标兵') },
      told: ['error reference.unjoined c.csv:2:1 & c.csv:3:1 b.csv:2:1 b.csv:3:1 "某街道"'],
    },
    {
      name: 'in one table',
      files: { 'c.csv': lines('街道代码,街道,小区,创建等级', '440308001,,一村,标兵', ',某街道,二村,标兵') },
      told: ['error reference.unjoined c.csv:3:2 & c.csv:2:1 "某街道"'],
    },
    {
      name: 'in a streets table and in that of its communities',
      files: {
        'a.csv': lines('街道代码,维稳综治', '440308001,达标', '440308002,达标'),
        'b.csv': lines('街道,社区', '梅沙街道,滨海社区'),
      },
      told: ['error reference.unjoined b.csv:2:1 & a.csv:2:1 a.csv:3:1 "梅沙街道"'],
    },
    {
      name: 'the other way round, beside a street that is known by both',
      files: {
        'a.csv': lines('街道代码,街道', '440308001,梅沙街道', ',盐田街道'),
        'b.csv': lines('街道代码,社区', '440308001,滨海社区', '440308002,永安社区'),
      },
      told: ['error reference.unjoined b.csv:3:1 & a.csv:3:1 "440308002"'],
    },
    {
      name: 'joined by a community only after both had units',
      files: {
        'b.csv': BY_CODE,
        'c.csv': lines('街道,小区,创建等级', '某街道,一村,标兵'),
        'd.csv': lines('街道,社区,小区,创建等级', '某街道,永安社区,二村,标兵'),
      },
      told: ['error reference.unjoined d.csv:2:1 & b.csv:3:1 "某街道"'],
    },
    {
      name: 'joined by a community whose name two of them have',
      files: {
        'b.csv': lines('街道代码,社区,无毒社区', '440308001,和平社区,是', '440308002,和平社区,是'),
        'c.csv': lines('街道,社区,小区,创建等级', '某街道,和平社区,二村,标兵'),
      },
      told: ['error reference.ambiguous c.csv:2:5 & b.csv:2:11 b.csv:3:11 "和平社区"'],
    },
  ]);

  test('are told with their codes and names', async () => {
    const files = { 'b.csv': BY_CODE, 'c.csv': lines('街道,小区,创建等级', '某街道,一村,标兵') };
    const { diagnostics } = await inFolder(files, YEAR);
    expect(diagnostics.find(({ code }) => code === 'reference.unjoined')?.params).toEqual({
      names: ['某街道'],
      codes: ['440308001', '440308002'],
      subjects: { zh: '街道', en: 'streets' },
    });
  });
});

describe('a unit that was handed in twice is not ambiguous as well', () => {
  refuses([
    {
      name: 'a community by code',
      files: {
        'b.csv': lines('街道,社区代码,社区', '梅沙街道,440308001002,滨海社区', '梅沙街道,440308001002,滨海社区'),
        'c.csv': lines('街道,社区,小区', '梅沙街道,滨海社区,一村', ',滨海社区,二村'),
      },
      told: ['error unit.duplicate b.csv:2:6 & b.csv:3:6 "440308001002"', 'note record.filled-down c.csv:3:1 ""'],
    },
    {
      name: 'a community by name',
      files: {
        'b.csv': lines('街道,社区代码,社区', '梅沙街道,440308001002,滨海社区', '梅沙街道,,滨海社区'),
        'c.csv': lines('社区,小区', '滨海社区,一村'),
      },
      told: ['error unit.duplicate b.csv:2:6 & b.csv:3:7 "440308001002"'],
    },
    {
      name: 'a street by name',
      files: {
        'a.csv': lines('街道,维稳综治', '梅沙街道,达标', '梅沙街办,达标'),
        'b.csv': lines('街道,社区', '梅沙街道,滨海社区'),
      },
      told: ['error unit.duplicate a.csv:2:1 & a.csv:3:1 "梅沙街道"'],
    },
    {
      name: 'a street by code',
      files: {
        'a.csv': lines('街道代码,街道', '440308001,梅沙街道', '440308001,梅沙街道'),
        'b.csv': lines('街道,社区', '梅沙街道,滨海社区'),
      },
      told: ['error unit.duplicate a.csv:2:1 & a.csv:3:1 "440308001"'],
    },
  ]);
});
