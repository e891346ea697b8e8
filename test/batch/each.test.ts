import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { main } from '../../src/commands/main.ts';
import { widthOf } from '../../src/model/width.ts';
import { fakeIo } from '../cli/fake-io.ts';
import { schemaFile } from '../plan/plan-schema.ts';
import { assertReport } from '../report/report-schema.ts';
import { writeRuleset } from '../ruleset/write-ruleset.ts';
import { runMain } from '../samples/run-main.ts';
import { batchFolder, FILES, type Tree } from './batch-folder.ts';
import { assertLines } from './submission-schema.ts';

const SAMPLES = fileURLToPath(new URL('../../samples', import.meta.url));

const each = (folder: string, ...more: readonly string[]) =>
  runMain(['assess', '--each', folder, '--lang', 'en', ...more]);
const lines = async (folder: string, ...more: readonly string[]) => {
  const { code, stdout, stderr } = await each(folder, '--format', 'jsonl', ...more);
  return { code, stderr, lines: assertLines(stdout) };
};

/** A clock that goes on at each look, by more than lines wait. */
const ticking = (clock: { now: number }) => () => {
  clock.now += 400;
  return clock.now;
};

const mixed: Tree = {
  'a-pass.csv': FILES.pass,
  'b-fail/streets.csv': FILES.fail,
  'c-unknown.csv': FILES.unknown,
  'd-refused.csv': FILES.refused,
  'e-empty/': '',
};

const saying = ({ code, text, params }: { code: string; text: string | null; params: object }) =>
  JSON.stringify([code, text, params]);
const distinct = <D extends Parameters<typeof saying>[0]>(all: readonly D[]): readonly D[] =>
  all.filter((each, at) => all.findIndex((other) => saying(other) === saying(each)) === at);

test('a line says what a run over the submission alone says', async () => {
  const { code, lines: found } = await lines(SAMPLES);
  expect(found.map(({ path }) => path)).toEqual(
    readdirSync(SAMPLES)
      .filter((name) => name !== 'README.md')
      .sort()
      .map((name) => `${SAMPLES}/${name}`),
  );
  for (const line of found) {
    const alone = await runMain(['assess', String(line.path), '--format', 'json']);
    const report = assertReport(alone.stdout) as never as {
      readonly year: number;
      readonly verdict: string;
      readonly refusal: string | null;
      readonly totals: object;
      readonly subjects: readonly {
        scope: string;
        code: string;
        name: string;
        verdict: string;
        findings: readonly { rule: string; obligation: string; result: string }[];
      }[];
      readonly diagnostics: readonly { severity: string; code: string; text: string | null; params: object }[];
    };
    const { year, verdict, totals, subjects, diagnostics, refusal } = report;
    const streets = (wanted: string) =>
      subjects
        .filter(({ scope, verdict: own }) => scope === 'street' && own === wanted)
        .map(({ code: own, name, findings }) => ({
          code: own,
          name,
          rules: findings
            .filter((one) => one.obligation === 'required' && one.result === wanted)
            .map(({ rule }) => rule),
        }));
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    expect(line).toMatchObject({
      ...{
        exit: alone.code,
        year,
        verdict,
        totals,
        failing: streets('fail'),
        unknown: streets('unknown'),
        unmatched: [],
      },
      refusal: refusal === null ? null : { kind: refusal, errors: errors.length, first: distinct(errors).slice(0, 5) },
      warnings: diagnostics.filter(({ severity }) => severity === 'warning').length,
    });
  }
  expect(code).toBe(65);
});

test('two mistakes in a column of 200 rows are two of the first errors', async () => {
  const row = (at: number) =>
    `2012,沙头角街道,440308003001${String(at + 100)},${at}村,${at % 2 === 0 ? '标冰' : '先近'}\n`;
  const rows = Array.from({ length: 200 }, (_, at) => row(at)).join('');
  const folder = batchFolder({ 'a.csv': `年度,街道,小区编号,小区,创建等级\n${rows}` });
  const { lines: found } = await lines(folder);
  expect(found).toMatchObject([{ refusal: { errors: 200, first: [{ text: '标冰' }, { text: '先近' }] } }]);
});

test('one that is refused does not touch the others', async () => {
  const folder = batchFolder(mixed);
  const { lines: all } = await lines(folder);
  expect(all.map(({ name, exit, verdict }) => [name, exit, verdict])).toEqual([
    ['a-pass', 0, 'pass'],
    ['b-fail', 1, 'fail'],
    ['c-unknown', 2, 'unknown'],
    ['d-refused', 65, null],
    ['e-empty', 66, null],
  ]);
  for (const { path, ...line } of all) {
    const file = path === `${folder}/b-fail` ? `${path}/streets.csv` : path;
    const [alone] = (await lines(String(file))).lines;
    expect({ ...alone, name: line.name, path }).toEqual({ ...line, path });
  }
});

test.each([
  ['pass', ['pass', 'pass'], 0],
  ['unknown before pass', ['pass', 'unknown', 'pass'], 2],
  ['fail before unknown', ['unknown', 'fail', 'pass'], 1],
  ['refused before fail', ['fail', 'refused', 'unknown'], 65],
  ['not there before refused', ['refused', 'absent', 'fail'], 66],
] as const)('the exit code is the worst: %s', async (_, kinds, code) => {
  const folder = batchFolder(
    Object.fromEntries(kinds.flatMap((kind, at) => (kind === 'absent' ? [] : [[`${at}.csv`, FILES[kind]]]))),
  );
  const paths = kinds.map((_kind, at) => join(folder, `${at}.csv`));
  expect((await runMain(['assess', '--each', ...paths])).code).toBe(code);
});

test('more warnings than allowed are the exit code of the line and of the run', async () => {
  const folder = batchFolder({ 'a/s.csv': FILES.pass, 'a/s.csv.bak': FILES.pass, 'b.csv': FILES.fail });
  const { code, lines: found } = await lines(folder, '--max-warnings', '0');
  expect({ code, exits: found.map(({ exit, warnings, verdict }) => [exit, warnings, verdict]) }).toEqual({
    code: 65,
    exits: [
      [65, 1, 'pass'],
      [1, 0, 'fail'],
    ],
  });
});

test.each([
  [
    '海山街道',
    1,
    [
      ['a-pass', 64, null],
      ['b-fail', 1, 'fail'],
      ['c-unknown', 64, null],
    ],
    '',
  ],
  [
    '盐田街道',
    2,
    [
      ['a-pass', 64, null],
      ['b-fail', 64, null],
      ['c-unknown', 2, 'unknown'],
    ],
    '',
  ],
  [
    '沙头角街道 海山街道',
    1,
    [
      ['a-pass', 0, 'pass'],
      ['b-fail', 1, 'fail'],
      ['c-unknown', 64, null],
    ],
    '',
  ],
  [
    '梅沙街道',
    64,
    [
      ['a-pass', 64, null],
      ['b-fail', 64, null],
      ['c-unknown', 64, null],
    ],
    '梅沙街道',
  ],
] as const)('--street %s decides where it is, and must be somewhere', async (streets, code, exits, told) => {
  const { 'd-refused.csv': _, 'e-empty/': __, ...tree } = mixed;
  const asked = streets.split(' ').flatMap((street) => ['--street', street]);
  const found = await lines(batchFolder(tree), ...asked);
  expect(found.lines.map(({ name, exit, verdict }) => [name, exit, verdict])).toEqual(exits);
  expect(found.code).toBe(code);
  if (told === '') expect(found.stderr).toBe('');
  else expect(found.stderr).toContain(told);
});

test('a street that only the refused one may have is no wrong usage', async () => {
  expect((await lines(batchFolder(mixed), '--street', '梅沙街道')).code).toBe(66);
});

test('--year, --rules and --encoding are those of each', async () => {
  const folder = batchFolder({ 'a.csv': FILES.pass, 'b.csv': FILES.pass.replaceAll('2012', '2013') });
  const { lines: found } = await lines(folder, '--year', '2013');
  expect(found.map(({ exit, year }) => [exit, year])).toEqual([
    [65, 2013],
    [0, 2013],
  ]);
});

test.each([
  ['jsonl', '{"format":"streetcheck-submission"'],
  ['table', 'Cannot be judged: the ruleset is invalid\n'],
])('a ruleset that is refused is told once, as %s', async (format, begin) => {
  const rules = writeRuleset(['ruleset.yaml', 'version:', 'versoin:']);
  const { code, stdout } = await each(batchFolder(mixed), '--rules', rules, '--format', format);
  expect(code).toBe(78);
  expect(stdout.startsWith(begin)).toBe(true);
  if (format === 'jsonl')
    expect(assertLines(stdout)).toMatchObject([{ path: null, name: null, exit: 78, verdict: null }]);
});

test('a ruleset that is not there is told on stderr where nothing goes to standard output', async () => {
  const folder = batchFolder(mixed);
  const { code, stdout, stderr } = await each(
    folder,
    '--rules',
    'nope',
    '--format',
    'json',
    '-o',
    join(folder, 'out/{name}.json'),
  );
  expect({ code, stdout, out: existsSync(join(folder, 'out')) }).toEqual({ code: 66, stdout: '', out: false });
  expect(stderr).toContain('ruleset.not-found');
});

test('a report of each goes to a file of its own: the same as from a run of its own', async () => {
  const folder = batchFolder(mixed);
  const outputs = ['--format', 'json', '-o', join(folder, '../{name}/{name}.json')];
  const out = batchFolder({});
  const args = [
    ...outputs.slice(0, 3),
    join(out, 'deep/{name}/{name}.json'),
    '--format',
    'csv',
    '-o',
    join(out, '{name}.csv'),
    '--format',
    'jsonl',
  ];
  const { code, stdout } = await each(folder, ...args);
  expect(code).toBe(66);
  for (const { name, path } of assertLines(stdout)) {
    for (const [format, file] of [
      ['json', `deep/${name}/${name}.json`],
      ['csv', `${name}.csv`],
    ] as const) {
      const alone = await runMain(['assess', String(path), '--format', format, '--lang', 'en']);
      expect(readFileSync(join(out, file), 'utf8')).toBe(alone.stdout);
    }
  }
  expect(readdirSync(out).sort()).toEqual([
    'a-pass.csv',
    'b-fail.csv',
    'c-unknown.csv',
    'd-refused.csv',
    'deep',
    'e-empty.csv',
  ]);
});

test.each<[string, (folder: string) => string[], string]>([
  ['a format of one submission on standard output', () => ['--format', 'json'], '--output out/{name}.json'],
  ['one file for all of them', (at) => ['--format', 'html', '-o', `${at}/x.html`], '{name}.html'],
  ['lines into many files', (at) => ['--format', 'jsonl', '-o', `${at}/{name}.jsonl`], 'leave {name} out'],
  ['a base', () => ['--base', 'x'], '--base is not for --each'],
  [
    'two formats in one file',
    (at) => ['--format', 'json', '-o', `${at}/o/{name}`, '--format', 'csv', '-o', `${at}/o/{name}`],
    'same file',
  ],
  ['all names in one file', (at) => ['--format', 'json', '-o', `${at}/o/{name}/../x.json`], 'same file'],
  [
    'lines in the file of one',
    (at) => ['--format', 'json', '-o', `${at}/o/{name}.json`, '--format', 'jsonl', '-o', `${at}/o/b-fail.json`],
    'same file',
  ],
  ['links to one file', (at) => ['--format', 'json', '-o', `${at}/links/{name}`], 'same file'],
  ['an input', (at) => ['--format', 'csv', '-o', `${at}/{name}.csv`], 'also an input'],
  ['an input of another', (at) => ['--format', 'csv', '-o', `${at}/b-fail/{name}.csv`], 'another submission'],
  ['an input inside', (at) => ['--format', 'jsonl', '-o', `${at}/b-fail/streets.csv`], 'also an input'],
  ['what the next reads', (at) => ['--format', 'json', '-o', `${at}/e-empty/{name}.json`], 'another submission'],
])('refused before anything is written: %s', async (_, options, told) => {
  const folder = batchFolder(mixed);
  mkdirSync(join(folder, '.o'));
  for (const name of ['a-pass', 'c-unknown']) {
    mkdirSync(join(folder, '.links'), { recursive: true });
    symlinkSync(join(folder, '.o/same'), join(folder, '.links', name));
  }
  const before = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const args = options(folder).map((option) =>
    option.replace(`${folder}/o/`, `${folder}/.o/`).replace('/links/', '/.links/'),
  );
  const { code, stdout, stderr } = await each(folder, ...args);
  expect({ code, stdout }).toEqual({ code: 64, stdout: '' });
  expect(stderr).toContain(told);
  expect(readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()).toEqual(before);
});

test.each([
  ['--format jsonl', ['--format', 'jsonl']],
  ['{name} in --output', ['--format', 'json', '-o', '{name}.json']],
])('without --each there is no %s', async (_, args) => {
  const { code, stderr } = await runMain(['assess', join(SAMPLES, 'passing'), '--lang', 'en', ...args]);
  expect(code).toBe(64);
  expect(stderr).toContain('only for --each');
});

test('reports of a batch lie beside the data and are neither read nor in the way of the next run', async () => {
  const folder = batchFolder(mixed);
  const args = ['--format', 'json', '-o', join(folder, 'b-fail/{name}.json')];
  const one = join(folder, 'b-fail/');
  const beside = ['--format', 'table', '-o', join(folder, 'z.txt'), '--format', 'jsonl'];
  const first = await each(folder, ...beside);
  expect(await each(folder, ...beside)).toEqual(first);
  const own = ['assess', '--each', one, '--format', 'jsonl', ...args];
  writeFileSync(
    join(folder, 'b-fail/more.csv'),
    '年度,街道,社区代码,社区,无毒社区\n2012,海山街道,440308002001,一社区,是\n',
  );
  const judged = await runMain(own);
  expect(existsSync(join(folder, 'b-fail/b-fail.json'))).toBe(true);
  expect((await runMain(own)).code).toBe(judged.code);
});

test('files that may hold data and are no submission are told on stderr', async () => {
  const { stderr, lines: found } = await lines(batchFolder({ 'a.csv': FILES.pass, 'b.csv.bak': FILES.pass }));
  expect(found).toHaveLength(1);
  expect(stderr).toMatch(/^input\.passed-over {2}.*b\.csv\.bak.*\n$/u);
});

test.each(['zh', 'en'])('the table has a line for each and is 80 columns wide (%s)', async (language) => {
  const folder = batchFolder({
    ...mixed,
    [`${'很长的名字'.repeat(12)}.csv`]: FILES.fail,
    'esc\u001b[31m\n.csv': FILES.pass,
  });
  for (const more of [[], ['--quiet']]) {
    const { stdout } = await runMain(['assess', '--each', folder, '--lang', language, ...more]);
    const [heading, ...rows] = stdout.split('\n');
    expect(rows.slice(7)).toEqual(['', expect.stringMatching(/^(?:报送 7 份|7 submissions)/u), '']);
    for (const row of [heading!, ...rows]) expect(widthOf(row)).toBeLessThanOrEqual(80);
    expect(stdout).not.toMatch(/[\p{Cc}\p{Cf}](?<!\n)/u);
    expect(rows[1]).toMatch(more.length > 0 ? /0 {2}1 {2}0 {2}0$/u : /海山街道/u);
  }
});

test('on a terminal the table is as wide as that, coloured, and never mixed with the progress', async () => {
  const { io, clock, out, err } = fakeIo({ stdout: { isTTY: true, columns: 120 }, stderr: { isTTY: true } });
  const slow = { ...io, now: ticking(clock) };
  await main(['assess', '--each', batchFolder(mixed), '--lang', 'en'], slow);
  expect(out()).toContain('\u001b[32m✓ pass');
  expect(out()).toContain('海山街道: model');
  expect(err()).toContain('of 5 submissions judged');
  expect(err().endsWith('\r\u001b[K')).toBe(true);
});

test('an interrupt leaves whole lines and says how far it came', async () => {
  const { io, clock, out, err, interrupt } = fakeIo();
  let written = 0;
  const stdout = Object.assign(io.stdout, {});
  const write = stdout.write.bind(stdout);
  stdout.write = (text: string | Uint8Array, done: (error?: Error | null) => void) => {
    if (++written === 2) interrupt();
    return write(text, done);
  };
  const code = await main(['assess', '--each', batchFolder(mixed), '--format', 'jsonl', '--lang', 'en'], {
    ...io,
    stdout,
    now: ticking(clock),
  });
  expect(code).toBe(130);
  expect(assertLines(out()).length).toBeGreaterThan(0);
  expect(assertLines(out()).length).toBeLessThan(5);
  expect(err()).toMatch(/^streetcheck: Interrupted: \d of 5 submissions are judged/u);
});

test('when nobody reads any further the run ends', async () => {
  const { io, clock } = fakeIo({ stdoutFailure: { code: 'EPIPE', room: 1 } });
  const tick = ticking(clock);
  let asked = 0;
  const now = () => {
    asked++;
    return tick();
  };
  const many: Tree = Object.fromEntries(Array.from({ length: 200 }, (_, at) => [`${at}.csv`, FILES.pass]));
  expect(await main(['assess', '--each', batchFolder(many), '--format', 'jsonl'], { ...io, now })).toBe(0);
  expect(asked).toBeLessThan(200);
});

test('what a line and a report have in common is described alike', () => {
  const [line, report] = [schemaFile('submission'), schemaFile('report')];
  expect(line.properties.totals).toEqual(report.properties.totals);
  expect(line.properties.ruleset).toEqual(report.properties.ruleset);
  for (const name of ['result', 'text', 'sha256', 'place', 'diagnostic'])
    expect(line.$defs[name]).toEqual(report.$defs[name]);
});

test('every object that the schema describes is closed', () => {
  const open: string[] = [];
  const visit = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return;
    const node = value as Record<string, unknown>;
    if (node.type === 'object' && node.additionalProperties === undefined && !path.includes('/if/')) open.push(path);
    for (const [key, inner] of Object.entries(node)) visit(inner, `${path}/${key}`);
  };
  visit(schemaFile('submission'), '');
  expect(open).toEqual([]);
});

test('workbooks of an earlier run, in a submission or beside them, are no submissions and are written again', async () => {
  const folder = batchFolder({ 'a/x.csv': FILES.pass, 'b/y.csv': FILES.fail });
  for (const output of ['{name}/{name}.xlsx', '{name}.xlsx']) {
    const run = () => each(folder, '-o', join(folder, output));
    expect((await run()).code).toBe(1);
    expect(await run()).toMatchObject({ code: 1, stderr: '' });
  }
  expect((await lines(folder)).lines.map(({ name }) => name)).toEqual(['a', 'b']);
});
