import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { widthOf } from '../../src/model/width.ts';
import { runMain } from '../samples/run-main.ts';
import { transcript } from '../samples/transcript.ts';
import { drawInto, newFolder, toCsv, write } from './draw-files.ts';
import { assertSample } from './sample-schema.ts';

const SEED = ['--seed', '2012-09-03 08:00'];
const YANTIAN = 'samples/yantian-2012';
const LANGUAGES = ['zh', 'en'] as const;

const tooWide = (text: string): string[] =>
  text.split('\n').filter((line) => widthOf(line) > 80 && !/[/\\].*:\d+:\d+$/.test(line));

const RUNS: readonly (readonly [name: string, argv: readonly string[]])[] = [
  ['targeted', ['targeted', YANTIAN]],
  ['targeted-failing', ['targeted', 'samples/failing']],
  ['targeted-one-street', ['targeted', YANTIAN, '--street', '梅沙街道']],
  [
    'random-plan',
    ['random', YANTIAN, '--rule', 'model-compounds', '--acceptable', '0.90', '--unacceptable', '0.70', ...SEED],
  ],
  [
    'random-rate',
    ['random', YANTIAN, '--of', 'compounds', '--stratum', 'street', '--rate', '10%', '--at-least', '4', ...SEED],
  ],
  ['random-refute', ['random', YANTIAN, '--of', 'communities', '--refute', ...SEED]],
  ['random-all', ['random', YANTIAN, '--of', 'streets', '--refute', ...SEED]],
  ['streets', ['streets', YANTIAN, '--rate', '50%', '--at-least', '1', ...SEED]],
];

describe.each(RUNS)('%s', (name, argv) => {
  test.each(LANGUAGES)('as a table in %s', async (language) => {
    const command = ['sample', ...argv, '--lang', language];
    const run = await runMain(command);
    await expect(transcript(command, run)).toMatchFileSnapshot(`golden/${name}.${language}.md`);
    expect(tooWide(run.stdout)).toEqual([]);
    expect([run.code, run.stderr]).toEqual([0, '']);
  });

  test('as JSON by its schema, the same in both languages', async () => {
    const command = ['sample', ...argv, '--format', 'json'];
    const [zh, en] = [await runMain([...command, '--lang', 'zh']), await runMain([...command, '--lang', 'en'])];
    expect(en).toEqual(zh);
    expect(assertSample(zh.stdout)).toMatchObject({ version: 2, year: 2012 });
  });
});

test.each(LANGUAGES)('what a form shows, as a table in %s', async (language) => {
  const folder = newFolder();
  const argv = ['--rule', 'model-compounds', '--stratum', 'street', '--rate', '5%', ...SEED];
  const { file, rows } = await drawInto(folder, YANTIAN, ...argv);
  const column = rows[0]!.indexOf('创建等级');
  const levels = ['标兵', '', '先进', '标兵'];
  const filled = rows.map((row, at) => (at === 0 ? row : row.toSpliced(column, 1, levels[at % 4]!)));
  const form = write(folder, 'filled.csv', toCsv(filled));
  const run = await runMain(['sample', 'judge', file, form, '--lang', language]);
  const shown = transcript(['sample', 'judge', 'draw.json', 'filled.csv', '--lang', language], run);
  await expect(shown.replaceAll(`${folder}/`, '')).toMatchFileSnapshot(`golden/judge.${language}.md`);
});

test('a targeted list says that nothing follows from it', async () => {
  const { stdout } = await runMain(['sample', 'targeted', YANTIAN, '--format', 'json']);
  expect(assertSample(stdout).inference).toBe(false);
});

test('targets: a fall from many cases to none, and a warning on the row of a unit, come first', async () => {
  const folder = newFolder();
  const head =
    '年度,街道代码,街道名称,社区代码,社区名称,安全文明社区,无毒社区,无邪社区,本年刑事发案,上年刑事发案,本年治安发案,上年治安发案';
  const row = (code: string, cases: string) =>
    `2012,440308001,梅沙街道,${code},社区${code.slice(-3)},是,是,是,${cases}`;
  write(
    folder,
    'communities.csv',
    [
      head,
      row('440308001001', '1,2,3,4'),
      row('440308001002', '0,10,3,4'),
      row('440308001003', '0,9,3,4'),
      row('440308002004', '1,2,3,4'),
    ].join('\n'),
  );
  const { stdout, code } = await runMain(['sample', 'targeted', folder, '--format', 'json']);
  expect(code).toBe(0);
  const { units } = assertSample(stdout) as {
    units: { code: string; reasons: { kind: string; code?: string; before?: number }[] }[];
  };
  expect(units.map((unit) => unit.reasons[0])).toMatchObject([
    { kind: 'zero', before: 10 },
    { kind: 'diagnostic', code: 'unit.code-outside-parent' },
  ]);
});

const RANDOM = ['random', YANTIAN, '--of', 'compounds'];

test.each<[string, readonly string[], RegExp]>([
  ['a command that is not there', ['lottery'], /no command 'lottery'/],
  ['no seed', [...RANDOM, '--refute'], /option --seed is needed/],
  ['an empty seed', [...RANDOM, '--refute', '--seed', ''], /option --seed cannot be ''/],
  ['a seed of two lines', [...RANDOM, '--refute', '--seed', 'a\nb'], /option --seed cannot be/],
  ['no size', [...RANDOM, ...SEED], /say how many to draw/],
  ['two sizes', [...RANDOM, ...SEED, '--refute', '--rate', '10%'], /one of --rate/],
  ['half a plan', [...RANDOM, ...SEED, '--acceptable', '0.9'], /one of --rate/],
  ['a minimum without a rate', [...RANDOM, ...SEED, '--at-least', '4'], /one of --rate/],
  ['a minimum of nothing', [...RANDOM, ...SEED, '--rate', '1%', '--at-least', '0'], /--at-least cannot be '0'/],
  ['a rate above all', [...RANDOM, ...SEED, '--rate', '101%'], /--rate cannot be '101%'/],
  ['shares turned round', [...RANDOM, ...SEED, '--acceptable', '0.7', '--unacceptable', '0.9'], /has to be above/],
  ['equal shares', [...RANDOM, ...SEED, '--acceptable', '0.7', '--unacceptable', '70%'], /has to be above/],
  [
    'no risk at all',
    [...RANDOM, ...SEED, '--acceptable', '0.9', '--unacceptable', '0.7', '--alpha', '0'],
    /--alpha cannot be '0'/,
  ],
  [
    'certain risk',
    [...RANDOM, ...SEED, '--acceptable', '0.9', '--unacceptable', '0.7', '--beta', '100%'],
    /--beta cannot be/,
  ],
  ['nothing to draw', ['random', YANTIAN, ...SEED, '--refute'], /say with --of or --rule/],
  ['a rule that is not there', ['random', YANTIAN, ...SEED, '--refute', '--rule', 'x'], /no rule 'x'.*model-compounds/],
  ['a veto', ['random', YANTIAN, ...SEED, '--refute', '--rule', 'safety'], /no rule 'safety'/],
  ['a rule of another table', [...RANDOM, ...SEED, '--refute', '--rule', 'case-trend'], /counts communities/],
  [
    'streets by street',
    ['random', YANTIAN, '--of', 'streets', ...SEED, '--refute', '--stratum', 'street'],
    /cannot be stratified/,
  ],
  ['a street that is not there', [...RANDOM, ...SEED, '--refute', '--street', '无'], /no such street/],
  ['a form over the data', [...RANDOM, ...SEED, '--refute', '--form', join(YANTIAN, 'compounds.csv')], /also an input/],
  [
    'list and form in one file',
    [...RANDOM, ...SEED, '--refute', '--format', 'table', '--output', 'x.csv', '--form', 'x.csv'],
    /same file/,
  ],
])('wrong usage: %s', async (_, argv, message) => {
  const before = readFileSync(join(YANTIAN, 'compounds.csv'));
  const { code, stderr } = await runMain(['sample', ...argv, '--lang', 'en']);
  expect(stderr).toMatch(message);
  expect(code).toBe(64);
  expect(readFileSync(join(YANTIAN, 'compounds.csv')).equals(before)).toBe(true);
});

test('sample alone is no command', async () => {
  const { code, stderr } = await runMain(['sample']);
  expect([code, stderr]).toEqual([64, expect.stringContaining('缺少命令')]);
});

test('where no street passes there is none to draw', async () => {
  const folder = newFolder();
  write(folder, 'streets.csv', '年度,街道代码,街道名称,安全专项考核\n2012,440308001,梅沙街道,不达标\n');
  const { code, stdout } = await runMain(['sample', 'streets', folder, '--refute', ...SEED]);
  expect(stdout).toContain('sample.no-units');
  expect(code).toBe(65);
});

test.each<[string, readonly string[], number, string]>([
  ['data that is refused', ['random', 'samples/invalid', '--of', 'compounds'], 65, ''],
  ['a file that is not there', ['random', 'nowhere', '--of', 'compounds'], 66, 'input.not-found'],
  ['a ruleset that is not there', ['random', YANTIAN, '--rule', 'x', '--rules', 'nowhere'], 66, 'ruleset.not-found'],
  ['summary counts without units', ['random', 'samples/summary-only', '--of', 'compounds'], 65, 'sample.no-units'],
  ['a year that is not there', ['random', YANTIAN, '--of', 'compounds', '--year', '1999'], 65, 'year.not-there'],
])('nothing is drawn: %s', async (_, argv, code, told) => {
  const folder = newFolder();
  const form = join(folder, 'form.csv');
  const run = await runMain(['sample', ...argv, '--refute', ...SEED]);
  expect(run.stdout).toContain(told);
  expect(run.code).toBe(code);
  expect((await runMain(['sample', ...argv, '--refute', ...SEED, '--form', form])).code).toBe(code);
});

test('shares that only thousands of units tell apart are refused', async () => {
  const folder = newFolder();
  const head = '年度,街道,社区,小区编号,小区,创建等级';
  const rows = Array.from({ length: 12_000 }, (_, at) => `2012,甲街道,乙社区,${at},${at}院,标兵`);
  write(folder, 'compounds.csv', [head, ...rows].join('\n'));
  const argv = ['random', folder, '--of', 'compounds', '--acceptable', '90.1%', '--unacceptable', '90%', ...SEED];
  const { code, stdout } = await runMain(['sample', ...argv]);
  expect(stdout).toContain('sample.too-many');
  expect(code).toBe(65);
});

describe('streets already named', () => {
  const named = (text: string | Uint8Array) => ['--named', write(newFolder(), 'named.txt', text)];
  const streets = async (...argv: readonly string[]) => {
    const run = await runMain(['sample', 'streets', YANTIAN, '--rate', '100%', ...SEED, '--format', 'json', ...argv]);
    return { ...run, frame: run.code === 0 ? JSON.parse(run.stdout).strata[0].frame : null };
  };

  test('are those that pass', async () => {
    expect((await streets()).frame).toEqual(['440308001', '440308002', '440308004']);
  });

  test('or those of a list, by code or any spelling of the name', async () => {
    const { frame } = await streets(...named('\ufeff# 2012 年命名\r\n440308003\r\n\r\n梅沙街道办事处\r\n'));
    expect(frame).toEqual(['440308001', '440308003']);
  });

  test('one that is not in the data is not passed over', async () => {
    const { code, stdout } = await streets(...named('梅沙街道\n梅山街道\n'));
    expect(stdout).toContain('sample.not-a-subject');
    expect(code).toBe(65);
  });

  test('a list that is not there', async () => {
    expect((await streets('--named', 'nowhere.txt')).code).toBe(66);
  });
});

test('hostile names steer no terminal and compute nothing in the form', async () => {
  const folder = newFolder();
  write(
    folder,
    'compounds.csv',
    '年度,街道,社区,小区,创建等级\n2012,甲街道,乙社区,"=1+1",标兵\n2012,甲街道,乙社区,"\u001b[31m红\u202e",标兵\n',
  );
  const form = join(folder, 'form.csv');
  const run = await runMain(['sample', 'random', folder, '--of', 'compounds', '--refute', ...SEED, '--form', form]);
  expect(run.stdout).toContain('<U+001B>[31m红<U+202E>');
  expect(run.stdout).not.toMatch(/[\u001b\u202e]/);
  expect(readFileSync(form, 'utf8')).toMatch(/,'=1\+1,/);
});

test('a workbook of a draw has its units', async () => {
  const folder = newFolder();
  const form = join(folder, 'form.xlsx');
  const run = await runMain([
    'sample',
    'random',
    'samples/passing',
    '--of',
    'communities',
    '--refute',
    ...SEED,
    '--form',
    form,
  ]);
  expect(run.code).toBe(0);
  const bytes = readFileSync(form);
  expect(bytes.subarray(0, 4)).toEqual(Buffer.from([0x50, 0x4b, 3, 4]));
  await runMain(['sample', 'random', 'samples/passing', '--of', 'communities', '--refute', ...SEED, '--form', form]);
  expect(readFileSync(form).equals(bytes)).toBe(true);
});

test.each(['random', 'streets', 'targeted', 'judge'])(
  'the help of sample %s fits and names its exit codes',
  async (name) => {
    for (const language of LANGUAGES) {
      const { code, stdout } = await runMain(['sample', name, '--help', '--lang', language]);
      expect(code).toBe(0);
      expect(stdout.split('\n').filter((line) => widthOf(line) > 80)).toEqual([]);
      expect(stdout).toMatch(/130/);
    }
  },
);
