import { expect, test } from 'vitest';
import { type AssessRequest, assess } from '../../src/assess.ts';
import { type Finding, NO_WITNESSES, type Witness } from '../../src/model/assessment.ts';
import { placeText } from '../../src/model/place.ts';
import { type Files, inFolder } from '../intake/submission.ts';
import { STREETS_COUNTED, type Texts, writeBoth } from '../rulesets/small-rulesets.ts';

const lines = (...all: readonly string[]): string => all.join('\n');

const cellLine = ({ code, name, field, heading, text, place, cells = [] }: Witness): string =>
  [code ?? name, field, heading, text, place && placeText(place), ...cells.map((cell) => cell.text)]
    .map(String)
    .join(' ');
const findingLines = ({ witnesses: { failing, unknown, omitted }, ...finding }: Finding): readonly string[] => [
  `${finding.rule} ${finding.result} ${finding.kind === 'share' ? `${finding.met}/${finding.of}?${finding.unknown}` : finding.reason}`,
  ...failing.map((each) => `✗ ${cellLine(each)}`),
  ...unknown.map((each) => `? ${cellLine(each)}`),
  ...(omitted.failing + omitted.unknown > 0 ? [`+${omitted.failing} ?${omitted.unknown}`] : []),
];

test.each<[name: string, files: Files, line: readonly string[]]>([
  ['passed', { 'a.csv': '街道代码,街道,安全专项考核\n440308001,甲,达标' }, ['safety pass veto.pass']],
  [
    'failed',
    { 'a.csv': '街道代码,街道,安全专项考核\n440308001,甲,不达标' },
    ['safety fail veto.fail', '✗ 440308001 safety 安全专项考核 不达标 a.csv:2:13 C2'],
  ],
  [
    'left blank',
    { 'a.csv': '街道代码,街道,安全专项考核\n440308001,甲,\n440308002,乙,达标' },
    ['safety unknown veto.blank', '? 440308001 safety 安全专项考核  a.csv:2:13 C2'],
  ],
  [
    'left out as a column',
    { 'a.csv': '街道代码,街道,计生专项考核\n440308001,甲,达标' },
    ['safety unknown veto.column-absent', '? 440308001 safety null null a.csv:2:1 A2'],
  ],
  [
    'not handed in',
    { 'a.csv': '街道代码,街道,社区\n440308001,甲,一社区' },
    ['safety unknown veto.not-submitted', '? 440308001 safety null null null'],
  ],
  [
    'of a street that the table of streets lacks',
    {
      'a.csv': '街道代码,街道,安全专项考核\n440308002,乙,达标',
      '甲乙街道.csv': '街道代码,街道,社区\n440308001,甲乙街道,一社区',
    },
    ['safety unknown veto.not-submitted', '? 440308001 safety null null null'],
  ],
])('a special assessment that was %s', async (_, files, line) => {
  const { subjects } = await inFolder(files, { year: 2012 });
  const subject = subjects.find(({ code }) => code === '440308001');
  expect(findingLines(subject!.findings.find(({ rule }) => rule === 'safety')!)).toEqual(line);
});

test('a passed assessment has the one empty answer, and without evidence all have it', async () => {
  const files = {
    'a.csv':
      '街道代码,街道,安全专项考核,计生专项考核,小区总数,标兵小区数\n440308001,甲,达标,不达标,2,1\n440308002,乙,,达标,2,2',
  };
  const passed = (await inFolder(files, { year: 2012 })).subjects[0]!.findings.find(({ rule }) => rule === 'safety');
  expect(passed!.witnesses).toBe(NO_WITNESSES);
  const { subjects } = await inFolder(files, { year: 2014, evidence: false });
  for (const { findings } of subjects) for (const { witnesses } of findings) expect(witnesses).toBe(NO_WITNESSES);
  expect(subjects.map(({ verdict }) => verdict)).toEqual(['fail', 'unknown', 'fail']);
});

test('findings that differ in nothing are one object, and only those', async () => {
  const rows = ['440308001,甲,达标,,2,2', '440308002,乙,达标,,2,2', '440308003,丙,不达标,,2,1'];
  const files = { 'a.csv': ['街道代码,街道,安全专项考核,计生专项考核,小区总数,标兵小区数', ...rows].join('\n') };
  const { subjects } = await inFolder(files, { year: 2012 });
  const [first, second, third] = subjects.map(
    ({ findings }) => new Map(findings.map((finding) => [finding.rule, finding])),
  );
  for (const rule of ['safety', 'model-compounds']) {
    expect(first!.get(rule)).toBe(second!.get(rule));
    expect(first!.get(rule)).not.toEqual(third!.get(rule));
  }
  // Each has a cell of its own behind it.
  expect(first!.get('family-planning')).not.toEqual(second!.get('family-planning'));
});

/** Streets counted by verdict, by a column, and by both; and a column of the name by which conditions know the verdict. */
const COUNTED: Texts = {
  'ruleset.yaml': STREETS_COUNTED['ruleset.yaml']!.replace(
    'properties:\n',
    `properties:
  both: { label: { zh: 两项, en: both }, clause: 一, scope: district, share: { atLeast: 50 } }
`,
  ).replace(
    'indicators:\n',
    `indicators:
  both: { of: street, meets: { properties: { verdict: { const: pass }, fire: { const: pass } } } }
`,
  ),
  'street.yaml': `${STREETS_COUNTED['street.yaml']}  verdict: { type: string, enum: [pass, fail], headings: [自评] }\n`,
};

const STREETS = lines(
  '街道名称,社区总数,有食堂社区数,消防,自评',
  '甲,3,1,合格,fail',
  '乙,3,0,合格,pass',
  '丙,3,,合格,pass',
  '丁,0,0,不合格,pass',
  '戊,3,1,,pass',
  '己,3,0,不合格,',
);

const pooled = async (more: Partial<AssessRequest>): Promise<readonly (readonly string[])[]> => {
  const at = writeBoth(COUNTED, { 'a.csv': STREETS });
  const { subjects } = await assess({ paths: [at.data], rules: at.rules, year: 2020, ...more });
  expect(subjects.map(({ name, verdict }) => `${name} ${verdict}`)).toEqual([
    ...['丁 not-applicable', '丙 unknown', '乙 fail', '己 fail', '戊 pass', '甲 pass', 'null unknown'],
  ]);
  return subjects
    .at(-1)!
    .findings.filter(({ rule }) => rule !== 'canteens')
    .map(findingLines);
};

test('subjects are counted in what lies around them, by what is found of them and not by what they say', async () => {
  expect(await pooled({})).toEqual([
    [
      'both unknown 1/5?2',
      ...['✗ 乙 verdict 自评 pass a.csv:3:10 E3', '✗ 己 verdict 自评  a.csv:7:11 E7  不合格'],
      ...['? 丙 verdict 自评 pass a.csv:4:9 E4', '? 戊 fire 消防  a.csv:6:7 D6'],
    ],
    ['fire pass 3/5?1', '✗ 己 fire 消防 不合格 a.csv:7:7 D7', '? 戊 fire 消防  a.csv:6:7 D6'],
    [
      'passed unknown 2/5?1',
      ...['✗ 乙 verdict 自评 pass a.csv:3:10 E3', '✗ 己 verdict 自评  a.csv:7:11 E7'],
      '? 丙 verdict 自评 pass a.csv:4:9 E4',
    ],
  ]);
});

test('at most so many of them are shown, and all where there is no bound', async () => {
  expect((await pooled({ witnesses: 1 }))[0]).toEqual([
    ...['both unknown 1/5?2', '✗ 乙 verdict 自评 pass a.csv:3:10 E3', '? 丙 verdict 自评 pass a.csv:4:9 E4', '+1 ?1'],
  ]);
  expect(await pooled({ witnesses: 0 })).toEqual(await pooled({}));
});

test('without a row of their own they are shown by name, and an unknown verdict stays so', async () => {
  const { subjects } = await inFolder({ 'a.csv': '街道,社区,无毒社区\n甲街道,一社区,是' }, { year: 2014 });
  expect(subjects.map(({ verdict }) => verdict)).toEqual(['unknown', 'unknown']);
  expect(findingLines(subjects[1]!.findings.at(-1)!)).toEqual([
    ...['named-streets unknown 0/1?1', '? 甲街道 verdict null null null'],
  ]);
});

test.each<[name: string, files: Files, reasons: readonly string[]]>([
  ['no table', { 'a.csv': '街道代码,街道\n440308001,甲街道' }, ['share.not-submitted', 'share.subject-not-submitted']],
  [
    'no column',
    { 'a.csv': '街道代码,街道,小区\n440308001,甲街道,一村' },
    ['share.column-absent', 'share.subject-not-submitted'],
  ],
  [
    'no units of one',
    {
      'a.csv': '街道代码,街道,小区,创建等级\n440308001,甲街道,一村,标兵',
      'b.csv': '街道代码,街道\n440308001,甲街道\n440308002,乙街道',
    },
    ['share.pass', 'share.no-units', 'share.subject-not-submitted'],
  ],
  [
    'a summary beside a register',
    {
      'a.csv': '街道代码,街道,小区,创建等级\n440308001,甲街道,一村,标兵',
      'b.csv': '街道代码,街道,小区总数,标兵小区数\n440308001,甲街道,,\n440308002,乙街道,2,1',
    },
    ['share.pass', 'share.fail', 'share.fail'],
  ],
])('why there are no counts, of each subject and of what lies around: %s', async (_, files, reasons) => {
  const { subjects } = await inFolder(files, { year: 2012 });
  expect(subjects.map(({ findings: [first] }) => first!.reason)).toEqual(reasons);
});
