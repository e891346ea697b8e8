import { join } from 'node:path';
import { expect, test } from 'vitest';
import { assess } from '../../src/assess.ts';
import { loadRuleset } from '../../src/ruleset/load-ruleset.ts';
import { assertReport } from '../report/report-schema.ts';
import { runMain } from '../samples/run-main.ts';
import {
  COMMUNITIES_AND_VETO,
  COMMUNITIES_ONLY,
  COMMUNITY_FIELDS,
  COMPOUNDS_ONLY,
  RECORD,
  STREETS_COUNTED,
  SUMMARY_ONLY,
  type Texts,
  writeBoth,
} from './small-rulesets.ts';

const COMMUNITIES = `社区代码,社区名称,街道代码,所属街道,长者食堂
440308001001,一社区,440308001,梅沙街道,有
440308001002,二社区,440308001,梅沙街道,无
440308001003,三社区,440308001,梅沙街道,无
440308002001,四社区,440308002,盐田街道,有
440308002002,五社区,440308002,盐田街道,
440308002003,六社区,440308002,盐田街道,无
440308002004,七社区,440308002,盐田街道,无
`;
const STREETS = '街道代码,街道名称,消防考核\n440308001,梅沙街道,不合格\n440308002,盐田街道,合格\n';

/** `name verdict; rule result met/of…`, a line for each subject. */
const judged = async (ruleset: Texts, data: Texts): Promise<string[]> => {
  const at = writeBoth(ruleset, data);
  const result = await assess({ paths: [at.data], rules: at.rules, year: 2020 });
  const lines = [...result.subjects].map(({ name, verdict, findings }) => {
    const found = findings.map((finding) => {
      const counts = finding.kind === 'share' ? ` ${finding.met}/${finding.of}?${finding.unknown}` : '';
      return `${finding.rule} ${finding.result}${counts}`;
    });
    return [`${name} ${verdict}`, ...found].join('; ');
  });
  return [...lines, ...result.diagnostics.map(({ code, place }) => `${code} ${place?.path}:${place?.line}`)];
};

test.each<[name: string, ruleset: Texts, data: Texts, lines: readonly string[]]>([
  [
    'communities alone',
    COMMUNITIES_ONLY,
    { '社区.csv': COMMUNITIES },
    [
      '梅沙街道 pass; canteens pass 1/3?0',
      '盐田街道 unknown; canteens unknown 1/4?1',
      'null unknown; canteens unknown 2/7?1',
    ],
  ],
  [
    'communities and one veto',
    COMMUNITIES_AND_VETO,
    { '社区.csv': COMMUNITIES, '街道.csv': STREETS },
    [
      '梅沙街道 fail; canteens pass 1/3?0; fire fail',
      '盐田街道 unknown; canteens unknown 1/4?1; fire pass',
      'null unknown; canteens unknown 2/7?1',
    ],
  ],
  [
    'communities and a veto, without the streets table',
    COMMUNITIES_AND_VETO,
    { '社区.csv': COMMUNITIES },
    [
      '梅沙街道 unknown; canteens pass 1/3?0; fire unknown',
      '盐田街道 unknown; canteens unknown 1/4?1; fire unknown',
      'null unknown; canteens unknown 2/7?1',
    ],
  ],
  [
    'communities by canonical headings',
    COMMUNITIES_ONLY,
    { 'a.csv': 'code,name,street,canteen\n1,a,s,yes\n2,b,s,no\n3,c,s,no\n' },
    ['s pass; canteens pass 1/3?0', 'null pass; canteens pass 1/3?0'],
  ],
  [
    'compounds alone, by name',
    COMPOUNDS_ONLY,
    { '小区.csv': '街道名称,小区名称,电梯数\n梅沙街道,甲,2\n梅沙街道,乙,0\n盐田街道,甲,0\n' },
    ['梅沙街道 pass; lifts pass 1/2?0', '盐田街道 fail; lifts fail 0/1?0', 'null fail; lifts fail 1/3?0'],
  ],
  [
    'compounds alone, in YAML',
    COMPOUNDS_ONLY,
    { 'a.yaml': 'compounds:\n  - { 小区名称: 甲, 街道名称: 梅沙街道, 电梯数: 2 }\ncommunities: []\n' },
    ['梅沙街道 pass; lifts pass 1/1?0', 'null pass; lifts pass 1/1?0', 'yaml.unknown-key a.yaml:3'],
  ],
  [
    'summaries alone',
    SUMMARY_ONLY,
    { '汇总.csv': '街道名称,社区总数,有食堂社区数\n梅沙街道,3,1\n盐田街道,1000000,333333\n' },
    [
      '梅沙街道 pass; canteens pass 1/3?0',
      '盐田街道 fail; canteens fail 333333/1000000?0',
      'null fail; canteens fail 333334/1000003?0',
    ],
  ],
  [
    'streets by what they report',
    STREETS_COUNTED,
    {
      '汇总.csv': '街道名称,社区总数,有食堂社区数,消防\n甲,3,1,不合格\n乙,3,1,\n丙,3,0,不合格\n丁,3,,合格\n',
    },
    [
      '丁 unknown; canteens unknown 0/3?3',
      '丙 fail; canteens fail 0/3?0',
      '乙 pass; canteens pass 1/3?0',
      '甲 pass; canteens pass 1/3?0',
      'null unknown; canteens unknown 2/12?3; fire unknown 1/4?1; passed pass 2/4?1',
    ],
  ],
])('a scheme over %s', async (_, ruleset, data, lines) => {
  expect(await judged(ruleset, data)).toEqual(lines);
});

test.each([
  [
    'zh',
    ['长者食堂覆盖（依据：三）', '应达 33.333333% 以上', '消防考核（依据：四）：结果不达标，一票否决', '社区.csv:6:'],
  ],
  [
    'en',
    ['Canteens for the old (clause 三)', 'at least 33.333333% required', 'Fire safety (clause 四)', '社区.csv:6:'],
  ],
] as const)('a scheme of communities and one veto from end to end, %s', async (lang, shown) => {
  const at = writeBoth(COMMUNITIES_AND_VETO, { '社区.csv': COMMUNITIES, '街道.csv': STREETS });
  const argv = ['assess', at.data, '--rules', at.rules, '--year', '2020', '--lang', lang];
  const table = await runMain(argv);
  expect(table.code).toBe(1);
  for (const text of shown) expect(table.stdout.replace(/\n +/g, '')).toContain(text);
  const json = await runMain([...argv, '--format', 'json']);
  expect(assertReport(json.stdout)).toMatchObject({
    ruleset: { id: 'canteens-and-fire' },
    verdict: 'fail',
    subjects: [{ code: '440308001', verdict: 'fail', verdictWithoutVetoes: 'pass' }, { verdict: 'unknown' }, {}],
  });
});

test('a file that is said to be of a table the ruleset does not have', async () => {
  const at = writeBoth(COMMUNITIES_ONLY, { '社区.csv': COMMUNITIES, 'a.csv': 'code,name,street\n1,a,s\n' });
  const paths = [join(at.data, '社区.csv'), `compounds=${join(at.data, 'a.csv')}`];
  const result = await assess({ paths, rules: at.rules, year: 2020 });
  expect(result).toMatchObject({
    refusal: 'data',
    diagnostics: [{ code: 'table.not-in-ruleset', place: { path: 'a.csv', line: 1, column: 1 } }],
  });
});

const COMMUNITY = 'community.yaml';
const without = (texts: Texts, file: string, ...removed: string[]): Texts => ({
  ...texts,
  [file]: removed.reduce((text, part) => {
    if (!text.includes(part)) throw new Error(`${file} does not hold: ${part}`);
    return text.replace(part, '');
  }, texts[file]!),
});
const fieldLine = (name: string): string =>
  `${COMMUNITY_FIELDS.split('\n').find((line) => line.startsWith(`  ${name}:`))}\n`;

test.each<[name: string, ruleset: Texts, found: readonly string[]]>([
  ['no code', without(COMMUNITIES_ONLY, COMMUNITY, fieldLine('code')), []],
  ['no name and no street name', without(COMMUNITIES_ONLY, COMMUNITY, fieldLine('name'), fieldLine('street')), []],
  [
    'neither code nor name',
    without(COMMUNITIES_ONLY, COMMUNITY, fieldLine('code'), fieldLine('name')),
    ['community.yaml:3:1 ruleset.missing-field communities code name'],
  ],
  [
    'nothing that names the street',
    without(COMMUNITIES_ONLY, COMMUNITY, fieldLine('streetCode'), fieldLine('street')),
    ['community.yaml:3:1 ruleset.missing-field communities streetCode street'],
  ],
  [
    'nothing that leads from a compound to a street',
    {
      ...COMPOUNDS_ONLY,
      'compound.yaml': `${RECORD}  name: { type: string, format: name }\n  community: { type: string, format: name }\n  lifts: { type: integer }\n`,
    },
    ['compound.yaml:3:1 ruleset.missing-field compounds streetCode street'],
  ],
  [
    'an indicator over a table that is not there',
    without(COMMUNITIES_AND_VETO, 'ruleset.yaml', ', records: community.yaml'),
    ['ruleset.yaml:13:19 ruleset.missing-table communities canteens'],
  ],
  [
    'a veto without a streets table',
    without(COMMUNITIES_AND_VETO, 'ruleset.yaml', ', records: street.yaml'),
    ['ruleset.yaml:23:12 ruleset.missing-table streets fire'],
  ],
  [
    'summary counts without a streets table',
    {
      ...COMMUNITIES_ONLY,
      'ruleset.yaml': COMMUNITIES_ONLY['ruleset.yaml']!.replace(
        'of: community,',
        'of: community, counted: { met: canteens, of: communities },',
      ),
    },
    ['ruleset.yaml:13:39 ruleset.missing-table streets canteens'],
  ],
  [
    'no table at all',
    without(COMMUNITIES_ONLY, 'ruleset.yaml', ', records: community.yaml'),
    [
      'ruleset.yaml:7:1 ruleset.missing-keyword records',
      'ruleset.yaml:13:19 ruleset.missing-table communities canteens',
    ],
  ],
  [
    'an indicator with neither condition nor summary counts',
    without(COMMUNITIES_ONLY, 'ruleset.yaml', ', meets: { properties: { canteen: { const: "yes" } } }'),
    ['ruleset.yaml:13:3 ruleset.missing-keyword meets | counted'],
  ],
  [
    'an indicator over a table that is there, without a condition',
    {
      ...COMMUNITIES_AND_VETO,
      'ruleset.yaml': COMMUNITIES_AND_VETO['ruleset.yaml']!.replace(
        'meets: { properties: { canteen: { const: "yes" } } }',
        'counted: { met: canteens, of: communities }',
      ),
      'street.yaml': `${COMMUNITIES_AND_VETO['street.yaml']}  communities: { type: integer }\n  canteens: { type: integer }\n`,
    },
    ['ruleset.yaml:13:3 ruleset.missing-keyword meets'],
  ],
])('a ruleset with %s', async (_, ruleset, found) => {
  const loaded = await loadRuleset(writeBoth(ruleset).rules);
  const diagnostics = 'ruleset' in loaded ? [] : loaded.diagnostics;
  expect(
    diagnostics.map(({ code, place, params }) => {
      const slots = Object.values(params).flat().join(' ');
      return `${place?.path}:${place?.line}:${place?.column} ${code} ${slots}`;
    }),
  ).toEqual(found);
});
