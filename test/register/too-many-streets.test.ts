import { expect, test } from 'vitest';
import { type Files, inFolder } from '../intake/submission.ts';

const lines = (...all: string[]) => all.join('\n');
/** Together more than are kept. */
const NAMES = Array.from({ length: 300 }, (_, at) => `第${at}街道`.padEnd(30_000, '长'));
const TABLE = lines('街道', ...NAMES);

const found = async (files: Files, year?: number) => {
  const { refusal, diagnostics } = await inFolder(files, { year: year ?? null });
  const told = diagnostics.map(({ code, place }) => `${code} ${place?.path}:${place?.line}:${place?.column}`);
  return { refusal, told };
};

test.each<{ name: string; files: Files; at: string }>([
  { name: 'in a streets table', files: { 'a.csv': TABLE }, at: 'a.csv:282:1' },
  {
    name: 'in a streets table, and nothing more of the streets that others name',
    files: { 'a.csv': TABLE, 'b.csv': lines('街道,小区,创建等级', `${NAMES[299]},一村,标兵`, `${NAMES[0]},二村,标兵`) },
    at: 'a.csv:282:1',
  },
  {
    name: 'that only units name',
    files: { 'a.csv': lines('小区,街道,创建等级', ...NAMES.map((name, at) => `${at}村,${name},标兵`)) },
    at: 'a.csv:282:6',
  },
  {
    name: 'that are named after their codes were known',
    files: {
      'a.csv': lines('街道代码,小区,创建等级', ...NAMES.map((_, at) => `${440308001 + at},${at}村,标兵`)),
      'b.csv': lines(
        '小区,街道代码,街道,创建等级',
        ...NAMES.map((name, at) => `${at}号,${440308001 + at},${name},标兵`),
      ),
    },
    at: 'b.csv:282:16',
  },
  {
    name: 'that are left out',
    files: { 'a.csv': lines('街道代码,街道', ...NAMES.map((name, at) => `${440300400 + 1000 * at},${name}`)) },
    at: 'a.csv:281:11',
  },
  {
    name: 'whose other halves only their communities know',
    files: {
      'a.csv': lines('街道代码,社区,无毒社区', ...NAMES.map((_, at) => `${440308001 + at},${at}社区,是`)),
      'b.csv': lines('小区,社区,街道,创建等级', ...NAMES.map((name, at) => `${at}号,${at}社区,${name},标兵`)),
    },
    at: 'b.csv:282:12',
  },
])('too many streets are one error: those $name', async ({ files, at }) => {
  const { refusal, told } = await found(files, 2012);
  expect(refusal).toBe('data');
  expect(told.filter((each) => !/^(?:table|unit\.left-out)/.test(each))).toEqual([`unit.too-many ${at}`]);
});

test('too many streets of a year that is not judged are missing in the one that is', async () => {
  const { refusal, told } = await found({
    'a.csv': lines(
      '年度,小区,街道,创建等级',
      ...NAMES.map((name, at) => `2011,${at}村,${name},标兵`),
      '2012,甲,乙,标兵',
    ),
  });
  expect(refusal).toBe('data');
  expect(new Set(told.map((each) => each.split(' ')[0]))).toEqual(new Set(['year.several', 'year.subject-missing']));
});
