import { execFileSync, spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { assess, assessEach, FORMATS, loadRuleset, plan, render, sample, verify } from '../../src/index.ts';

/** What the program prints. */
const printedFrom = (input: string, ...args: string[]): string => {
  const options = { encoding: 'utf8', input, maxBuffer: 1 << 26 } as const;
  return spawnSync(process.execPath, ['bin/streetcheck.js', ...args], options).stdout;
};
const printed = (...args: string[]): string => printedFrom('', ...args);

const SAMPLE = 'samples/yantian-2012';

test.each([
  ['assess', SAMPLE, {}],
  ['assess', 'samples/invalid', {}],
  ['assess', 'samples/no-such', {}],
  ['assess', SAMPLE, { rules: 'no-such' }],
  ['validate', SAMPLE, { command: 'validate' }],
] as const)('a report is what %s %s %j prints as JSON', async (command, path, options) => {
  const rules = 'rules' in options ? ['--rules', options.rules] : [];
  expect(await assess(path, options)).toEqual(JSON.parse(printed(command, path, '--format', 'json', ...rules)));
});

test('options are those of the command', async () => {
  const own = ['--year', '2012', '--street', '海山街道', '--witnesses', '1', '--on-invalid', 'unknown'];
  const options = { year: 2012, subjects: ['海山街道'], witnesses: 1, onInvalid: 'unknown' } as const;
  expect(await assess([SAMPLE], options)).toEqual(JSON.parse(printed('assess', SAMPLE, '--format', 'json', ...own)));
});

test.each(FORMATS.filter((format) => format !== 'xlsx'))('a report as %s is what `report` prints', async (format) => {
  const report = await assess(SAMPLE);
  const input = JSON.stringify(report, null, 1);
  for (const language of ['zh', 'en'] as const) {
    const text = await render(report, format, { language });
    expect(text).toBe(printedFrom(input, 'report', '-', '--format', format, '--lang', language));
  }
});

test('a workbook comes in bytes', async () => {
  const bytes = await render(await assess(SAMPLE), 'xlsx', { language: 'zh' });
  expect([...bytes.subarray(0, 2)]).toEqual([0x50, 0x4b]);
});

test('a report of a ruleset of one’s own is rendered with it, and not without', async () => {
  const rules = 'samples/villages/rules';
  const report = await assess('samples/villages/data', { rules });
  expect(await render(report, 'table', { language: 'en', rules })).toContain('towns');
  await expect(render(report, 'table', { language: 'en' })).rejects.toThrow(/--rules/);
});

test('a report that was altered is not rendered, and verified as altered', async () => {
  const report = await assess(SAMPLE);
  const altered = { ...report, verdict: 'pass' as const };
  await expect(render(altered, 'table', { language: 'zh' })).rejects.toThrow(/报告/);
  expect(await verify(report, SAMPLE)).toMatchObject({ reproduced: true, causes: [] });
  const text = { ...report, subjects: report.subjects.map((subject) => ({ ...subject, name: '某街道' })) };
  expect(await verify(text, SAMPLE)).toMatchObject({ reproduced: false, causes: [{ kind: 'report' }] });
  expect(await verify(report, 'samples/passing')).toMatchObject({ reproduced: false });
});

test('a plan is what the program prints', async () => {
  expect(await plan('samples/failing')).toEqual(JSON.parse(printed('plan', 'samples/failing', '--format', 'json')));
  expect(await plan('samples/invalid')).toMatchObject({ format: 'streetcheck-report', refusal: 'data' });
});

test('a draw is what the program prints', async () => {
  const size = { kind: 'rate', rate: '10', atLeast: 2 } as const;
  const drawn = await sample(SAMPLE, { of: 'compounds', seed: 'x', size, stratum: 'street' });
  const own = ['--of', 'compounds', '--seed', 'x', '--rate', '10%', '--at-least', '2', '--stratum', 'street'];
  expect(drawn).toEqual(JSON.parse(printed('sample', 'random', SAMPLE, ...own, '--format', 'json')));
  expect(await sample('samples/invalid', { of: 'compounds', seed: 'x', size })).toMatchObject({ refusal: 'data' });
});

test.each([
  [{ of: 'villages' }, /villages/],
  [{ of: 'compounds', rule: 'safety' }, /safety/],
  [{ of: 'compounds', stratum: 'village' }, /village/],
])('nothing is drawn by %j', async (wrong, told) => {
  const asked = { seed: 'x', size: { kind: 'refute' }, ...wrong } as const;
  await expect(sample(SAMPLE, asked)).rejects.toThrow(told);
  await expect(sample(SAMPLE, { ...asked, language: 'zh' })).rejects.toThrow(/\p{Script=Han}/u);
});

test('of many submissions each has what its line says, and its report', async () => {
  const lines = printed('assess', '--each', 'samples', '--format', 'jsonl').trimEnd().split('\n');
  const expected = lines.map((line) => {
    const {
      format: _,
      version: __,
      tool: ___,
      exit: ____,
      name: _____,
      ruleset: r,
      judged: j,
      ...own
    } = JSON.parse(line);
    return own;
  });
  const results = [];
  for await (const { report, ...own } of assessEach('samples')) {
    results.push(own);
    expect(report).toEqual(await assess(own.path!));
  }
  expect(JSON.parse(JSON.stringify(results))).toEqual(expected);
});

test('a ruleset is told as plain data, and so is what is wrong with one', async () => {
  const loaded = await loadRuleset('samples/schools/rules');
  expect(JSON.parse(JSON.stringify(loaded))).toEqual(loaded);
  const { levels } = 'ruleset' in loaded ? loaded.ruleset : { levels: [] };
  expect(levels.map(({ judged }) => judged)).toEqual([false, true, false]);
  expect(await loadRuleset('no-such')).toMatchObject({
    refusal: 'input',
    diagnostics: [{ code: 'ruleset.not-found' }],
  });
});

test('results of the built library are those of the source', () => {
  const code = `import { assess } from '${new URL('../../dist/index.js', import.meta.url)}';
    console.log(JSON.stringify(await assess('${SAMPLE}')));`;
  const built = execFileSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' });
  expect(JSON.parse(built)).toEqual(JSON.parse(printed('assess', SAMPLE, '--format', 'json')));
});
