import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { SUBMISSIONS } from './folders.ts';
import { runMain } from './run-main.ts';
import { transcript } from './transcript.ts';

const SAMPLES = [
  { name: 'yantian-2012', exit: 1, verdicts: { 梅沙: 'pass', 盐田: 'pass', 沙头角: 'fail', 海山: 'pass' } },
  { name: 'passing', exit: 0, verdicts: { 春风: 'pass', 夏荷: 'pass' } },
  { name: 'failing', exit: 1, verdicts: { 春风: 'pass', 秋实: 'fail', 冬青: 'fail' } },
  { name: 'unknown', exit: 2, verdicts: { 春风: 'pass', 夏荷: 'unknown', 秋实: 'unknown' } },
  { name: 'invalid', exit: 65, verdicts: {} },
  { name: 'nested-yaml', exit: 0, verdicts: { 春风: 'pass', 冬青: 'pass' } },
  { name: 'office-gb18030', exit: 2, verdicts: { 梅沙: 'pass', 盐田: 'unknown', 沙头角: 'pass', 海山: 'unknown' } },
  { name: 'office-headings', exit: 2, verdicts: { 春风: 'pass', 夏荷: 'unknown' } },
  { name: 'office-xlsx', exit: 2, verdicts: { 春风: 'pass', 夏荷: 'unknown' } },
  { name: 'summary-only', exit: 1, verdicts: { 春风: 'pass', 夏荷: 'fail', 秋实: 'unknown' } },
];

interface Report {
  readonly subjects: readonly { readonly scope: string; readonly name: string; readonly verdict: string }[];
}

const streetVerdicts = (json: string): Record<string, string> => {
  const { subjects } = JSON.parse(json) as Report;
  const streets = subjects.filter(({ scope }) => scope === 'street');
  return Object.fromEntries(streets.map(({ name, verdict }) => [name.replace('街道', ''), verdict]));
};

test('every folder of samples/ is run here', () => {
  expect(SUBMISSIONS.toSorted()).toEqual(SAMPLES.map(({ name }) => name).sort());
});

test.each(SAMPLES)('the README gives the exit code of $name in both languages', ({ name, exit }) => {
  const rows = readFileSync('samples/README.md', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith(`| \`${name}\` |`));
  expect(rows.map((row) => row.split('|').at(-2)?.trim())).toEqual([`${exit}`, `${exit}`]);
});

describe.each(SAMPLES)('samples/$name', ({ name, exit, verdicts }) => {
  test.each(['zh', 'en'])('as a table in %s', async (language) => {
    const argv = ['assess', `samples/${name}`, '--lang', language];
    const run = await runMain(argv);
    await expect(transcript(argv, run)).toMatchFileSnapshot(`golden/${name}.${language}.md`);
    expect(run).toMatchObject({ code: exit, stderr: '' });
  });

  test('as JSON, the same in both languages', async () => {
    const argv = ['assess', `samples/${name}`, '--format', 'json'];
    const [zh, en] = [await runMain([...argv, '--lang', 'zh']), await runMain([...argv, '--lang', 'en'])];
    await expect(transcript(argv, zh)).toMatchFileSnapshot(`golden/${name}.json.md`);
    expect(zh).toMatchObject({ code: exit, stderr: '' });
    expect(en).toEqual(zh);
    expect(streetVerdicts(zh.stdout)).toEqual(verdicts);
  });
});
