import { appendFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { assess } from '../../src/assess.ts';
import { assessEach, type SubmissionResult } from '../../src/batch/assess-each.ts';
import { jsonReporter } from '../../src/report/json-reporter.ts';
import { writeRuleset } from '../ruleset/write-ruleset.ts';
import { batchFolder, FILES } from './batch-folder.ts';

const SAMPLES = fileURLToPath(new URL('../../samples', import.meta.url));
const CONTEXT = { tool: '1.2.3', language: 'zh', width: 80 } as const;

test('each result renders as the submission by itself does', async () => {
  let seen = 0;
  for await (const { path, assessment } of assessEach({ paths: [SAMPLES] })) {
    const alone = await assess({ paths: [path!] });
    expect([...jsonReporter(assessment, CONTEXT)].join('')).toBe([...jsonReporter(alone, CONTEXT)].join(''));
    seen++;
  }
  expect(seen).toBe(readdirSync(SAMPLES, { withFileTypes: true }).filter((entry) => entry.isDirectory()).length);
});

test('what is found of each is plain data that stays', async () => {
  const folder = batchFolder({ 'a.csv': FILES.fail, 'b.csv': FILES.refused, 'c.csv': FILES.pass });
  const results: Omit<SubmissionResult, 'assessment'>[] = [];
  for await (const { assessment: _, ...plain } of assessEach({ paths: [folder] })) results.push(plain);
  expect(JSON.parse(JSON.stringify(results))).toEqual(results);
  expect(results).toMatchObject([
    { path: `${folder}/a.csv`, name: 'a', year: 2012, verdict: 'fail', refusal: null, unknown: [] },
    { verdict: null, refusal: { kind: 'data', errors: 1, first: [{ code: 'record.bad-count' }] }, failing: [] },
    { verdict: 'pass', totals: { streets: { pass: 1 } } },
  ]);
  expect(results[0]!.failing).toEqual([{ code: '440308002', name: '海山街道', rules: ['model-compounds'] }]);
});

test('a submission is read when its result is asked for, and none behind the last one', async () => {
  const folder = batchFolder({ 'a.csv': FILES.pass, 'b.csv': FILES.fail, 'c.csv': FILES.pass });
  const read: number[] = [];
  const onProgress = ({ done, submissions, rows }: { done: number; submissions: number; rows: number }) => {
    expect(submissions).toBe(3);
    if (rows > 0 && !read.includes(done)) read.push(done);
  };
  for await (const { name } of assessEach({ paths: [folder], onProgress })) {
    if (name === 'b') break;
    appendFileSync(join(folder, 'b.csv'), '2012,440308001,盐田街道,不达标,达标,达标,1,1,1,1,1,1,1\n');
  }
  expect(read).toEqual([0, 1]);
});

test('a ruleset that is refused is the only result', async () => {
  const rules = writeRuleset(['ruleset.yaml', 'version:', 'versoin:']);
  const results: SubmissionResult[] = [];
  for await (const result of assessEach({ paths: [SAMPLES], rules })) results.push(result);
  expect(results).toMatchObject([{ path: null, name: null, verdict: null, refusal: { kind: 'ruleset' } }]);
});

test('an abort rejects with its reason', async () => {
  const reason = new Error('enough');
  const stop = new AbortController();
  const walk = async () => {
    for await (const _ of assessEach({ paths: [SAMPLES], signal: stop.signal })) stop.abort(reason);
  };
  await expect(walk()).rejects.toBe(reason);
});
