import { describe, expect, test } from 'vitest';
import { type Files, figures, inFolder, rowCounts, told } from './submission.ts';

const expected = ['梅沙街道 1/2'];

describe('shapes', () => {
  const cases: { name: string; files: Files; told?: string[]; counts?: string[] }[] = [
    {
      name: 'a list of records',
      files: {
        'a.yaml':
          '- { year: 2012, street: 梅沙街道, 小区: 一村, level: 标兵 }\n- { year: 2012, street: 梅沙街道, 小区: 二村, level: 先进 }\n',
      },
      counts: ['a.yaml 2+0-0'],
    },
    {
      name: 'tables as top-level keys',
      files: {
        'a.yaml': `streets:
  - { code: 440308001, name: 梅沙街道, year: 2012 }
compounds:
  - { streetCode: 440308001, name: 一村, level: model, year: 2012 }
  - { street: 梅沙街办, name: 二村, level: advanced, year: 2012 }
`,
      },
      counts: ['a.yaml 3+0-0'],
    },
    {
      name: 'tables under their Chinese names, with Chinese fields',
      files: {
        'a.yml': `街道表:
  - 街道代码: 440308001
    街道名称: 梅沙街道
    年度: 2012年度
小区:
  - 街道: 梅沙街道
    小区名称: 一村
    创建等级: 标兵
    年度: 2012
  - { 街道: 梅沙街道, 小区名称: 二村, 创建等级: 先进, 年度: 2012 }
`,
      },
      counts: ['a.yml 3+0-0'],
    },
    {
      name: 'nested: streets with their communities with their compounds',
      files: {
        'a.yaml': `streets:
  - code: 440308001
    name: 梅沙街道
    year: 2012
    communities:
      - code: 440308001002
        name: 小梅沙
        compounds:
          - { name: 一村, level: 标兵 }
      - name: 大梅沙
        compounds:
          - { name: 二村, level: 先进 }
`,
      },
      counts: ['a.yaml 5+0-0'],
    },
    {
      name: 'nested: compounds straight under their street',
      files: {
        'a.yaml':
          'streets: [{ name: 梅沙街道, year: 2012, compounds: [{ name: 一村, level: 标兵 }, { name: 二村, level: 先进 }] }]',
      },
      counts: ['a.yaml 3+0-0'],
    },
    {
      name: 'JSON',
      files: {
        'a.json': JSON.stringify({
          compounds: [
            { year: 2012, street: '梅沙街道', name: '一村', level: 'model' },
            { year: '2012', street: '梅沙街道', name: '二村', level: 'none' },
          ],
        }),
      },
      counts: ['a.json 2+0-0'],
    },
    {
      name: 'several documents',
      files: {
        'a.yaml': `---
compounds: [{ year: 2012, street: 梅沙街道, name: 一村, level: 标兵 }]
---
# nothing more
compounds: [{ year: 2012, street: 梅沙街道, name: 二村, level: 先进 }]
...
`,
      },
      counts: ['a.yaml 2+0-0'],
    },
    {
      name: 'a table split over YAML and CSV',
      files: {
        'a.yaml': 'compounds: [{ year: 2012, street: 梅沙街道, name: 一村, level: 标兵 }]',
        'b.csv': '年度,街道,小区,创建等级\n2012,梅沙街道,二村,先进\n',
      },
      counts: ['a.yaml 1+0-0', 'b.csv 1+0-0'],
    },
    {
      name: 'anchors and aliases',
      files: {
        'a.yaml':
          'compounds:\n- { year: &y 2012, street: &s 梅沙街道, name: 一村, level: 标兵 }\n- { year: *y, street: *s, name: 二村, level: 先进 }\n',
      },
      counts: ['a.yaml 2+0-0'],
    },
    {
      name: 'a byte order mark and CR LF',
      files: {
        'a.yaml':
          '\ufeffcompounds:\r\n- { year: 2012, street: 梅沙街道, name: 一村, level: 标兵 }\r\n- { year: 2012, street: 梅沙街道, name: 二村, level: 先进 }\r\n',
      },
      counts: ['a.yaml 2+0-0'],
    },
    {
      name: 'keys that the ruleset does not know',
      files: {
        'a.yaml':
          'note: 无\ncompounds:\n- { year: 2012, street: 梅沙街道, name: 一村, level: 标兵, 楼栋: 3 }\n- { year: 2012, street: 梅沙街道, name: 二村, level: 先进, __proto__: 甲 }\n',
      },
      told: ['note yaml.unknown-key a.yaml:1:1'],
      counts: ['a.yaml 2+0-0'],
    },
  ];
  test.each(cases)('$name', async ({ files, told: notes = [], counts }) => {
    const result = await inFolder(files);
    expect(told(result)).toEqual(notes);
    expect(figures(result)).toEqual(expected);
    expect(rowCounts(result)).toEqual(counts);
  });
});

test('a code keeps its zeros, and a value its place', async () => {
  const result = await inFolder({
    'a.yaml': `compounds:
  - code: 08
    street: 梅沙街道
    name: "一: 村"
    year: 2012
    level:   先进
`,
  });
  expect(result.subjects[0]!.findings[0]!.witnesses.failing).toEqual([
    {
      code: '08',
      name: '一: 村',
      place: { path: 'a.yaml', line: 6, column: 14 },
      field: 'level',
      heading: 'level',
      text: '先进',
    },
  ]);
});

test.each([
  ['blank', 'level:'],
  ['~', 'level: ~'],
  ['null', 'level: null'],
  ['an empty text', 'level: ""'],
  ['a field left out', 'kind: 商品房'],
])('%s is unknown', async (_, level) => {
  const result = await inFolder({
    'a.yaml': `compounds: [{ year: 2012, street: 梅沙街道, name: 一村, ${level} }, { year: 2012, street: 梅沙街道, name: 二村, level: 标兵 }]`,
  });
  expect(told(result)).toEqual([]);
  expect(figures(result)).toEqual(['梅沙街道 1/2?1']);
});

test.each([
  ['yes', '1/1'],
  ['no', '0/1'],
  ['true', '1/1'],
  ['false', '0/1'],
  ['是', '1/1'],
])('%s is the text that stands there', async (text, figure) => {
  const result = await inFolder({
    'a.yaml': `communities: [{ year: 2012, street: 梅沙街道, name: 滨海, drugFree: ${text} }]`,
  });
  expect(figures(result, 'drug-free-communities')).toEqual([`梅沙街道 ${figure}`]);
});

test('an empty list says nothing of a street: what it counts is unknown', async () => {
  const result = await inFolder({
    'a.yaml': 'streets: [{ name: 梅沙街道, year: 2012 }]\ncompounds: []\ncommunities:\n',
  });
  expect(told(result)).toEqual(['warning table.no-records a.yaml:2:12', 'warning table.no-records a.yaml:3:13']);
  expect(figures(result)).toEqual(['梅沙街道 null/null']);
  expect(result.subjects[0]!.findings[0]!.result).toBe('unknown');
});

describe('refused', () => {
  const RECORD = '{ year: 2012, street: 梅沙街道, name: 一村, level: 标兵 }';
  const aliases = [...'bcdefgh']
    .map((name, at) => `${name}: &${name} [${Array.from({ length: 10 }, () => `*${'abcdefgh'[at]}`).join(', ')}]\n`)
    .join('');
  const cases: { name: string; text: string; told: string[] }[] = [
    {
      name: 'no list',
      text: 'compounds: { name: 一村 }',
      told: ['error yaml.shape a.yaml:1:12', 'warning table.no-records a.yaml:1:12'],
    },
    {
      name: 'no record',
      text: 'compounds:\n  - 一村\n  - [二村]\n',
      told: ['warning table.no-records a.yaml:2:3', 'error yaml.shape a.yaml:2:5', 'error yaml.shape a.yaml:3:5'],
    },
    {
      name: 'no value',
      text: `compounds:\n  - { street: 梅沙街道, name: [一村], level: { a: b } }`,
      told: ['error table.missing-key a.yaml:2:3', 'error yaml.shape a.yaml:2:27', 'error yaml.shape a.yaml:2:40'],
    },
    ...['50', '无', '0', '[50]'].map((text) => ({
      name: `${text} where the compounds of a community should stand`,
      text: `communities:\n  - { name: 甲, street: 梅沙街道, 年度: 2012, compounds: ${text} }\n  - { name: 乙, street: 梅沙街道, 年度: 2012, compounds: [{ name: 一村, level: 标兵 }] }\n`,
      told: [`error yaml.shape a.yaml:2:${text === '[50]' ? 52 : 51}`],
    })),
    { name: 'no table', text: 'a: 1\nb: 2\n', told: ['error yaml.shape a.yaml:1:1'] },
    { name: 'a text', text: '街道', told: ['error yaml.shape a.yaml:1:1'] },
    { name: 'nothing', text: '', told: ['error yaml.shape a.yaml:1:1'] },
    { name: 'a comment only', text: '# 街道\n', told: ['error yaml.shape a.yaml:1:1'] },
    { name: 'an empty list', text: '[]', told: ['error table.no-headings a.yaml:1:1'] },
    { name: 'a list of unknown records', text: '- { a: 1 }', told: ['error table.no-headings a.yaml:1:1'] },
    {
      name: 'two keys for one field',
      text: 'compounds:\n  - { name: 一村, 小区名称: 二村, street: 梅沙街道 }',
      told: ['error table.duplicate-heading a.yaml:2:17 "小区名称"'],
    },
    {
      name: 'a key twice',
      text: 'compounds:\n  - { name: 一村, name: 二村, street: 梅沙街道 }',
      told: ['error yaml.duplicate-key a.yaml:2:17'],
    },
    { name: 'a table twice', text: `compounds: []\n"compounds": []`, told: ['error yaml.duplicate-key a.yaml:2:1'] },
    {
      name: '__proto__ twice',
      text: '__proto__: 1\ncompounds: []\n__proto__: 2',
      told: ['error yaml.duplicate-key a.yaml:3:1'],
    },
    { name: 'a custom tag', text: `compounds: [!unit ${RECORD}]`, told: ['error yaml.tag a.yaml:1:19'] },
    {
      name: 'a custom tag on a value',
      text: 'compounds: [{ name: !!js/function "x", street: 梅沙街道 }]',
      told: ['error yaml.tag a.yaml:1:35'],
    },
    {
      name: 'a binary value',
      text: 'compounds: [{ name: !!binary aGk=, street: 梅沙街道 }]',
      told: ['error yaml.tag a.yaml:1:30'],
    },
    {
      name: 'wrong indentation',
      text: 'compounds:\n  - name: 一村\n   street: 梅沙街道\n',
      told: ['error yaml.syntax a.yaml:3:1'],
    },
    { name: 'a tab for indentation', text: 'compounds:\n\t- name: 一村\n', told: ['error yaml.syntax a.yaml:2:1'] },
    { name: 'an open bracket', text: `compounds: [${RECORD}`, told: ['error yaml.syntax a.yaml:1:62'] },
    { name: 'an open quote', text: 'compounds: [{ name: "一村 }]', told: ['error yaml.syntax a.yaml:1:27'] },
    {
      name: 'an alias of nothing',
      text: 'compounds: [{ name: *x, street: 梅沙街道 }]',
      told: ['error yaml.syntax a.yaml:1:21'],
    },
    {
      name: 'aliases that multiply',
      text: `a: &a [x, x, x, x, x, x, x, x, x, x]\n${aliases}`,
      told: ['error yaml.aliases a.yaml:1:1'],
    },
    {
      name: 'nesting over 64',
      text: `compounds: ${'['.repeat(65)}${']'.repeat(65)}`,
      told: ['error yaml.depth a.yaml:1:75'],
    },
    { name: '200,000 brackets', text: '['.repeat(200_000), told: ['error yaml.depth a.yaml:1:65'] },
    {
      name: '200,000 brackets, closed',
      text: `${'['.repeat(200_000)}${']'.repeat(200_000)}`,
      told: ['error yaml.depth a.yaml:1:65'],
    },
    { name: '200,000 dashes', text: '- '.repeat(200_000), told: ['error yaml.depth a.yaml:1:129'] },
    { name: '200,000 question marks', text: '? '.repeat(200_000), told: ['error yaml.depth a.yaml:1:129'] },
    { name: '100,000 braces', text: '{a: '.repeat(100_000), told: ['error yaml.depth a.yaml:1:257'] },
    { name: 'more than 16 MiB', text: ' '.repeat((16 << 20) + 1), told: ['error yaml.too-large a.yaml:1:1'] },
    { name: 'keys without end', text: ':\n'.repeat(1_000_000), told: ['error yaml.too-large a.yaml:700001:1'] },
    {
      name: 'list items without end',
      text: '- '.repeat(40).concat('\n').repeat(20_000),
      told: ['error yaml.too-large a.yaml:17501:1'],
    },
    {
      name: 'documents without end',
      text: '---\na: 1\n'.repeat(500_000),
      told: ['error yaml.too-large a.yaml:700001:1'],
    },
    {
      name: 'flow items without end',
      text: `[${'a,'.repeat(1_500_000)}]`,
      told: ['error yaml.too-large a.yaml:1:2800003'],
    },
  ];
  test.each(cases)('$name', async ({ text, told: errors }) => {
    const result = await inFolder({ 'a.yaml': text }, { year: 2012 });
    expect(told(result)).toEqual(errors);
    expect(result).toMatchObject({ refusal: 'data', verdict: null, subjects: [] });
  });
});

test('a hundred thousand keys in one mapping take no longer than as many in many', async () => {
  const keys = Array.from({ length: 100_000 }, (_, n) => `k${n}: 1\n`).join('');
  const result = await inFolder({
    'a.yaml': `compounds: [{ year: 2012, street: 梅沙街道, name: 一村, level: 标兵 }]\n${keys}`,
  });
  expect(told(result)).toEqual(['note yaml.unknown-key a.yaml:2:1']);
});
