import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ReportFinding, ReportSubject } from '../laws/report-of.ts';
import { assertReport } from '../report/report-schema.ts';
import { runMain } from '../samples/run-main.ts';
import { writeFolder } from './write-folder.ts';
import { writeShort } from './write-short.ts';

const findingOf = (text: string, code: string): ReportFinding & { readonly missing?: number } => {
  const { subjects } = assertReport(text) as unknown as { readonly subjects: readonly ReportSubject[] };
  return subjects.find((subject) => subject.code === code)!.findings.find(({ rule }) => rule === 'model-compounds')!;
};

test('the units that are missing are unknown, of the street and of its district', async () => {
  const { code, stdout } = await runMain(['assess', writeShort(), '--format', 'json']);
  expect(code).toBe(2);
  expect(findingOf(stdout, '440308001')).toMatchObject({ result: 'unknown', met: 1, of: 50, unknown: 48, missing: 47 });
  expect(findingOf(stdout, '440308')).toMatchObject({ result: 'unknown', met: 2, of: 51, unknown: 48, missing: 47 });
  const whole = findingOf(stdout, '440308002');
  expect(whole).toMatchObject({ result: 'pass', met: 1, of: 1, unknown: 0 });
  expect(whole).not.toHaveProperty('missing');
});

test('behind the units on record stands the total that declares the others', async () => {
  const { stdout } = await runMain(['assess', writeShort(), '--format', 'json']);
  const { unknown, omitted } = findingOf(stdout, '440308001').witnesses;
  expect(unknown.map(({ name, field, text, place }) => [name, field, text, `${place?.path}:${place?.line}`])).toEqual([
    ['二号院', 'level', '', '3.csv:3'],
    ['梅沙街道', 'compounds', '50', '1.csv:2'],
  ]);
  expect(omitted.unknown).toBe(0);
});

test.each([
  ['zh', ['不明的单位中有 47 个没有报送数据', '情况不明的有：二号院；', '缺 47 个']],
  ['en', ['of the units not known 47 were not handed in', 'not known of 二号院;', 'the 47 missing count as not known']],
] as const)('the reason and the warning say how many, in %s', async (language, pieces) => {
  const { stdout } = await runMain(['assess', writeShort(), '--lang', language]);
  const text = language === 'zh' ? stdout.replace(/\n\s+/g, '') : stdout.replace(/\s+/g, ' ');
  for (const piece of pieces) expect(text).toContain(piece);
});

test.each([
  ['zh', '台账缺 47 个小区'],
  ['en', '47 compounds are missing from the records'],
] as const)('the plan says how many are to be handed in, in %s', async (language, piece) => {
  const { code, stdout } = await runMain(['plan', writeShort(), '--lang', language]);
  expect(code).toBe(2);
  expect(stdout.replace(/\n\s+/g, language === 'zh' ? '' : ' ')).toContain(piece);
  const { stdout: json } = await runMain(['plan', writeShort(), '--format', 'json']);
  const [street] = (JSON.parse(json) as { subjects: { way: { leadsTo: string; lacking: unknown } }[] }).subjects;
  expect(street!.way).toMatchObject({
    leadsTo: 'undecided',
    lacking: [{ rule: 'model-compounds', table: 'compounds', fields: [], units: 47 }],
  });
});

test('a saved report says the same again and is reproduced', async () => {
  const folder = writeShort();
  const direct = await runMain(['assess', folder, '--lang', 'en', '--format', 'markdown']);
  const saved = join(writeFolder({}), 'r.json');
  writeFileSync(saved, (await runMain(['assess', folder, '--format', 'json'])).stdout);
  expect((await runMain(['report', saved, '--lang', 'en', '--format', 'markdown', '--base', folder])).stdout).toBe(
    direct.stdout,
  );
  expect((await runMain(['verify', saved, folder])).code).toBe(0);
});

test.each([
  ['more missing than unknown', '"missing": 47', '"missing": 49'],
  ['fewer missing than have no record', '"missing": 47', '"missing": 1'],
  ['none missing', '"missing": 47,', ''],
])('a saved report that contradicts itself is refused: %s', async (_, from, to) => {
  const saved = join(writeFolder({}), 'r.json');
  const { stdout } = await runMain(['assess', writeShort(), '--format', 'json']);
  expect(stdout).toContain(from);
  writeFileSync(saved, stdout.replace(from, to));
  const { code, stderr, stdout: told } = await runMain(['report', saved, '--lang', 'en']);
  expect([code, stderr + told]).toEqual([65, expect.stringMatching(/missing|witnesses/)]);
});
