import { describe, expect, test } from 'vitest';
import { SUBMISSIONS } from '../samples/folders.ts';
import { runMain } from '../samples/run-main.ts';
import { transcript } from '../samples/transcript.ts';
import { assertPlan } from './plan-schema.ts';

const SAMPLES = SUBMISSIONS.filter((name) => name !== 'invalid');

describe.each(SAMPLES)('samples/%s', (name) => {
  test.each(['zh', 'en'])('the plan as a table in %s', async (language) => {
    const argv = ['plan', `samples/${name}`, '--lang', language];
    const run = await runMain(argv);
    await expect(transcript(argv, run)).toMatchFileSnapshot(`golden/${name}.${language}.md`);
    expect(run.stderr).toBe('');
  });

  test('the plan as JSON, the same in both languages, with the exit code of the assessment', async () => {
    const argv = ['plan', `samples/${name}`, '--format', 'json'];
    const [zh, en] = [await runMain([...argv, '--lang', 'zh']), await runMain([...argv, '--lang', 'en'])];
    await expect(transcript(argv, zh)).toMatchFileSnapshot(`golden/${name}.json.md`);
    expect(en).toEqual(zh);
    expect(assertPlan(zh.stdout)).toMatchObject({ format: 'streetcheck-plan', version: 2 });
    expect(zh.code).toBe((await runMain(['assess', `samples/${name}`, '--quiet'])).code);
  });
});

test.each(['table', 'json'])('refused data is the same report as that of assess: %s', async (format) => {
  const report = await runMain(['assess', 'samples/invalid', '--format', format, '--witnesses', '0']);
  expect(await runMain(['plan', 'samples/invalid', '--format', format])).toEqual(report);
  expect(report.code).toBe(65);
});
