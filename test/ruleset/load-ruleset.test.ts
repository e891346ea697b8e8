import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadRuleset } from '../../src/ruleset/load-ruleset.ts';
import { type Edit, writeRuleset, YANTIAN } from './write-ruleset.ts';

const load = async (where: string) => {
  const loaded = await loadRuleset(where);
  if ('ruleset' in loaded) return { refusal: null, found: [] };
  const found = loaded.diagnostics.map(
    ({ code, place, text }) => `${place?.path}:${place?.line}:${place?.column} ${code} ${text}`,
  );
  return { refusal: loaded.refusal, found };
};

/** Where a text stands in a file of the ruleset as edited; the place is looked up by other means than the loader's. */
const placeIn = (folder: string, file: string, text: string, from = ''): string => {
  const source = readFileSync(join(folder, file), 'utf8');
  const at = source.indexOf(text, source.indexOf(from));
  const before = source.slice(0, at).split('\n');
  return `${file}:${before.length}:${(before.at(-1) ?? '').length + 1}`;
};

const MAIN = 'ruleset.yaml';
const MODEL = 'level: { const: model }';
const FIRST_COMPARE = 'compare: { sum: [criminalCases], atMost: [criminalCasesPrevious] }';
const STREET = 'street.schema.yaml';
const STREET_KEY = `  code: { type: string, format: code, headings: [街道代码, 街道编号, 街道编码] }
  name: { type: string, format: name`;

test.each<[name: string, edit: Edit, at: string, code: string, text: string | null, from?: string]>([
  ['a misspelt keyword', [MAIN, 'unknowns: [', 'unkowns: ['], 'unkowns', 'unknown-keyword', 'unkowns'],
  [
    'a misspelt keyword of a rule',
    [MAIN, 'clause: 二', 'cluase: 二\n    clause: 二'],
    'cluase',
    'unknown-keyword',
    'cluase',
  ],
  ['a keyword that is none of a condition', [MAIN, MODEL, 'level: { oneOf: [] }'], 'oneOf', 'unknown-keyword', 'oneOf'],
  [
    'a keyword that is none of a field',
    [STREET, 'format: name,', 'fromat: name, format: name,'],
    'fromat',
    'unknown-keyword',
    'fromat',
  ],
  [
    'a field of streets that is called mendable',
    [STREET, 'type: string, format: name,', 'type: string, mendable: true, format: name,'],
    'mendable',
    'wrong-value',
    'mendable',
  ],
  [
    'a text that is called mendable',
    ['compound.schema.yaml', 'evidence: { type: string,', 'evidence: { type: string, mendable: true,'],
    'mendable: true,',
    'wrong-value',
    'mendable',
    'evidence',
  ],
  [
    'a field that is called not mendable',
    ['compound.schema.yaml', 'mendable: true', 'mendable: false'],
    'false',
    'wrong-value',
    'false',
  ],
  ['a missing keyword', [MAIN, 'version: 1.0.0\n', ''], '$schema', 'missing-keyword', null, '\n$schema'],
  [
    'a compare without a bound',
    [MAIN, FIRST_COMPARE, 'compare: { sum: [criminalCases] }'],
    'compare',
    'missing-keyword',
    null,
    '- compare',
  ],
  [
    'a rule without its clause',
    [MAIN, '    clause: 二\n', ''],
    'model-compounds:',
    'missing-keyword',
    null,
    '\nproperties:',
  ],
  ['a wrong word', [MAIN, 'scope: district', 'scope: city'], 'city', 'wrong-value', 'city', 'scope: city'],
  [
    'a veto for the district',
    [MAIN, 'scope: street', 'scope: district'],
    'district',
    'wrong-value',
    'district',
    'scope: district',
  ],
  ['a target beyond 100', [MAIN, 'atLeast: 80', 'atLeast: 101'], '101', 'wrong-value', '101', 'atLeast'],
  ['a target that is a text', [MAIN, 'atLeast: 80', "atLeast: '80'"], "'80'", 'wrong-value', '80', 'atLeast'],
  [
    'a target with seven places',
    [MAIN, 'atLeast: 80', 'atLeast: 80.0000001'],
    '80.0000001',
    'wrong-value',
    '80.0000001',
    'atLeast',
  ],
  [
    'a target that a double would round to 80',
    [MAIN, 'atLeast: 80', 'atLeast: 80.00000000000000000001'],
    '80.0',
    'wrong-value',
    '80.00000000000000000001',
    'atLeast',
  ],
  ['an unknown field in a condition', [MAIN, MODEL, 'grade: { const: model }'], 'grade: {', 'unknown-field', 'grade'],
  ['an unknown field in compare', [MAIN, 'sum: [criminalCases]', 'sum: [crimes]'], 'crimes', 'unknown-field', 'crimes'],
  [
    'an unknown field in counted',
    [MAIN, 'met: modelCompounds', 'met: models'],
    'models',
    'unknown-field',
    'models',
    'met: models',
  ],
  [
    'an unknown field of a veto',
    [MAIN, 'field: stability', 'field: stable'],
    'stable',
    'unknown-field',
    'stable',
    'field: stable',
  ],
  ['a key in a condition', [MAIN, MODEL, 'name: { const: 一村 }'], 'name: { const', 'key-field', 'name'],
  ['a parent in a condition', [MAIN, MODEL, 'streetCode: { enum: ["1"] }'], 'streetCode', 'key-field', 'streetCode'],
  [
    'a key below not',
    [MAIN, MODEL, 'level: { const: model } }, not: { properties: { community: { const: 甲 } }'],
    'community: {',
    'key-field',
    'community',
  ],
  ['a key in compare', [MAIN, 'sum: [criminalCases]', 'sum: [year]'], 'year', 'key-field', 'year', 'sum: [year'],
  ['a key of a veto', [MAIN, 'field: stability', 'field: district'], 'district', 'key-field', 'district', 'field: dis'],
  ['a key of a street', [MAIN, 'verdict: { const: pass }', 'name: { const: 甲 }'], 'name: {', 'key-field', 'name'],
  [
    'a field that is no count in compare',
    [MAIN, 'sum: [criminalCases]', 'sum: [drugFree]'],
    'drugFree',
    'wrong-value',
    'drugFree',
    'sum: [drugFree',
  ],
  [
    'a field that is no count in counted',
    [MAIN, 'met: modelCompounds', 'met: stability'],
    'stability',
    'wrong-value',
    'stability',
    'met: stability',
  ],
  ['a limit on a field that is no number', [MAIN, MODEL, 'level: { minimum: 3 }'], 'minimum', 'wrong-value', 'minimum'],
  ['an impossible value', [MAIN, MODEL, 'level: { const: modle }'], 'modle', 'impossible-value', 'modle'],
  [
    'an impossible value in a list',
    [MAIN, MODEL, 'level: { enum: [model, modle] }'],
    'modle',
    'impossible-value',
    'modle',
  ],
  [
    'an impossible value below not',
    [MAIN, MODEL, 'level: { not: { const: modle } }'],
    'modle',
    'impossible-value',
    'modle',
  ],
  [
    'an impossible value of a veto',
    [MAIN, 'field: stability\n    const: pass', 'field: stability\n    const: passed'],
    'passed',
    'impossible-value',
    'passed',
    'const: passed',
  ],
  ['labels of no value', [STREET, 'pass: [达标', 'passed: [达标'], 'passed', 'impossible-value', 'passed'],
  [
    'a label of two values',
    [STREET, 'fail: [不达标', 'fail: [达标, 不达标'],
    '达标, 不达标',
    'duplicate-key',
    '达标',
    'fail: [达标',
  ],
  [
    'a share without an indicator',
    [MAIN, '  case-trend:\n    label', '  cases-trend:\n    label'],
    'cases-trend',
    'unknown-indicator',
    'cases-trend',
  ],
  [
    'a share of streets for a street',
    [MAIN, 'scope: district', 'scope: street'],
    'street',
    'wrong-value',
    'street',
    'scope: street\n    share',
  ],
  ['a duplicate key', [MAIN, 'from: 2012', 'from: 2012\nfrom: 2013'], 'from: 2013', 'duplicate-key', 'from'],
  [
    'a duplicate rule',
    [MAIN, '  safe-civilized-communities:\n    label', '  model-compounds:\n    label'],
    'model-compounds',
    'duplicate-key',
    'model-compounds',
    'model-compounds:\n    label: { zh: 安全文明社区',
  ],
  [
    'an absolute file name',
    [MAIN, 'records: street.schema.yaml', 'records: /etc/hosts'],
    '/etc/hosts',
    'outside-folder',
    '/etc/hosts',
  ],
  [
    'a file name that climbs',
    [MAIN, 'records: street.schema.yaml', 'records: ../x.yaml'],
    '../x.yaml',
    'outside-folder',
    '../x.yaml',
  ],
  [
    'a file name that climbs the Windows way',
    [MAIN, 'records: street.schema.yaml', 'records: ..\\x.yaml'],
    '..\\x.yaml',
    'outside-folder',
    '..\\x.yaml',
  ],
  ['a drive', [MAIN, 'records: street.schema.yaml', 'records: C:/x.yaml'], 'C:/x.yaml', 'outside-folder', 'C:/x.yaml'],
  [
    'a heading for two fields',
    [STREET, '[区, 区名称]', '[区, 街道名称（个）]'],
    '街道名称（个）',
    'ambiguous-heading',
    '街道名称（个）',
  ],
  [
    'a heading that is the name of another field',
    [STREET, '[区, 区名称]', '[区, YEAR]'],
    'YEAR',
    'ambiguous-heading',
    'YEAR',
  ],
  [
    'a table whose records have neither code nor name',
    [STREET, STREET_KEY, STREET_KEY.replaceAll(/, format: \w+/g, '')],
    'properties',
    'missing-field',
    null,
  ],
  ['a year that is a text', [STREET, 'year: { type: integer', 'year: { type: string'], 'year', 'wrong-value', 'year'],
  [
    'a field with a name every object has',
    [STREET, '  compounds: {', '  constructor: {'],
    'constructor',
    'wrong-value',
    'constructor',
  ],
  [
    'a range the wrong way round',
    [MAIN, 'digits: [7, 9], from: 400, to: 599', 'digits: [7, 9], from: 400, to: 399'],
    '399',
    'wrong-value',
    '399',
  ],
])('%s', async (name, edit, at, code, text, from) => {
  const folder = writeRuleset(edit);
  const { refusal, found } = await load(folder);
  const expected = `${placeIn(folder, edit[0], at, from)} ruleset.${code} ${text}`;
  expect(refusal, name).toBe('ruleset');
  expect(found).toContain(expected);
  // Nothing but what follows from it: an unknown name is also a missing one.
  expect(found.length, found.join('\n')).toBeLessThanOrEqual(3);
});

test('all errors of all files come at once, by file and place', async () => {
  const folder = writeRuleset(
    [MAIN, MODEL, 'level: { const: modle }'],
    [MAIN, 'atLeast: 80', 'atLeast: 801'],
    ['community.schema.yaml', 'headings: [无毒社区]', 'heading: [无毒社区]'],
    [STREET, 'type: integer, minimum: 0, headings: [小区总数, 小区数]', 'type: number, headings: [小区总数]'],
  );
  const { found } = await load(folder);
  expect(found.map((line) => line.split(' ').slice(1).join(' '))).toEqual([
    'ruleset.unknown-keyword heading',
    'ruleset.impossible-value modle',
    'ruleset.wrong-value compounds',
    'ruleset.wrong-value 801',
    'ruleset.wrong-value number',
  ]);
});

test('a ruleset as it was written before levels is refused with one word', async () => {
  const text = readFileSync(join(YANTIAN, MAIN), 'utf8');
  const folder = writeRuleset();
  writeFileSync(
    join(folder, MAIN),
    text
      .replace(/^levels:.*?(?=^#|^\w)/ms, 'records: { streets: street.schema.yaml }\n')
      .replaceAll(/of: (\w+)$/gm, 'of: $1s'),
  );
  const found = [`${placeIn(folder, MAIN, 'records')} ruleset.old-records records`];
  expect(await load(folder)).toEqual({ refusal: 'ruleset', found });
});

test('a rule that is neither a share nor a veto', async () => {
  const folder = writeRuleset([MAIN, '    share: { atLeast: 80 }\n', '']);
  expect((await load(folder)).found).toEqual([
    `${placeIn(folder, MAIN, 'model-compounds', '\nproperties:')} ruleset.missing-keyword null`,
  ]);
});

test.each([
  ['an open bracket', 'a: ['],
  ['a tab as indentation', 'a:\n\t- b'],
  ['two documents', 'a: 1\n---\nb: 2'],
  ['a custom tag', 'a: !code x'],
  ['an alias to nothing', 'a: *b'],
  ['a complex key', '? [a]\n: b'],
  [
    'aliases that multiply',
    `a: &a [x]\n${'bcdef'.replace(/./g, (name) => `${name}: &${name} [${`*${String.fromCharCode(name.charCodeAt(0) - 1)},`.repeat(9)}]\n`)}`,
  ],
  ['an alias to itself', 'a: &a [*a]'],
  ['brackets 200,000 deep', '['.repeat(200_000)],
  ['block lists 200,000 deep', '- '.repeat(200_000)],
  ['65 brackets in brackets', `a: ${'['.repeat(65)}${']'.repeat(65)}`],
])('malformed: %s', async (_, text) => {
  const folder = writeRuleset();
  writeFileSync(join(folder, MAIN), text);
  const { refusal, found } = await load(folder);
  expect(refusal).toBe('ruleset');
  expect(found.join('\n')).toMatch(/^ruleset\.yaml:\d+:\d+ ruleset\.syntax/);
});

test('nesting too deep is placed where it begins to be', async () => {
  const folder = writeRuleset();
  writeFileSync(join(folder, MAIN), `# 深\na:\n  ${'['.repeat(100)}`);
  expect((await load(folder)).found).toEqual(['ruleset.yaml:3:66 ruleset.syntax null']);
});

test('bytes that are no UTF-8', async () => {
  const folder = writeRuleset();
  writeFileSync(join(folder, MAIN), Buffer.from([0x69, 0x64, 0xff]));
  expect((await load(folder)).found).toEqual(['ruleset.yaml:1:1 ruleset.syntax null']);
});

test.each([
  ['nothing', ''],
  ['a list', '[]'],
  ['a text', 'ruleset'],
  ['hostile keys', '__proto__: { id: x }\nconstructor: x\nproperties: { __proto__: 1, a: null }\nindicators: [1]'],
])('a ruleset that is %s', async (_, text) => {
  const folder = writeRuleset();
  writeFileSync(join(folder, MAIN), text);
  const { refusal, found } = await load(folder);
  expect(refusal).toBe('ruleset');
  expect(found.length).toBeGreaterThan(0);
});

test('a symbolic link that leaves the folder', async () => {
  const folder = writeRuleset();
  const outside = join(dirname(folder), 'outside.yaml');
  cpSync(join(folder, STREET), outside);
  symlinkSync(outside, join(folder, 'link.yaml'));
  writeFileSync(
    join(folder, MAIN),
    readFileSync(join(folder, MAIN), 'utf8').replace('records: street.schema', 'records: link'),
  );
  expect((await load(folder)).found).toEqual([
    `${placeIn(folder, MAIN, 'link.yaml')} ruleset.outside-folder link.yaml`,
  ]);
});

test.each([
  ['an id that is not bundled', 'atlantis-1999', 'ruleset.not-found'],
  ['a folder without a ruleset', dirname(YANTIAN), 'ruleset.not-found'],
])('%s cannot be opened', async (_, where, code) => {
  const loaded = await loadRuleset(where);
  expect(loaded).toMatchObject({ refusal: 'input', diagnostics: [{ code, params: { known: ['yantian-2011'] } }] });
});

test('a record schema that is not there cannot be opened', async () => {
  const folder = writeRuleset([MAIN, 'records: street.schema.yaml', 'records: streets.yaml']);
  const { refusal, found } = await load(folder);
  expect(refusal).toBe('input');
  expect(found).toEqual([`${placeIn(folder, MAIN, 'streets.yaml')} ruleset.unreadable streets.yaml`]);
});

test('a record schema that is a folder, or too large, cannot be opened', async () => {
  const folder = writeRuleset([MAIN, 'records: street.schema.yaml', 'records: sub']);
  mkdirSync(join(folder, 'sub'));
  writeFileSync(join(folder, 'community.schema.yaml'), '#'.repeat((1 << 20) + 1));
  expect((await load(folder)).refusal).toBe('input');
});

test.each([
  ['its id', () => 'yantian-2011'],
  ['its folder', () => YANTIAN],
  ['its file', () => join(YANTIAN, MAIN)],
])('yantian-2011 loads by %s, with one digest', async (_, where) => {
  const [loaded, again] = [await loadRuleset(where()), await loadRuleset('yantian-2011')];
  if (!('ruleset' in loaded && 'ruleset' in again)) throw new Error(JSON.stringify(loaded));
  expect(loaded.ruleset.id).toBe('yantian-2011');
  expect(loaded.ruleset.sha256).toBe(again.ruleset.sha256);
});

test.each([
  ['spaces', 2],
  ['tabs', '\t'],
])('a ruleset in JSON, indented by %s', async (_, indent) => {
  const folder = join(dirname(writeRuleset()), 'json');
  mkdirSync(folder);
  for (const file of ['ruleset', 'street.schema', 'community.schema', 'compound.schema']) {
    const data = parse(readFileSync(join(YANTIAN, `${file}.yaml`), 'utf8').replaceAll('.schema.yaml', '.schema.json'));
    writeFileSync(join(folder, `${file}.json`), JSON.stringify(data, null, indent));
  }
  expect(await load(folder)).toEqual({ refusal: null, found: [] });
});

test('the digest changes with any byte of any file', async () => {
  const digests = new Set<string>();
  for (const file of [null, MAIN, STREET, 'community.schema.yaml', 'compound.schema.yaml']) {
    const folder = writeRuleset();
    if (file !== null) writeFileSync(join(folder, file), `${readFileSync(join(folder, file), 'utf8')}\n`);
    const loaded = await loadRuleset(folder);
    if ('ruleset' in loaded) digests.add(loaded.ruleset.sha256);
  }
  expect(digests.size).toBe(5);
});
