import { expect, test } from 'vitest';
import { type AssessRequest, assess } from '../../src/assess.ts';
import { type Files, withFolder } from '../intake/submission.ts';
import { COMMUNITIES_AND_VETO, SUMMARY_ONLY, type Texts, writeBoth } from '../rulesets/small-rulesets.ts';

type Told = readonly [where: string, slots: object];

/** What is said of one code: place, `&` places related, raw text; and what its message is made of. */
const toldBy = async (code: string, folder: string, more: Partial<AssessRequest> = {}): Promise<Told[]> => {
  const { ruleset, diagnostics } = await assess({ paths: [folder], year: 2012, ...more });
  expect(ruleset).not.toBeNull();
  const found = diagnostics.filter((each) => each.code === code);
  return found.map(({ place, related, text, params }) => {
    const places = [place, ...related].map((each) => each && `${each.path}:${each.line}:${each.column}`);
    return [`${places.join(' & ')} ${text}`, params];
  });
};
const told = (code: string, files: Files, more?: Partial<AssessRequest>) =>
  withFolder(files, (folder) => toldBy(code, folder, more));
const toldOf = (code: string, ruleset: Texts, data: Texts) => {
  const at = writeBoth(ruleset, data);
  return toldBy(code, at.data, { rules: at.rules });
};

const COMPOUNDS = '街道代码,街道,小区,创建等级\n440308001,甲街道,一村,标兵';
const COMMUNITIES = '街道代码,社区,无毒社区\n440308001,一社区,是';
const STREETS = '街道代码,街道\n440308001,甲街道\n440308002,乙街道';
const LABELS = {
  compounds: { zh: '小区表', en: 'compounds table' },
  communities: { zh: '社区表', en: 'communities table' },
  streets: { zh: '街道表', en: 'streets table' },
};
const withoutUnits = (table: 'compounds' | 'communities', subject: string, total: string) => ({
  ...{ table: LABELS[table], subject, total, own: LABELS.streets },
});

test.each<[name: string, files: Files, lines: readonly Told[]]>([
  [
    'of a table that others are in, in its own row',
    { 'a.csv': STREETS, 'b.csv': COMPOUNDS },
    [['a.csv:3:11 null', withoutUnits('compounds', '440308002 乙街道', '小区总数')]],
  ],
  [
    'of each table that others are in',
    { 'a.csv': STREETS, 'b.csv': COMPOUNDS, 'c.csv': COMMUNITIES },
    [
      ['a.csv:3:11 null', withoutUnits('communities', '440308002 乙街道', '社区总数')],
      ['a.csv:3:11 null', withoutUnits('compounds', '440308002 乙街道', '小区总数')],
    ],
  ],
  [
    'where there is no table of subjects',
    { 'b.csv': COMPOUNDS, 'c.csv': '街道代码,社区,无毒社区\n440308002,二社区,是' },
    [
      [' null', withoutUnits('compounds', '440308002', '小区总数')],
      [' null', withoutUnits('communities', '440308001 甲街道', '社区总数')],
    ],
  ],
  [
    'not where a summary says what there is',
    { 'a.csv': '街道代码,街道,小区总数,标兵小区数\n440308001,甲街道,,\n440308002,乙街道,2,1', 'b.csv': COMPOUNDS },
    [],
  ],
  [
    'where a summary says so of one rule only',
    {
      'a.csv': '街道代码,街道,无毒社区数,社区总数\n440308001,甲街道,,\n440308002,乙街道,1,',
      'c.csv': COMMUNITIES,
    },
    [['a.csv:3:11 null', withoutUnits('communities', '440308002 乙街道', '社区总数')]],
  ],
  ['not of a table without any units', { 'a.csv': STREETS, 'b.csv': '街道代码,街道,小区,创建等级\n' }, []],
  ['not of a table that was not handed in', { 'a.csv': STREETS }, []],
])('a subject without units is told: %s', async (_, files, lines) => {
  expect(await told('table.no-units', files)).toEqual(lines);
});

test('a subject without units, and nowhere to say that it has none', async () => {
  const data = {
    'a.csv': '街道代码,街道名称,消防考核\n440308001,甲街道,合格\n440308002,乙街道,合格',
    'b.csv': '社区名称,街道代码,长者食堂\n一社区,440308001,有',
  };
  expect(await toldOf('table.no-units', COMMUNITIES_AND_VETO, data)).toEqual([
    ['a.csv:3:11 null', withoutUnits('communities', '440308002 乙街道', '')],
  ]);
});

const SUMMARY = '街道代码,街道,小区总数,标兵小区数';

test('what the messages on figures of a summary are made of', async () => {
  const subject = '440308001 甲街道';
  expect(await told('summary.met-exceeds-of', { 'a.csv': `${SUMMARY}\n440308001,甲街道,２,3` })).toEqual([
    ['a.csv:2:17 3', { met: '标兵小区数', of: '小区总数', metText: '3', ofText: '2' }],
  ]);
  expect(await told('summary.empty', { 'a.csv': `${SUMMARY}\n440308001,甲街道,0,` })).toEqual([
    ['a.csv:2:15 0', { heading: '小区总数', subject }],
  ]);
  const files = { 'a.csv': `${SUMMARY}\n440308001,甲街道,3,`, 'b.csv': COMPOUNDS };
  expect(await told('summary.units-missing', files)).toEqual([
    ['a.csv:2:15 & b.csv:2:1 3', { heading: '小区总数', subject, register: '1', summary: '3' }],
  ]);
});

test('a summary of fewer communities than compounds name, of which there is no place', async () => {
  const files = {
    'a.csv': '街道代码,街道,社区总数,无毒社区数,无邪社区数\n440308001,甲街道,1,1,1',
    'b.csv': '街道代码,社区,小区,创建等级\n440308001,一社区,一村,标兵\n440308001,二社区,二村,标兵',
  };
  const slots = { heading: '社区总数', subject: '440308001 甲街道', register: '2', summary: '1' };
  expect(await told('summary.differs', files)).toEqual([['a.csv:2:15 1', slots]]);
});

test('a figure that is blank exceeds nothing, and nothing exceeds it', async () => {
  const files = { 'a.csv': `${SUMMARY}\n440308001,甲街道,,3\n440308002,乙街道,3,\n440308003,丙街道,3,3` };
  expect(await told('summary.met-exceeds-of', files)).toEqual([]);
});

test('beside an error only errors are looked for', async () => {
  const files = {
    'a.csv': [
      '街道代码,街道,小区总数,标兵小区数,社区总数,无毒社区数',
      ...['440308001,甲街道,5,9,1,1', '440308002,乙街道,0,0,,', '440308003,丙街道,5,0,,', '440308004,丁街道,,,,'],
    ].join('\n'),
    'b.csv': '街道代码,小区,创建等级\n440308001,一村,标兵\n440308003,二村,一级',
    'c.csv': '街道代码,社区,无邪社区\n440308001,一社区,是',
  };
  const { diagnostics } = await withFolder(files, (folder) => assess({ paths: [folder], year: 2012 }));
  const found = diagnostics.flatMap(({ code }) => (/^(?:summary|table\.no-units|record)/.test(code) ? [code] : []));
  expect(found).toEqual(['summary.met-exceeds-of', 'record.unknown-value']);
});

test('a total that is not read is told once for all that it counts', async () => {
  const files = {
    'a.csv': '街道代码,街道,社区数量,小区数量\n440308001,甲街道,3,2',
    'b.csv': COMPOUNDS,
    'c.csv': '街道代码,社区,无毒社区,无邪社区\n440308001,一社区,是,是',
  };
  const slots = { subject: '440308001 甲街道', known: '1', own: LABELS.streets };
  expect(await told('summary.unread-total', files)).toEqual([
    ['a.csv:2:15 3', { ...slots, heading: '社区数量', stated: '3', total: '社区总数' }],
    ['a.csv:2:17 2', { ...slots, heading: '小区数量', stated: '2', total: '小区总数' }],
  ]);
});

test.each<[name: string, rows: readonly string[], columns: string, fields: readonly string[], count: number]>([
  [
    'one of four columns',
    ['440308001,甲街道,2,1', '440308002,乙街道,,'],
    '本年刑事发案,本年治安发案,上年治安发案',
    ['上年刑事发案'],
    1,
  ],
  [
    'all of them, and each subject that gives figures',
    ['440308001,甲街道,,', '440308002,乙街道,2,1', '440308003,丙街道,,1'],
    '派出所',
    ['本年刑事发案', '上年刑事发案', '本年治安发案', '上年治安发案'],
    2,
  ],
])('figures that stand in for %s', async (_, rows, columns, fields, count) => {
  const files = {
    'a.csv': ['街道代码,街道,社区总数,发案稳中有降社区数', ...rows].join('\n'),
    'b.csv': `街道代码,社区,${columns}\n440308001,一社区${',1'.repeat(columns.split(',').length)}`,
  };
  const slots = { table: LABELS.communities, fields, heading: '发案稳中有降社区数', count };
  const nouns = { level: { zh: '街道', en: 'street' }, subjects: { zh: '街道', en: 'streets' } };
  const found = await told('summary.stands-in', files);
  expect(found.map(([, each]) => each)).toContainEqual({ ...slots, ...nouns });
});

test.each<[name: string, files: Files, rules: string | undefined]>([
  [
    'no table, and no column for a special assessment',
    { 'a.csv': '街道代码,街道,维稳综治专项考核,计生专项考核\n440308001,甲街道,达标,', 'b.csv': COMPOUNDS },
    'safe and civilized communities, drug-free communities, cult-free communities, ' +
      'criminal and security cases steady or falling, special assessment of safety',
  ],
  [
    'figures of one subject are enough',
    {
      'a.csv':
        '街道代码,街道,社区总数,安全文明社区数,无毒社区数,无邪社区数,发案稳中有降社区数,维稳综治专项考核,计生专项考核,安全专项考核\n' +
        '440308001,甲街道,,,,,,,,\n440308002,乙街道,1,1,1,1,1,,,',
      'b.csv': COMPOUNDS,
    },
    undefined,
  ],
  ['no subjects', { 'a.csv': '街道代码,街道\n' }, undefined],
])('rules that stay undecided: %s', async (_, files, rules) => {
  const found = await told('table.rules-undecided', files, { command: 'validate' });
  expect(found.map(([, slots]) => (slots as { rules: { en: string } }).rules.en)).toEqual(rules ? [rules] : []);
});

test('a scheme of summaries alone has no tables that could be lacking', async () => {
  const data = { 'a.csv': '街道名称,社区总数,有食堂社区数\n甲街道,3,4\n乙街道,,' };
  expect(await toldOf('table.no-units', SUMMARY_ONLY, data)).toEqual([]);
  expect(await toldOf('summary.met-exceeds-of', SUMMARY_ONLY, data)).toEqual([
    ['a.csv:2:7 4', { met: '有食堂社区数', of: '社区总数', metText: '4', ofText: '3' }],
  ]);
});
