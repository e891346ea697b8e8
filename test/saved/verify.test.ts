import { appendFileSync, cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { writeRuleset } from '../ruleset/write-ruleset.ts';
import { runMain } from '../samples/run-main.ts';
import { transcript } from '../samples/transcript.ts';
import { YANTIAN, yantianReport } from './yantian-report.ts';

/** A run of the version that made the report, in a folder that holds it as `r.json` beside the data, `data`. */
interface World {
  readonly folder: string;
  readonly data: (name: string) => string;
  readonly edit: (found: string | RegExp, replacement: string) => void;
  readonly verify: (options?: readonly string[], version?: string) => ReturnType<typeof runMain>;
}

const world = async (sample = YANTIAN, options: readonly string[] = []): Promise<World> => {
  const folder = mkdtempSync(join(tmpdir(), 'streetcheck-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const [report, data] = [join(folder, 'r.json'), join(folder, 'data')];
  cpSync(sample, data, { recursive: true });
  const json =
    sample === YANTIAN && options.length === 0
      ? yantianReport
      : (await runMain(['assess', data, ...options, '--format', 'json'], '', '1.0.0')).stdout;
  writeFileSync(report, json);
  return {
    folder,
    data: (name) => join(data, name),
    edit: (found, replacement) => {
      const text = readFileSync(report, 'utf8');
      expect(text).toMatch(found);
      writeFileSync(report, text.replace(found, replacement));
    },
    verify: (more = [], version = '1.0.0') => runMain(['verify', report, data, ...more], '', version),
  };
};

interface Answer {
  readonly reproduced: boolean;
  readonly causes: readonly Readonly<Record<string, unknown>>[];
}

const answer = async ({ verify }: World, options: readonly string[] = [], version = '1.0.0') => {
  const { code, stdout, stderr } = await verify([...options, '--format', 'json'], version);
  expect(stderr).toBe('');
  const { reproduced, causes } = JSON.parse(stdout) as Answer;
  expect({ reproduced, code }).toEqual(
    causes.length === 0 ? { reproduced: true, code: 0 } : { reproduced: false, code: 1 },
  );
  return causes;
};

const SHA = expect.stringMatching(/^[0-9a-f]{64}$/);

test.each([
  ['as it is', YANTIAN, []],
  ['with options', YANTIAN, ['--street', '梅沙街道', '--witnesses', '1', '--year', '2012', '--encoding', 'utf-8']],
  ['every witness', YANTIAN, ['--witnesses', '0']],
  ['refused data', 'samples/invalid', []],
  ['refused data, taken as unknown', 'samples/invalid', ['--on-invalid', 'unknown']],
  ['a year that is not there', YANTIAN, ['--year', '1999']],
  ['another encoding', 'samples/office-gb18030', []],
  ['one file', 'samples/nested-yaml', []],
])('reproduced byte for byte: %s', async (_, sample, options) => {
  expect(await answer(await world(sample, options))).toEqual([]);
});

const OTHER_RULES = ['ruleset.yaml', 'version: 1.0.0', 'version: 1.0.1'] as const;
const ruleset = { id: 'yantian-2011', version: '1.0.0', sha256: SHA };

const changed = (path: string) => ({ kind: 'data', change: 'changed', path, recorded: SHA, found: SHA });
const option = (name: string, recorded: unknown, reproduces: unknown) => ({
  kind: 'option',
  option: name,
  recorded,
  reproduces,
});

test.each<[string, (world: World) => void, object[]]>([
  ['an input changed', ({ data }) => appendFileSync(data('streets.csv'), '\n'), [changed('streets.csv')]],
  [
    'a cell changed',
    ({ data }) =>
      writeFileSync(data('streets.csv'), readFileSync(data('streets.csv'), 'utf8').replace('不达标', '达标')),
    [changed('streets.csv')],
  ],
  [
    'an input is gone',
    ({ data }) => rmSync(data('streets.csv')),
    [{ kind: 'data', change: 'missing', path: 'streets.csv', sha256: SHA }],
  ],
  [
    'an input more',
    ({ data }) => writeFileSync(data('more.csv'), '年度,街道代码,街道名称\n'),
    [{ kind: 'data', change: 'extra', path: 'more.csv', sha256: SHA }],
  ],
  [
    'an input renamed',
    ({ data }) => renameSync(data('streets.csv'), data('a.csv')),
    [{ kind: 'data', change: 'renamed', path: 'streets.csv', found: 'a.csv' }],
  ],
  ['a file beside them', ({ data }) => writeFileSync(data('letter.docx'), ''), [{ kind: 'data', change: 'beside' }]],
  [
    'a recorded hash',
    ({ edit }) => edit(/("table": "streets"[\s\S]*?"sha256": ")[0-9a-f]{4}/, '$10000'),
    [changed('streets.csv')],
  ],
  ['witnesses', ({ edit }) => edit('"witnesses": 20', '"witnesses": 2'), [option('witnesses', 2, 20)]],
  ['all witnesses', ({ edit }) => edit('"witnesses": 20', '"witnesses": 0'), [option('witnesses', 0, 20)]],
  ['the year', ({ edit }) => edit('"year": null', '"year": 2011'), [option('year', 2011, 2012)]],
  [
    'the encoding',
    ({ edit }) => edit('"encoding": null', '"encoding": "utf-16le"'),
    [option('encoding', 'utf-16le', null)],
  ],
  [
    'the street',
    ({ edit }) => edit('"subjects": []', '"subjects": ["梅沙街道"]'),
    [option('subjects', ['梅沙街道'], [])],
  ],
  [
    'the command',
    ({ edit }) => edit('"command": "assess"', '"command": "validate"'),
    [option('command', 'validate', 'assess')],
  ],
  [
    'two options',
    ({ edit }) => {
      edit('"witnesses": 20', '"witnesses": 3');
      edit('"year": null', '"year": 2010');
    },
    [option('witnesses', 3, 20), option('year', 2010, 2012)],
  ],
  [
    'the version of the tool',
    ({ edit }) => edit('"tool": "1.0.0"', '"tool": "0.9.0"'),
    [{ kind: 'tool', recorded: '0.9.0', found: '1.0.0', rest: null }],
  ],
  [
    'a figure',
    ({ edit }) => edit('"met": 8', '"met": 9'),
    [{ kind: 'report', line: 80, recorded: '     "met": 9,', computed: '     "met": 8,' }],
  ],
  [
    'a name',
    ({ edit }) => edit('"name": "梅沙街道"', '"name": "梅沙"'),
    [{ kind: 'report', line: expect.any(Number), recorded: '   "name": "梅沙",', computed: '   "name": "梅沙街道",' }],
  ],
  [
    'the last verdict taken away',
    ({ edit }) => edit('"verdict": "fail"', '"verdict": "pass"'),
    [{ kind: 'report', line: expect.any(Number), recorded: ' "verdict": "pass",', computed: ' "verdict": "fail",' }],
  ],
  [
    'the layout',
    ({ edit }) => edit(/$/, '\n'),
    [{ kind: 'layout', line: expect.any(Number), recorded: '', computed: '' }],
  ],
  [
    'a byte order mark',
    ({ edit }) => edit(/^/, '\ufeff'),
    [{ kind: 'layout', line: 1, recorded: '\ufeff{', computed: '{' }],
  ],
  [
    'a figure and the version',
    ({ edit }) => {
      edit('"met": 8', '"met": 9');
      edit('"tool": "1.0.0"', '"tool": "0.9.0"');
    },
    [
      {
        kind: 'tool',
        recorded: '0.9.0',
        found: '1.0.0',
        rest: { line: 80, recorded: '     "met": 9,', computed: '     "met": 8,' },
      },
    ],
  ],
  [
    'an option and the version',
    ({ edit }) => {
      edit('"witnesses": 20', '"witnesses": 1');
      edit('"tool": "1.0.0"', '"tool": "0.9.0"');
    },
    [option('witnesses', 1, 20), { kind: 'tool', recorded: '0.9.0', found: '1.0.0', rest: null }],
  ],
  [
    'data and version',
    ({ data, edit }) => {
      appendFileSync(data('compounds.csv'), '\n');
      rmSync(data('streets.csv'));
      edit('"tool": "1.0.0"', '"tool": "0.9.0"');
    },
    [
      changed('compounds.csv'),
      { kind: 'data', change: 'missing', path: 'streets.csv', sha256: SHA },
      { kind: 'tool', recorded: '0.9.0', found: '1.0.0', rest: null },
    ],
  ],
])('what differs is named, and only that: %s', async (_, plant, causes) => {
  const planted = await world();
  plant(planted);
  expect(await answer(planted)).toEqual(causes);
});

test.each<[string, (world: World) => void, object[]]>([
  ['alone', () => undefined, []],
  ['with data', ({ data }) => appendFileSync(data('streets.csv'), '\n'), [changed('streets.csv')]],
])('another ruleset is named: %s', async (_, plant, causes) => {
  const planted = await world();
  plant(planted);
  const found = { ...ruleset, version: '1.0.1' };
  expect(await answer(planted, ['--rules', writeRuleset(OTHER_RULES)])).toEqual([
    ...causes,
    { kind: 'ruleset', recorded: ruleset, found },
  ]);
});

test.each([
  ['what was refused is taken as unknown', ['--on-invalid', 'refuse'], 'refuse', 'unknown'],
  ['what was taken as unknown is refused', ['--on-invalid', 'unknown'], 'unknown', 'refuse'],
])('the treatment of invalid values is named: %s', async (_, given, made, claimed) => {
  const planted = await world();
  const streets = readFileSync(planted.data('streets.csv'), 'utf8');
  writeFileSync(planted.data('streets.csv'), streets.replace('不达标', '不清楚'));
  const { stdout } = await runMain(['assess', planted.data(''), ...given, '--format', 'json'], '', '1.0.0');
  writeFileSync(join(planted.folder, 'r.json'), stdout);
  planted.edit(`"onInvalid": "${made}"`, `"onInvalid": "${claimed}"`);
  expect(await answer(planted)).toEqual([option('onInvalid', claimed, made)]);
});

test('streets that were left out are noticed', async () => {
  const planted = await world(YANTIAN, ['--street', '梅沙街道', '--street', '440308003']);
  planted.edit(/"subjects": \[[^\]]*\]/, '"subjects": []');
  expect(await answer(planted)).toEqual([option('subjects', [], ['440308001', '440308003'])]);
});

test('a report of another version of the tool that is installed', async () => {
  const causes = await answer(await world(), [], '2.0.0');
  expect(causes).toEqual([{ kind: 'tool', recorded: '1.0.0', found: '2.0.0', rest: null }]);
});

test('a report that lies among its own inputs is no change of them', async () => {
  const planted = await world();
  const path = planted.data('r.json');
  writeFileSync(path, yantianReport);
  expect(await runMain(['verify', path, planted.data('')], '', '1.0.0')).toMatchObject({ code: 0, stderr: '' });
});

test('notes on what lies beside the data are the same wherever the folder stands', async () => {
  const { folder, data } = await world();
  writeFileSync(data('old.json'), yantianReport);
  const { stdout } = await runMain(['assess', data(''), '--format', 'json'], '', '1.0.0');
  writeFileSync(join(folder, 'r.json'), stdout);
  const moved = join(folder, 'elsewhere', 'moved');
  cpSync(data(''), moved, { recursive: true });
  expect(stdout).toContain('input.saved-report');
  expect(await runMain(['verify', join(folder, 'r.json'), moved], '', '1.0.0')).toMatchObject({ code: 0 });
});

test.each([
  ['the files one by one, in another order', ['streets.csv', 'compounds.csv', 'communities.csv']],
  ['with their tables', ['compounds=compounds.csv', 'streets.csv', 'communities.csv']],
])('inputs are found by their recorded path: %s', async (_, names) => {
  const { folder, data } = await world();
  const paths = names.map((name) => name.replace(/[^=]+$/, (file) => data(file)));
  expect(await runMain(['verify', join(folder, 'r.json'), ...paths], '', '1.0.0')).toMatchObject({
    code: 0,
    stderr: '',
  });
});

test('a folder is put in the order in which files were given', async () => {
  const planted = await world();
  const paths = ['streets.csv', 'communities.csv', 'compounds.csv'].map(planted.data);
  const { stdout } = await runMain(['assess', ...paths, '--format', 'json'], '', '1.0.0');
  writeFileSync(join(planted.folder, 'r.json'), stdout);
  expect(await answer(planted)).toEqual([]);
});

const yaml = readFileSync('samples/nested-yaml/register.yaml', 'utf8');

test('data from standard input is read once, however often it is judged', async () => {
  const { folder, edit } = await world();
  const { stdout } = await runMain(['assess', '-', '--format', 'json'], yaml, '1.0.0');
  const report = join(folder, 'r.json');
  writeFileSync(report, stdout);
  expect(await runMain(['verify', report, '-'], yaml, '1.0.0')).toMatchObject({ code: 0 });
  edit('"year": null', '"year": 2010');
  const { code, stdout: told } = await runMain(['verify', report, '-', '--format', 'json'], yaml, '1.0.0');
  expect({ code, causes: JSON.parse(told).causes }).toEqual({ code: 1, causes: [option('year', 2010, 2012)] });
});

test('the report comes from standard input', async () => {
  expect(await runMain(['verify', '-', YANTIAN], yantianReport, '1.0.0')).toMatchObject({ code: 0 });
});

test('report and data cannot both come from standard input', async () => {
  const { code, stderr } = await runMain(['verify', '-', 'compounds=-', '--lang', 'en'], yantianReport);
  expect(code).toBe(64);
  expect(stderr).toContain('not both');
});

test.each<[string, (world: World) => void, readonly string[], number, string]>([
  ['no report', ({ folder }) => rmSync(join(folder, 'r.json')), [], 66, 'report.unreadable'],
  ['a report cut in half', ({ edit }) => edit(/[\s\S]{9000}$/, ''), [], 65, 'report.syntax'],
  ['no count at all', ({ edit }) => edit('"met": 8', '"met": "8"'), [], 65, 'report.invalid'],
  ['no data', ({ data }) => rmSync(data(''), { recursive: true }), [], 66, 'input.not-found'],
  ['no ruleset', () => undefined, ['--rules', 'nowhere'], 66, 'ruleset.not-found'],
  [
    'a ruleset that is not bundled',
    ({ edit }) => edit('"id": "yantian-2011"', '"id": "x"'),
    [],
    66,
    'report.needs-ruleset',
  ],
  ['an invalid ruleset', () => undefined, ['--rules', 'rules/yantian-2011/cases.yaml'], 78, 'ruleset.'],
  ['another format', () => undefined, ['--format', 'html'], 64, '--format'],
])('what cannot be verified ends with the exit code of its kind: %s', async (_, plant, options, exit, text) => {
  const planted = await world();
  plant(planted);
  const { code, stdout, stderr } = await planted.verify(options);
  expect({ code, stdout }).toEqual({ code: exit, stdout: '' });
  expect(stderr).toContain(text);
});

const several = async (): Promise<World> => {
  const planted = await world();
  appendFileSync(planted.data('compounds.csv'), '\n');
  renameSync(planted.data('streets.csv'), planted.data('a.csv'));
  rmSync(planted.data('communities.csv'));
  writeFileSync(planted.data('more.csv'), '年度,街道代码,街道名称\n');
  planted.edit('"tool": "1.0.0"', '"tool": "0.9.0"');
  return planted;
};

const edited = async (...edits: readonly [string | RegExp, string][]): Promise<World> => {
  const planted = await world();
  for (const edit of edits) planted.edit(...edit);
  return planted;
};

const answers: [string, () => Promise<World>, (() => readonly string[])?][] = [
  ['reproduced', () => world()],
  ['several', several, () => ['--rules', writeRuleset(OTHER_RULES)]],
  ['options', () => edited(['"witnesses": 20', '"witnesses": 3'], ['"subjects": []', '"subjects": ["梅沙街道"]'])],
  ['command', () => edited(['"command": "assess"', '"command": "validate"'])],
  ['tool', () => edited(['"tool": "1.0.0"', '"tool": "0.9.0"'])],
  [
    'tool-and-more',
    () => edited(['"tool": "1.0.0"', '"tool": "0.9.0"'], ['"name": "梅沙街道"', '"name": "\\u001b[31m"']),
  ],
  ['altered', () => edited(['"met": 8', '"met": 9'])],
  ['layout', () => edited([/^/, '\ufeff'])],
  [
    'beside',
    async () => {
      const planted = await world();
      writeFileSync(planted.data('letter.docx'), '');
      return planted;
    },
  ],
];
const languages = answers.flatMap(([name, plant, rules]) =>
  ['zh', 'en'].map((lang) => [name, lang, plant, rules] as const),
);

test.each(languages)('the answer for people: %s in %s', async (name, lang, plant, rules = () => []) => {
  const planted = await plant();
  const run = await planted.verify([...rules(), '--lang', lang]);
  const stdout = run.stdout.replaceAll(`${planted.folder}/`, '');
  const argv = ['verify', 'r.json', 'data', ...(rules().length > 0 ? ['--rules', 'rules'] : []), '--lang', lang];
  const { widthOf } = await import('../../src/model/width.ts');
  expect(stdout.split('\n').filter((line) => widthOf(line) > 80)).toEqual([]);
  await expect(transcript(argv, { ...run, stdout })).toMatchFileSnapshot(`golden/${name}.${lang}.md`);
});
