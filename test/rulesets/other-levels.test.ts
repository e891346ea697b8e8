import { expect, test } from 'vitest';
import { type AssessRequest, assess, withSubmission } from '../../src/assess.ts';
import { RECORD, type Texts, writeBoth } from './small-rulesets.ts';

/** What is judged and counted, a line each: `level code name verdict; rule result met/of?unknown …`, then what is said of the data. */
const judged = async (ruleset: Texts, data: Texts, more: Partial<AssessRequest> = {}): Promise<string[]> => {
  const at = writeBoth(ruleset, data);
  const result = await assess({ paths: [at.data], rules: at.rules, year: 2020, ...more });
  const lines = result.subjects.map(({ scope, code, name, verdict, findings }) => {
    const found = findings.map((finding) => {
      const counts = finding.kind === 'share' ? ` ${finding.met}/${finding.of}?${finding.unknown}` : '';
      return `${finding.rule} ${finding.result}${counts}`;
    });
    return [[scope, code, name, verdict].join(' '), ...found].join('; ');
  });
  return [
    ...lines,
    ...result.diagnostics.map(
      ({ code, place, params }) => `${code} ${place?.path}:${place?.line}:${place?.column} ${JSON.stringify(params)}`,
    ),
  ];
};

const HEAD = `$schema: urn:streetcheck:ruleset:1
id: other-levels
label: { zh: 示例考核, en: an example }
version: 1.0.0
source: { number: 示例〔2020〕1号 }
type: object
`;
const named = (...fields: readonly string[]): string =>
  fields.map((field) => `  ${field}: { type: string, format: ${/[cC]ode$/.test(field) ? 'code' : 'name'} }\n`).join('');
const GREEN = '  green: { type: string, enum: ["yes", "no"] }\n';
const greenOf = (level: string): string => `indicators:
  green: { of: ${level}, meets: { properties: { green: { const: "yes" } } } }
properties:
  green: { label: { zh: 绿, en: green }, clause: 一, share: { atLeast: 50 } }
`;

/** A group within a house within a court within a ward that is judged: only the ward and the group have digits. */
const DEEP: Texts = {
  'ruleset.yaml': `${HEAD}levels:
  ward: { noun: { zh: 坊, en: ward }, records: ward.yaml, judged: true, code: { digits: 4 } }
  court: { noun: { zh: 里, en: court }, within: ward, records: court.yaml }
  house: { noun: { zh: 院, en: house }, within: [court, ward], records: house.yaml }
  group: { noun: { zh: 组, en: group }, within: [house, court], records: group.yaml, code: { digits: 9 } }
indicators:
  green: { of: group, meets: { properties: { green: { const: "yes" } } }, counted: { met: greenGroups, of: groups } }
  lit: { of: house, meets: { properties: { lamps: { minimum: 2 } } } }
properties:
  green: { label: { zh: 绿, en: green }, clause: 一, share: { atLeast: 50 } }
  lit: { label: { zh: 灯, en: lit }, clause: 一, share: { atLeast: 50 } }
`,
  'ward.yaml': `${RECORD}${named('code', 'name')}  groups: { type: integer }\n  greenGroups: { type: integer }\n`,
  'court.yaml': `${RECORD}${named('code', 'name', 'ward', 'wardCode')}`,
  'house.yaml': `${RECORD}${named('code', 'name', 'court', 'courtCode', 'ward')}  lamps: { type: integer }\n`,
  'group.yaml': `${RECORD}${named('code', 'name', 'house', 'houseCode', 'court', 'courtCode')}${GREEN}`,
};

/** Two levels around, of which the outer has digits, and one without a table between. */
const BETWEEN: Texts = {
  'ruleset.yaml': `${HEAD}levels:
  province: { noun: { zh: 省, en: province }, code: { digits: 2 } }
  county: { noun: { zh: 县, en: county }, plural: counties, within: province, code: { digits: 4 } }
  office: { noun: { zh: 所, en: office }, within: [county, province], records: office.yaml, judged: true }
  room: { noun: { zh: 室, en: room }, within: office }
  desk: { noun: { zh: 桌, en: desk }, within: [room, office], records: desk.yaml }
${greenOf('desk')}`,
  'office.yaml': `${RECORD}${named('code', 'name', 'county', 'countyCode', 'province')}`,
  'desk.yaml': `${RECORD}${named('code', 'name', 'room', 'office', 'officeCode')}${GREEN}`,
};

/** Fields of other names, by their formats; names of levels of two words. */
const OWN_NAMES: Texts = {
  'ruleset.yaml': `${HEAD}levels:
  board: { noun: { zh: 会, en: board } }
  highSchool: { noun: { zh: 高中, en: high school }, table: high-schools, within: board, records: s.yaml, judged: true }
  class: { noun: { zh: 班, en: class }, plural: classes, within: highSchool, records: c.yaml }
indicators:
  green: { of: class, meets: { properties: { green: { const: "yes" } } }, counted: { met: greenClasses, of: classes } }
  passed: { of: highSchool, meets: { properties: { verdict: { const: pass } } } }
properties:
  green: { label: { zh: 绿, en: green }, clause: 一, share: { atLeast: 50 } }
  passed: { label: { zh: 全, en: passed }, clause: 一, scope: board, share: { atLeast: 60 } }
`,
  's.yaml': `${RECORD}  number: { type: string, format: code, headings: [校号] }
  title: { type: string, format: name, headings: [校名] }
  board: { type: string, format: name, headings: [会] }
  term: { type: integer, format: year, headings: [学年] }
  classes: { type: integer }
  greenClasses: { type: integer }
`,
  'c.yaml': `${RECORD}  label: { type: string, format: name, headings: [班名] }
  highSchool: { type: string, format: name, headings: [校名] }
  highSchoolCode: { type: string, format: code, headings: [校号] }
  term: { type: integer, format: year, headings: [学年] }
${GREEN}`,
};

/** Nothing is counted. */
const ONE_LEVEL: Texts = {
  'ruleset.yaml': `${HEAD}levels:
  shop: { noun: { zh: 店, en: shop }, records: shop.yaml, judged: true }
indicators: {}
properties:
  clean: { label: { zh: 净, en: clean }, clause: 一, veto: true, field: clean, const: "yes" }
`,
  'shop.yaml': `${RECORD}${named('name')}  clean: { type: string, enum: ["yes", "no"] }\n`,
};

test.each<[name: string, ruleset: Texts, data: Texts, lines: readonly string[]]>([
  [
    'three levels within, each named by the one around it',
    DEEP,
    {
      '1.csv': 'code,name,groups\n1001,东坊,3\n1002,西坊,2\n',
      '2.csv': 'code,name,wardCode\nA1,甲里,1001\nA2,乙里,1002\n',
      '3.csv': 'code,name,courtCode,lamps\nH1,一院,A1,2\nH2,二院,A1,1\nH3,三院,A2,3\n',
      '4.csv':
        'code,name,houseCode,green\n100100001,一组,H1,yes\n100100002,二组,H2,no\n100100003,三组,H2,yes\n100200001,一组,H3,no\n100200002,二组,H3,no\n',
    },
    ['ward 1001 东坊 pass; green pass 2/3?0; lit pass 1/2?0', 'ward 1002 西坊 fail; green fail 0/2?0; lit pass 1/1?0'],
  ],
  [
    'three levels within, by names',
    DEEP,
    {
      '1.csv': 'name\n东坊\n西坊\n',
      '2.csv': 'name,ward\n甲里,东坊\n乙里,西坊\n',
      '3.csv': 'name,court,lamps\n一院,甲里,2\n二院,甲里,1\n一院,乙里,3\n',
      '4.csv':
        'name,house,court,green\n一组,一院,甲里,yes\n二组,二院,甲里,no\n三组,二院,甲里,yes\n一组,一院,乙里,no\n二组,一院,乙里,no\n',
    },
    ['ward  东坊 pass; green pass 2/3?0; lit pass 1/2?0', 'ward  西坊 fail; green fail 0/2?0; lit pass 1/1?0'],
  ],
  [
    'three levels within, nested',
    DEEP,
    {
      'a.yaml': `wards:
  - code: '1001'
    name: 东坊
    courts:
      - code: A1
        name: 甲里
        houses:
          - { code: H1, name: 一院, lamps: 2, groups: [{ code: '100100001', name: 一组, green: yes }] }
          - code: H2
            name: 二院
            lamps: 1
            groups: [{ code: '100100002', name: 二组, green: no }, { code: '100100003', name: 三组, green: yes }]
  - code: '1002'
    name: 西坊
    groups: 2
    houses:
      - name: 三院
        lamps: 3
`,
    },
    [
      'ward 1001 东坊 pass; green pass 2/3?0; lit pass 1/2?0',
      'ward 1002 西坊 unknown; green unknown 0/2?2; lit pass 1/1?0',
    ],
  ],
  [
    'units of one name are told apart by what lies around them',
    DEEP,
    {
      '1.csv': 'name\n东坊\n',
      '2.csv': 'code,name,ward\nA1,甲里,东坊\nA2,乙里,东坊\n',
      '3.csv': 'name,court,lamps\n一院,甲里,2\n一院,乙里,1\n',
      '4.csv': 'name,house,courtCode,court,green\n一组,一院,A1,,yes\n一组,一院,A2,乙里,no\n二组,一院,,乙里,no\n',
    },
    ['ward  东坊 fail; green fail 1/3?0; lit pass 1/2?0'],
  ],
  [
    'and are ambiguous without it',
    DEEP,
    {
      '1.csv': 'name\n东坊\n',
      '2.csv': 'name,ward\n甲里,东坊\n乙里,东坊\n',
      '3.csv': 'name,court,lamps\n一院,甲里,2\n一院,乙里,1\n',
      '4.csv': 'code,name,house,court,green\n1,一组,一院,甲里,yes\n2,一组,一院,,no\n',
    },
    [
      'reference.ambiguous 4.csv:3:6 {"parent":{"zh":"院","en":"house"},"reference":"一院","units":["东坊 甲里","东坊 乙里"]}',
    ],
  ],
  [
    'units of one name in two units around them, of which no table came',
    DEEP,
    {
      '1.csv': 'name\n东坊\n',
      '2.csv': 'name,ward\n甲里,东坊\n',
      '4.csv': 'name,house,court,green\n一组,一院,甲里,yes\n一组,二院,甲里,no\n一组,二院,甲里,no\n',
    },
    ['unit.duplicate 4.csv:3:1 {"unit":"一组"}'],
  ],
  [
    'what lies around may not say otherwise',
    DEEP,
    {
      '1.csv': 'code,name\n1001,东坊\n',
      '2.csv': 'code,name,wardCode\nA1,甲里,1001\nA2,乙里,1001\nA3,丙里,1001\n',
      '3.csv': 'code,name,courtCode,lamps\nH1,一院,A1,2\nH2,一院,A2,1\n',
      '4.csv': 'code,name,houseCode,house,court,green\n100100001,一组,H1,,乙里,yes\n100100002,一组,,一院,丙里,no\n',
    },
    [
      'reference.contradiction 4.csv:2:18 {"parent":{"zh":"里","en":"court"},"references":["A1","乙里"]}',
      'reference.contradiction 4.csv:3:18 {"parent":{"zh":"里","en":"court"},"references":["A1","A2","丙里"]}',
    ],
  ],
  [
    'the innermost alone',
    DEEP,
    { '4.csv': 'code,name,houseCode,green\n100100001,一组,H1,yes\n100100002,二组,H2,no\n' },
    [
      'record.blank-parent 4.csv:2:14 {"heading":"houseCode"}',
      'record.blank-parent 4.csv:3:14 {"heading":"houseCode"}',
    ],
  ],
  [
    'levels around of which one has digits, and one between without a table',
    BETWEEN,
    {
      '1.csv':
        'code,name,county,countyCode,province\nX,甲所,东县,1101,北省\nY,乙所,东县,1101,北省\nZ,丙所,西县,1102,北省\nW,丁所,南县,2201,南省\n',
      '2.csv': 'code,name,room,officeCode,green\n1,a,r1,X,yes\n2,b,r2,X,no\n3,c,r1,Y,no\n4,d,r1,Z,yes\n5,e,,W,\n',
    },
    [
      'office X 甲所 pass; green pass 1/2?0',
      'office Y 乙所 fail; green fail 0/1?0',
      'county 1101 东县 fail; green fail 1/3?0',
      'office Z 丙所 pass; green pass 1/1?0',
      'county 1102 西县 pass; green pass 1/1?0',
      'province 11 北省 pass; green pass 2/4?0',
      'office W 丁所 unknown; green unknown 0/1?1',
      'county 2201 南县 unknown; green unknown 0/1?1',
      'province 22 南省 unknown; green unknown 0/1?1',
      'record.no-parent 2.csv:6:5 {"heading":"room","level":{"zh":"室","en":"room"},"judged":{"zh":"所","en":"office"}}',
    ],
  ],
  [
    'what lies around by the codes of what lies between; numbers of an office say nothing',
    BETWEEN,
    {
      '1.csv': 'code,name,countyCode\n3301,甲所,1101\n3302,乙所,1102\n1103,丙所,2201\n1104,丁所,\n',
      '2.csv': 'code,name,officeCode,green\n1,a,3301,yes\n2,b,3302,no\n3,c,1103,no\n4,d,1104,no\n',
    },
    [
      'office 3301 甲所 pass; green pass 1/1?0',
      'county 1101  pass; green pass 1/1?0',
      'office 3302 乙所 fail; green fail 0/1?0',
      'county 1102  fail; green fail 0/1?0',
      'province 11  pass; green pass 1/2?0',
      'office 1103 丙所 fail; green fail 0/1?0',
      'county 2201  fail; green fail 0/1?0',
      'province 22  fail; green fail 0/1?0',
      'office 1104 丁所 fail; green fail 0/1?0',
      'county   fail; green fail 0/1?0',
      'province   fail; green fail 0/1?0',
      'record.like-total 1.csv:2:6 {}',
    ],
  ],
  [
    'what is between named alike in two that are judged',
    BETWEEN,
    {
      '1.csv': 'name,county\n甲所,东县\n乙所,东县\n',
      '2.csv': 'name,room,office,green\na,r1,甲所,yes\na,r2,甲所,no\na,r1,乙所,no\n',
    },
    [
      'office  乙所 fail; green fail 0/1?0',
      'office  甲所 pass; green pass 1/2?0',
      'county  东县 fail; green fail 1/3?0',
      'province   fail; green fail 1/3?0',
    ],
  ],
  [
    'what is between nested without a table',
    BETWEEN,
    {
      'a.yaml':
        'offices:\n  - name: 甲所\n    county: 东县\n    desks:\n      - { name: a, room: r1, green: yes }\n      - { name: a, room: r2, green: no }\n',
    },
    ['office  甲所 pass; green pass 1/2?0', 'county  东县 pass; green pass 1/2?0', 'province   pass; green pass 1/2?0'],
  ],
  [
    'fields of other names, in tables and nested',
    OWN_NAMES,
    {
      '1.csv': '学年,校号,校名,会\n2020,X1,甲,东会\n2020,X2,乙,东会\n',
      '2.csv': '学年,校号,班名,green\n2020,X1,a,yes\n2020,X1,b,no\n2020,X2,a,no\n',
      '3.yaml':
        'high-schools:\n  - term: 2020\n    number: X3\n    title: 丙\n    会: 西会\n    classes:\n      - { label: a, green: yes }\n',
    },
    [
      'highSchool X1 甲 pass; green pass 1/2?0',
      'highSchool X2 乙 fail; green fail 0/1?0',
      'board  东会 fail; green fail 1/3?0; passed fail 1/2?0',
      'highSchool X3 丙 pass; green pass 1/1?0',
      'board  西会 pass; green pass 1/1?0; passed pass 1/1?0',
    ],
  ],
  [
    'one level, with a veto alone',
    ONE_LEVEL,
    { 'a.csv': 'name,clean\n甲,yes\n乙,no\n' },
    ['shop  乙 fail; clean fail', 'shop  甲 not-applicable; clean pass'],
  ],
])('%s', async (_, ruleset, data, lines) => {
  expect(await judged(ruleset, data)).toEqual(lines);
});

test('units that only others name are as many as their names within what is around them', async () => {
  const groups = ['一院,甲里', '二院,甲里', '一院,乙里'].map((parents, at) => `${at}组,${parents},yes\n`);
  const at = writeBoth(DEEP, {
    '1.csv': 'name\n东坊\n',
    '2.csv': 'name,ward\n甲里,东坊\n乙里,东坊\n',
    '4.csv': `name,house,court,green\n${groups.join('')}`,
  });
  const known = await withSubmission({ paths: [at.data], rules: at.rules, year: 2020 }, ({ read }) =>
    read!.register.known('house', 0),
  );
  expect(known).toBe(3);
});
