import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { assess } from '../../src/assess.ts';
import type { Witness } from '../../src/model/assessment.ts';
import type { SubjectPlan } from '../../src/model/plan.ts';
import { plan } from '../../src/plan/plan.ts';
import { writeFolder } from '../judge/write-folder.ts';
import { type Edit, writeRuleset } from '../ruleset/write-ruleset.ts';
import { product } from './units.ts';

const cells = (list: readonly Witness[] | null | undefined): string[] | null =>
  list?.map(({ code, field }) => `${code}.${field}`) ?? null;

/** All that a plan says of a street, in short lines. */
const said = ({ subject, way, questions, hold }: SubjectPlan): string[] => [
  `${subject.name} ${subject.verdict}${way === null ? '' : ` ${way.leadsTo}`}`,
  ...(way?.visits ?? []).map(
    ({ code, changes }) =>
      `visit ${code}: ${changes.map(({ cell, from, to }) => `${cell.field} ${from}→${to}`).join()}`,
  ),
  ...(way?.unnamed ?? []).map(({ rule, table, count }) => `unnamed ${rule}: ${count} ${table}`),
  ...(way?.lacking ?? []).map(({ rule, table, fields }) => `lacking ${rule}: ${table} ${fields.join()}`),
  ...(way?.blocked ?? []).map(
    ({ rule, obstacles }) => `blocked ${rule}: ${obstacles.flatMap((obstacle) => cells(obstacle.cells)).join()}`,
  ),
  ...(way?.undecided ?? []).map(({ rule, needed, cells: list }) => `open ${rule} ${needed}: ${cells(list)?.join()}`),
  ...(questions === null ? [] : [`pass: ${cells(questions.pass)?.join()}`, `fail: ${cells(questions.fail)?.join()}`]),
  ...(hold === null ? [] : [`hold ${hold.changes}`]),
];

const planned = async (files: Readonly<Record<string, string>>, edits: readonly Edit[] = []): Promise<string[][]> => {
  const rules = edits.length === 0 ? {} : { rules: writeRuleset(...edits) };
  const result = await plan({ paths: [writeFolder(files)], year: 2012, ...rules });
  try {
    if (result.refusal !== null) throw new Error(JSON.stringify(result.diagnostics));
    return [...result.plans].map(said);
  } finally {
  }
};

const STREETS = '街道代码,街道,维稳综治专项考核,安全专项考核,计生专项考核';
const SUMMARY = `${STREETS},小区总数,标兵小区数,社区总数,安全文明社区数,无毒社区数,无邪社区数,发案稳中有降社区数`;
const COMMUNITIES =
  '街道代码,社区代码,社区名称,安全文明社区,无毒社区,无邪社区,本年刑事发案,上年刑事发案,本年治安发案,上年治安发案';
const COMPOUNDS = '街道代码,小区编号,小区名称,创建等级';
const street = (vetoes = '达标,达标,达标') => `440308001,甲街道,${vetoes}`;
const community = (at: number, rest: string) => `440308001,44030800100${at},第${at}社区,${rest}`;
const compound = (at: number, level: string) => `440308001,c${at},第${at}小区,${level}`;
const lines = (...rows: readonly string[]) => `${rows.join('\n')}\n`;
const WHOLE = '是,是,是,1,1,1,1';

const register = (
  vetoes: string | undefined,
  communities: readonly string[],
  compounds: readonly string[],
): Readonly<Record<string, string>> => ({
  'streets.csv': lines(STREETS, street(vetoes)),
  'communities.csv': lines(COMMUNITIES, ...communities.map((rest, at) => community(at + 1, rest))),
  'compounds.csv': lines(COMPOUNDS, ...compounds.map((level, at) => compound(at + 1, level))),
});

test.each<[string, Readonly<Record<string, string>>, string[]]>([
  [
    'one community that mends three rules is one visit; the compounds that come first',
    register(undefined, [WHOLE, '否,否,,1,1,1,1'], ['标兵', '标兵', '标兵', '先进', '无']),
    [
      '甲街道 fail pass',
      'visit 440308001002: safeCivilized no→yes,drugFree no→yes,cultFree null→yes',
      'visit c4: level advanced→model',
    ],
  ],
  [
    'a failed veto and a count over: no way out, the rest is mended all the same',
    register('达标,不达标,达标', [WHOLE, '是,否,是,2,1,1,1'], ['标兵']),
    [
      '甲街道 fail no-way-out',
      'visit 440308001002: drugFree no→yes',
      'blocked case-trend: 440308001002.criminalCases,440308001002.criminalCasesPrevious',
      'blocked safety: 440308001.safety',
    ],
  ],
  [
    'both counts over: all four cells decide',
    register(undefined, ['是,是,是,2,1,9,1'], ['标兵']),
    [
      '甲街道 fail no-way-out',
      'blocked case-trend: 440308001001.criminalCases,440308001001.criminalCasesPrevious,440308001001.securityCases,440308001001.securityCasesPrevious',
    ],
  ],
  [
    'a frozen cell that is blank: undecided after the visits',
    register(undefined, [WHOLE, '是,否,是,,1,1,1'], ['标兵']),
    ['甲街道 fail undecided', 'visit 440308001002: drugFree no→yes', 'open case-trend 1: 440308001002.criminalCases'],
  ],
  [
    'blanks alone: nothing to mend but what may be filled in, and what to ask',
    register('达标,,达标', [WHOLE, '是,,是,1,,1,1'], ['标兵', '标兵', '']),
    [
      '甲街道 unknown undecided',
      'visit 440308001002: drugFree null→yes',
      'visit c3: level null→model',
      'open case-trend 1: 440308001002.criminalCasesPrevious',
      'open safety null: 440308001.safety',
      'pass: 440308001.safety,440308001002.drugFree,440308001002.criminalCasesPrevious,c3.level',
      'fail: c3.level',
    ],
  ],
  [
    'a blank that does not matter is not asked for',
    register(undefined, [WHOLE], ['标兵', '标兵', '标兵', '标兵', '']),
    ['甲街道 pass', 'hold 1'],
  ],
  [
    'too many failing for two blanks to matter: one of them is enough to fail',
    register(undefined, [WHOLE], ['标兵', '标兵', '标兵', '', '', '无']),
    [
      '甲街道 unknown pass',
      'visit c4: level null→model',
      'visit c5: level null→model',
      'pass: c4.level,c5.level',
      'fail: c4.level',
    ],
  ],
  [
    'summaries: so many are missing, a frozen count stands, a blank is asked for',
    {
      'streets.csv': lines(
        SUMMARY,
        `${street()},10,6,10,10,10,10,10`,
        '440308002,乙街道,达标,达标,达标,10,8,10,10,10,10,8',
        '440308003,丙街道,达标,达标,达标,10,,10,10,10,10,9',
        '440308004,丁街道,达标,达标,达标,10,8,,10,9,10,9',
        '440308005,戊街道,达标,达标,达标,10,8,,10,10,10,9',
        '440308006,己街道,达标,达标,达标,,0,10,10,10,10,9',
      ),
    },
    [
      ...['甲街道 fail pass', 'unnamed model-compounds: 2 compounds'],
      ...['乙街道 fail no-way-out', 'blocked case-trend: 440308002.caseTrendCommunities'],
      ...['丙街道 unknown undecided', 'open model-compounds null: 440308003.modelCompounds'],
      ...['pass: 440308003.modelCompounds', 'fail: 440308003.modelCompounds'],
      // One total for four rules: no total that holds ten can make nine of them enough.
      '丁街道 unknown undecided',
      ...['safe-civilized', 'drug-free', 'cult-free'].map(
        (rule) => `open ${rule}-communities null: 440308004.communities`,
      ),
      ...['open case-trend null: 440308004.communities', 'pass: undefined', 'fail: 440308004.communities'],
      '戊街道 unknown undecided',
      ...['safe-civilized', 'drug-free', 'cult-free'].map(
        (rule) => `open ${rule}-communities null: 440308005.communities`,
      ),
      ...['open case-trend null: 440308005.communities', 'pass: 440308005.communities', 'fail: 440308005.communities'],
      // None of no compounds: the rule would not apply, and the others hold.
      ...['己街道 unknown undecided', 'open model-compounds null: 440308006.compounds'],
      ...['pass: 440308006.compounds', 'fail: 440308006.compounds'],
    ],
  ],
  [
    'nothing handed in: what to hand in',
    { 'streets.csv': lines(STREETS, street()), 'compounds.csv': lines(COMPOUNDS, compound(1, '标兵')) },
    [
      '甲街道 unknown undecided',
      ...['safe-civilized', 'drug-free', 'cult-free'].map((rule) => `lacking ${rule}-communities: communities `),
      ...['lacking case-trend: communities ', 'pass: undefined', 'fail: undefined'],
    ],
  ],
  [
    'a column left out: which one to hand in',
    {
      'streets.csv': lines(STREETS, street()),
      'communities.csv': lines('街道代码,社区代码,社区名称,安全文明社区,无毒社区,无邪社区', community(1, '是,是,是')),
      'compounds.csv': lines(COMPOUNDS, compound(1, '标兵')),
    },
    [
      '甲街道 unknown undecided',
      'lacking case-trend: communities criminalCases,criminalCasesPrevious,securityCases,securityCasesPrevious',
      ...['pass: undefined', 'fail: undefined'],
    ],
  ],
])('%s', async (_, files, expected) => {
  expect((await planned(files)).flat()).toEqual(expected);
});

test('before the scheme is in force there is nothing to plan', async () => {
  const result = await plan({ paths: [writeFolder(register(undefined, [WHOLE], ['无']))], year: 2011 });
  expect([...result.plans].map(said)).toEqual([['甲街道 not-applicable']]);
  expect(result.fragile).toEqual([]);
});

test('what the ruleset does not call mendable is not mended', async () => {
  const files = register(undefined, [WHOLE], ['标兵', '先进']);
  const edit: Edit = ['compound.schema.yaml', '    mendable: true\n', ''];
  expect(await planned(files)).toEqual([['甲街道 fail pass', 'visit c2: level advanced→model']]);
  expect(await planned(files, [edit])).toEqual([['甲街道 fail no-way-out', 'blocked model-compounds: c2.level']]);
});

test('an advisory rule asks for no visit', async () => {
  const edit: Edit = ['ruleset.yaml', 'share: { atLeast: 80 }', 'obligation: advisory\n    share: { atLeast: 80 }'];
  expect(await planned(register(undefined, [WHOLE], ['无']), [edit])).toEqual([['甲街道 pass', 'hold 1']]);
  expect(await planned(register(undefined, ['是,否,是,1,1,1,1'], ['无']), [edit])).toEqual([
    ['甲街道 fail pass', 'visit 440308001001: drugFree no→yes'],
  ]);
});

test('no unit gives up what it has for a rule that is met', async () => {
  const contrary: readonly Edit[] = [
    [
      'ruleset.yaml',
      'meets: { properties: { cultFree: { const: "yes" } } }',
      'meets: { properties: { drugFree: { const: "no" } } }',
    ],
    [
      'ruleset.yaml',
      '无邪社区, en: cult-free communities }\n    short: { zh: 无邪, en: no cults }\n    clause: 二\n    share: { atLeast: 100 }',
      '无邪社区, en: cult-free communities }\n    short: { zh: 无邪, en: no cults }\n    clause: 二\n    share: { atLeast: 50 }',
    ],
  ];
  const files = register(undefined, [WHOLE, '是,否,是,1,1,1,1'], ['标兵']);
  expect(await planned(files, contrary)).toEqual([
    ['甲街道 fail no-way-out', 'blocked drug-free-communities: 440308001002.drugFree'],
  ]);
});

const UNITS = [
  { file: 'compounds.csv', found: '锦绣大厦,住宅小区,先进', mended: '锦绣大厦,住宅小区,标兵' },
  { file: 'compounds.csv', found: '澜庭苑,住宅小区,先进', mended: '澜庭苑,住宅小区,标兵' },
  { file: 'communities.csv', found: '枫桥社区,是,否,是', mended: '枫桥社区,是,是,是' },
];

/** The rules of 秋实街道 that fail once some units of samples/failing are mended. */
const failingAfter = async (picked: readonly boolean[]): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), 'streetcheck-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync('samples/failing', folder, { recursive: true });
  for (const [at, { file, found, mended }] of UNITS.entries()) {
    if (!picked[at]) continue;
    const text = readFileSync(join(folder, file), 'utf8');
    expect(text).toContain(found);
    writeFileSync(join(folder, file), text.replace(found, mended));
  }
  const result = await assess({ paths: [folder], subjects: ['秋实街道'] });
  const [subject] = [...result.subjects];
  return subject!.findings
    .filter(({ result: of }) => of === 'fail')
    .map(({ rule }) => rule)
    .join();
};

test('on the failing sample the plan names what an exhaustive search finds', async () => {
  const found: { readonly units: string[]; readonly failing: string }[] = [];
  for (const picked of product(UNITS.map(() => [false, true]))) {
    const units = UNITS.filter((_, at) => picked[at]).map(({ found: text }) => text.split(',')[0]!);
    found.push({ units, failing: await failingAfter(picked) });
  }
  expect(found.some(({ failing }) => failing === '')).toBe(false);
  const best = found.filter(({ failing }) => failing === 'case-trend').sort((a, b) => a.units.length - b.units.length);
  const result = await plan({ paths: ['samples/failing'], subjects: ['秋实街道'] });
  const [way] = [...result.plans].map((each) => each.way!);
  const visited = way!.visits.map(({ name }) => name!);
  expect(way!.leadsTo).toBe('no-way-out');
  expect(way!.blocked.map(({ rule }) => rule)).toEqual(['case-trend']);
  expect(visited).toHaveLength(best[0]!.units.length);
  expect(
    best.filter(({ units }) => units.length === visited.length).map(({ units }) => [...units].sort()),
  ).toContainEqual([...visited].sort());
});
