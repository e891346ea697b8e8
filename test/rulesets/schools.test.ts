import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runMain } from '../samples/run-main.ts';

const record = (table: string, ...fields: readonly string[]): string =>
  `$schema: urn:streetcheck:record:1\nheadings: [${table}]\ntype: object\nproperties:\n${fields.map((field) => `  ${field}\n`).join('')}`;

const name = (field: string, ...headings: readonly string[]): string =>
  `${field}: { type: string, format: name, headings: [${headings.join(', ')}] }`;
const code = (field: string, heading: string): string =>
  `${field}: { type: string, format: code, headings: [${heading}] }`;
const choice = (field: string, heading: string): string =>
  `${field}: { type: string, mendable: true, enum: ["yes", "no"], headings: [${heading}], labels: { "yes": [是], "no": [否] } }`;
const YEAR = 'year: { type: integer, format: year, headings: [年度] }';

/** Schools with grades with classes, some of which are in no grade: other names, digits and tables. */
const RULES = {
  'ruleset.yaml': `$schema: urn:streetcheck:ruleset:1
id: schools
label: { zh: 学校考核, en: Schools }
version: 1.0.0
source: { number: 教〔2020〕1号 }
levels:
  school: { noun: { zh: 学校, en: school }, records: school.yaml, judged: true, code: { digits: 10 }, endings: [学校] }
  grade: { noun: { zh: 年级, en: grade }, within: school, records: grade.yaml }
  class: { noun: { zh: 班级, en: class }, plural: classes, within: [grade, school], records: class.yaml }
indicators:
  good: { of: class, meets: { properties: { good: { const: "yes" } } } }
  calm: { of: grade, meets: { properties: { calm: { const: "yes" } } } }
type: object
properties:
  good: { label: { zh: 优秀班级, en: Good classes }, clause: 一, share: { atLeast: 60 } }
  calm: { label: { zh: 平安年级, en: Calm grades }, clause: 一, share: { atLeast: 50 } }
`,
  'school.yaml': record('学校表', code('code', '学校代码'), name('name', '学校名称'), YEAR),
  'grade.yaml': record(
    '年级表',
    ...[
      code('code', '年级代码'),
      name('name', '年级名称', '年级'),
      name('school', '学校'),
      code('schoolCode', '学校代码'),
    ],
    ...[YEAR, choice('calm', '平安')],
  ),
  'class.yaml': record(
    '班级表',
    ...[code('code', '班级代码'), name('name', '班级名称', '班级'), name('grade', '年级'), name('school', '学校')],
    ...[code('schoolCode', '学校代码'), YEAR, choice('good', '优秀')],
  ),
};

const DATA = {
  'schools.csv': '年度,学校代码,学校名称\n2020,1000000001,甲学校\n2020,1000000002,乙学校\n',
  'grades.csv':
    '年度,年级名称,学校,平安\n2020,一年级,甲学校,是\n2020,二年级,甲学校,是\n2020,一年级,乙学校,\n年级合计,,,\n',
  'classes.csv':
    '年度,班级名称,年级,学校,优秀\n2020,9班,,乙学校,是\n2020,1班,一年级,甲学校,是\n2020,2班,一年级,甲学校,是\n2020,1班,二年级,甲学校,是\n2020,1班,一年级,乙学校,\n',
};

const folder = mkdtempSync(join(tmpdir(), 'schools-'));
const [rules, data] = [join(folder, 'rules'), join(folder, 'data')];
beforeAll(() => {
  for (const [at, files] of [
    [rules, RULES],
    [data, DATA],
  ] as const) {
    mkdirSync(at);
    for (const [file, text] of Object.entries(files)) writeFileSync(join(at, file), text);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = (command: readonly string[], ...options: readonly string[]) =>
  runMain([...command, ...options, '--rules', rules, '--lang', 'en']);

const OF_THE_OTHER_SCHEME = /\b(?:street|communit|compound|district)|街道|社区|小区/;

test.each([['--subject'], ['--school'], ['--schools']])('%s is the school that decides', async (option) => {
  const all = await run(['assess', data], '--quiet');
  const one = await run(['assess', data], option, '甲', '--quiet');
  expect([all.code, one.code]).toEqual([2, 0]);
});

test('the names of another scheme are no options, nor those of a level within', async () => {
  for (const option of ['--street', '--class', '--schol']) {
    const { code: exit, stderr } = await run(['assess', data], option, '甲');
    expect({ exit, stderr }).toMatchObject({ exit: 64, stderr: expect.stringContaining(`no option ${option}`) });
  }
  expect((await run(['assess', data], '--school', '丙')).stderr).toContain(
    'no such school in the data: 丙; it has 2 schools: 1000000001 甲学校, 1000000002 乙学校',
  );
});

test('what a plan says', async () => {
  const { stdout, code: exit } = await run(['plan', data], '--school', '乙');
  expect(exit).toBe(2);
  expect(stdout).toContain('一年级  平安: (blank)');
});

test('classes drawn by grade lie in what they name; the check comes back', async () => {
  const [draw, form] = [join(folder, 'draw.json'), join(folder, 'form.csv')];
  const size = ['--of', 'class', '--stratum', 'grade', '--seed', '1', '--refute'];
  const drawn = await run(['sample', 'random', data], ...size, '--format', 'json', '-o', draw, '--form', form);
  expect(drawn).toMatchObject({ code: 0, stderr: '' });
  const { stratifiedBy, units, strata } = JSON.parse(readFileSync(draw, 'utf8'));
  expect(stratifiedBy).toBe('grade');
  expect(strata.map(({ of }: { of: object }) => of)).toEqual(
    ['一年级', '二年级', null, '一年级'].map((grade) => ({ code: null, name: grade })),
  );
  const school = { level: 'school', code: '1000000002', name: '乙学校' };
  const byKey = new Map(units.map((unit: { key: string; within: unknown }) => [unit.key, unit.within]));
  expect(byKey.get('1000000002//9班')).toEqual([school]);
  expect(byKey.get('1000000002/一年级/1班')).toEqual([school, { level: 'grade', code: null, name: '一年级' }]);
  const text = await run(['sample', 'random', data], ...size);
  expect(text.stdout).toContain('register: 5 classes');
  expect(text.stdout).toContain('(no grade): all 1 are checked');
  expect(text.stdout).not.toMatch(OF_THE_OTHER_SCHEME);
  const filled = readFileSync(form, 'utf8').replace(/(,2020,[^,\n]*),,/g, '$1,是,');
  writeFileSync(form, filled);
  const judged = await run(['sample', 'judge', draw, form]);
  expect({ ...judged, stdout: '' }).toMatchObject({ code: 0, stderr: '' });
});

test.each([
  ['a table', ['--of', 'houses'], 'expected one of schools, grades, classes'],
  ['a stratum', ['--of', 'classes', '--stratum', 'class'], 'expected one of school, grade'],
  ['a stratum that does not hold the units', ['--of', 'grades', '--stratum', 'grade'], 'grades cannot be stratified'],
  ['what nothing is required of', ['--of', 'schools'], 'no share over schools'],
])('a draw of what is not there: %s', async (_, options, told) => {
  const { code: exit, stderr } = await run(['sample', 'random', data], ...options, '--seed', '1', '--refute');
  expect({ exit, stderr }).toMatchObject({ exit: 64, stderr: expect.stringContaining(told) });
});

test('forms of any level, blank or filled', async () => {
  const blank = await run(['template', 'class'], '--format', 'yaml');
  expect(blank.stdout).toContain(
    'grade: Name of its grade: this or the code is enough; where both are given they have to agree. With neither it belongs to its school directly.',
  );
  expect(blank.stdout).toContain('school: Name of its school: give this or the code of the school;');
  const filled = await run(['template', 'classes'], '--from', data, '--school', '乙学校');
  expect(filled.stdout).toMatch(/\n,9班,,乙学校,1000000002,2020,yes\r?\n,1班,一年级,乙学校,1000000002,2020,\r?\n$/);
});
