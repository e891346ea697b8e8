import { expect, test } from 'vitest';
import { type Files, inFolder, told } from '../intake/submission.ts';
import { runMain } from '../samples/run-main.ts';
import { writeFolder } from './write-folder.ts';

const STREETS = '街道代码,街道名称,维稳综治专项考核,安全专项考核,计生专项考核,小区总数,标兵小区数';
const COMPOUNDS = '小区编号,小区名称,街道代码';
const warningsOf = (result: Awaited<ReturnType<typeof inFolder>>): readonly string[] =>
  told(result).filter((each) => each.startsWith('warning'));

test.each<{ readonly name: string; readonly files: Files; readonly of: string; readonly warnings: readonly string[] }>([
  {
    name: 'a column that is absent, and a summary',
    files: {
      '1.csv': `${STREETS}\n440308001,梅沙街道,达标,达标,达标,1,1`,
      '2.csv': `${COMPOUNDS}\n440308001002001,一号院,440308001`,
    },
    of: '1/1',
    warnings: ['warning summary.stands-in 1.csv:2:27 "1"'],
  },
  {
    name: 'the same of fewer units than there are rows',
    files: {
      '1.csv': `${STREETS}\n440308001,梅沙街道,达标,达标,达标,1,1`,
      '2.csv': `${COMPOUNDS}\n440308001002001,一号院,440308001\n440308001002002,二号院,440308001`,
    },
    of: '1/2',
    warnings: ['warning summary.differs 1.csv:2:25 & 2.csv:2:1 "1"', 'warning summary.stands-in 1.csv:2:27 "1"'],
  },
  {
    name: 'a key that no record of a YAML file has',
    files: {
      '1.csv': `${STREETS}\n440308001,梅沙街道,达标,达标,达标,1,1`,
      '2.yaml': 'compounds: [{ code: "440308001002001", name: 一号院, streetCode: "440308001" }]',
    },
    of: '1/1',
    warnings: ['warning summary.stands-in 1.csv:2:27 "1"'],
  },
  {
    name: 'no table at all: the summary is what was handed in',
    files: { '1.csv': `${STREETS}\n440308001,梅沙街道,达标,达标,达标,1,1` },
    of: '1/1',
    warnings: [],
  },
])('a summary count that stands in for a column is told: $name', async ({ files, of, warnings }) => {
  const result = await inFolder(files, { year: 2012 });
  expect(warningsOf(result)).toEqual(warnings);
  const finding = result.subjects[0]!.findings.find(({ rule }) => rule === 'model-compounds')!;
  expect(finding.kind === 'share' && `${finding.met}/${finding.of}`).toBe(of);
});

test.each([
  [
    'a column',
    {
      'a.csv':
        '年度,街道,社区,无毒社区,安全文明社区,无邪社区,本年刑事发案,上年刑事发案,本年治安发案\n2012,甲,乙,是,是,是,1,1,1',
    },
    ['刑事和治安发案稳中有降'],
    ['无毒社区'],
  ],
  ['a veto', { 'a.csv': '年度,街道,维稳综治专项考核,安全专项考核\n2012,甲,达标,达标' }, ['计生专项考核'], ['维稳综治']],
  [
    'a whole table',
    { 'a.csv': '年度,街道,社区,小区,创建等级\n2012,甲,乙,丙,标兵' },
    ['无毒社区', '安全专项考核'],
    ['标兵'],
  ],
])('validate names the rules that will stay undecided for want of %s', async (_, files, named, others) => {
  const { code, stdout } = await runMain(['validate', writeFolder(files), '--lang', 'zh']);
  const answer = stdout.slice(0, stdout.indexOf('盐田区')).replace(/\s/g, '');
  expect(code).toBe(0);
  expect(answer).toContain('数据可以用于评定，但以下各项只能待定：');
  for (const rule of named) expect(answer).toContain(rule);
  for (const rule of others) expect(answer).not.toContain(rule);
});

test('validate of what is whole names none, and where nothing is fit the answer is that', async () => {
  const whole = await runMain(['validate', 'samples/passing', '--lang', 'en']);
  expect(whole.stdout).toMatch(/^✓ The data is fit to be judged\n/);
  const { stdout } = await runMain([
    'validate',
    writeFolder({ 'a.csv': '年度,街道,小区\n2012,甲,\n' }),
    '--lang',
    'en',
  ]);
  expect(stdout).toMatch(/^✗ The data is not fit/);
});
