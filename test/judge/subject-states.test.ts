import { expect, test } from 'vitest';
import { type AssessRequest, type OpenSubmission, statesOf, withSubmission } from '../../src/assess.ts';
import { cellsOf, type Witness } from '../../src/model/assessment.ts';
import type { SubjectState } from '../../src/model/plan.ts';
import { type Files, withFolder } from '../intake/submission.ts';
import { RECORD, type Texts, writeBoth } from '../rulesets/small-rulesets.ts';

const lines = (...all: readonly string[]): string => all.join('\n');

const cellLine = (witness: Witness): string =>
  cellsOf(witness)
    .map(({ field, text, place }) => `${field} ${text} ${place && `${place.path}:${place.line}:${place.column}`}`)
    .join(' & ');
/** Every unit that lacks one of the rules: what names it, what is known of it, and the cell of one field. */
const lacking = (state: SubjectState, rules: readonly string[], field: string): readonly string[] =>
  state
    .lacking(rules)
    .map((unit) => `${unit.code ?? unit.name} ${JSON.stringify(unit.values)} ${cellLine(unit.cell(field))}`);

const within = <T>(files: Files, use: (submission: OpenSubmission) => T, more: Partial<AssessRequest> = {}) =>
  withFolder(files, (folder) => withSubmission({ paths: [folder], year: 2012, ...more }, use));

const FILES: Files = {
  '1.csv': lines(
    '街道代码,街道,安全专项考核,社区总数',
    '440308002,乙街道,不达标,2',
    '440308001,甲街道,,',
    '440308003,丙街道,达标,',
  ),
  '2.csv': lines(
    '街道代码,社区代码,社区,安全文明社区,无毒社区,无邪社区,本年刑事发案,上年刑事发案,本年治安发案,上年治安发案',
    '440308001,440308001001,一社区,是,否,是,1,1,1,1',
    '440308002,440308002001,二社区,是,否,是,1,1,1,1',
    '440308001,440308001002,三社区,是,,是,2,1,,1',
    '440308001,440308001003,四社区,是,是,是,1,1,1,1',
    '440308001,440308001004,五社区,否,是,是,1,1,1,1',
    '440308001,440308001005,六社区,是,否,是,1,1,1,1',
  ),
  '3.csv': lines('街道代码,小区,创建等级', '440308001,一村,先进', '440308001,二村,', '440308001,三村,标兵'),
};

const COMMUNITY_RULES = ['drug-free-communities', 'case-trend'];
const known = (drugFree: string | undefined, cases: readonly (number | undefined)[]) => {
  const [criminalCases, criminalCasesPrevious, securityCases, securityCasesPrevious] = cases;
  const values = { safeCivilized: 'yes', drugFree, cultFree: 'yes', criminalCases, criminalCasesPrevious };
  return JSON.stringify({ ...values, securityCases, securityCasesPrevious });
};

test('the units that lack one of several rules, each once, in the order of the input, with what all rules look at', async () => {
  const found = await within(FILES, (submission) =>
    statesOf(submission).map((state) => lacking(state, COMMUNITY_RULES, 'drugFree')),
  );
  expect(found).toEqual([
    [
      `440308001001 ${known('no', [1, 1, 1, 1])} drugFree 否 2.csv:2:30`,
      `440308001002 ${known(undefined, [2, 1, undefined, 1])} drugFree  2.csv:4:30`,
      `440308001005 ${known('no', [1, 1, 1, 1])} drugFree 否 2.csv:7:30`,
    ],
    [`440308002001 ${known('no', [1, 1, 1, 1])} drugFree 否 2.csv:3:30`],
    [],
  ]);
});

test('the units of another table, and of rules that are none', async () => {
  const found = await within(FILES, (submission) => {
    const [first] = statesOf(submission);
    return [lacking(first!, ['model-compounds'], 'level'), lacking(first!, ['stability'], 'level')];
  });
  expect(found).toEqual([['一村 {"level":"advanced"} level 先进 3.csv:2:14', '二村 {} level  3.csv:3:14'], []]);
});

test('units of which the same is known share it', async () => {
  const [first, , third] = await within(FILES, (submission) => statesOf(submission)[0]!.lacking(COMMUNITY_RULES));
  expect(third!.values).toBe(first!.values);
});

test('what the row of a subject says, and which columns it could have said it in', async () => {
  const found = await within(FILES, (submission) =>
    statesOf(submission).map((state) => [
      ...[state.subject.code, state.subject.verdict, state.value('safety'), state.value('communities')],
      ...[cellLine(state.cell('safety')), cellLine(state.cell('stability'))],
      ...[state.hasColumns('streets', ['safety']), state.hasColumns('streets', ['safety', 'stability'])],
      ...[state.hasColumns('compounds', ['level']), state.hasColumns('compounds', ['level', 'evidence'])],
    ]),
  );
  const columns = [true, false, true, false];
  expect(found).toEqual([
    ['440308001', 'fail', undefined, undefined, 'safety  1.csv:3:15', 'stability null 1.csv:3:1', ...columns],
    ['440308002', 'fail', 'fail', 2, 'safety 不达标 1.csv:2:15', 'stability null 1.csv:2:1', ...columns],
    ['440308003', 'unknown', 'pass', undefined, 'safety 达标 1.csv:4:15', 'stability null 1.csv:4:1', ...columns],
  ]);
});

test('a subject without a row of its own has no cells and no columns for it, but those of its units', async () => {
  const { '1.csv': _, ...files } = FILES;
  const found = await within(files, (submission) => {
    const [state] = statesOf(submission);
    const { place, heading, code } = state!.cell('safety');
    return [place, heading, code, state!.hasColumns('streets', []), state!.hasColumns('communities', ['drugFree'])];
  });
  expect(found).toEqual([null, null, '440308001', false, true]);
});

test('only those asked for, without witnesses', async () => {
  const found = await within(FILES, statesOf, { subjects: ['丙街道', '440308001'] });
  expect(found.map(({ subject }) => subject.code)).toEqual(['440308001', '440308003']);
  const witnesses = found.flatMap(({ subject }) => subject.findings.flatMap((each) => Object.values(each.witnesses)));
  expect(witnesses.flat()).not.toContainEqual(expect.objectContaining({ place: expect.anything() }));
});

/** Two tables of one field each that counts. */
const TWO_TABLES: Texts = {
  'ruleset.yaml': `$schema: urn:streetcheck:ruleset:1
id: two-tables
label: { zh: 示例考核, en: an example }
version: 1.0.0
source: { number: 示例〔2020〕1号 }
levels:
  school: { noun: { zh: 校, en: school }, judged: true }
  grade: { noun: { zh: 级, en: grade }, within: school, records: grade.yaml }
  class: { noun: { zh: 班, en: class }, plural: classes, within: school, records: class.yaml }
indicators:
  calm: { of: grade, meets: { properties: { calm: { const: "yes" } } } }
  good: { of: class, meets: { properties: { good: { const: "yes" } } } }
type: object
properties:
  calm: { label: { zh: 静, en: calm }, clause: 一, share: { atLeast: 50 } }
  good: { label: { zh: 好, en: good }, clause: 一, share: { atLeast: 50 } }
`,
  ...Object.fromEntries(
    [
      ['grade', 'calm', ''],
      ['class', 'good', '  calm: { type: string, enum: ["yes", "no"], headings: [calm] }\n'],
    ].map(([table, field, further]) => [
      `${table}.yaml`,
      `${RECORD}  name: { type: string, format: name, headings: [${table}] }
  school: { type: string, format: name, headings: [school] }
  ${field}: { type: string, enum: ["yes", "no"], headings: [${field}] }
${further}`,
    ]),
  ),
};

test('units of two tables share nothing, though each says the same in its one field', async () => {
  const at = writeBoth(TWO_TABLES, {
    '1.csv': 'grade,school,calm\n1,甲,no',
    '2.csv': 'class,school,calm,good\na,甲,no,no',
  });
  const found = await withSubmission({ paths: [at.data], rules: at.rules, year: 2012 }, (submission) =>
    statesOf(submission).map((state) => [
      ...[lacking(state, ['calm'], 'calm'), lacking(state, ['good'], 'good')],
      state.lacking(['good', 'calm']).map(({ values }) => values),
    ]),
  );
  expect(found).toEqual([
    [
      ['1 {"calm":"no"} calm no 1.csv:2:5'],
      ['a {"good":"no"} good no 2.csv:2:8'],
      [{ calm: 'no' }, { calm: 'no', good: 'no' }],
    ],
  ]);
});
