import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What each part of src may import, besides itself. The stages know nothing of each other. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  model: [],
  diagnostics: ['model'],
  // The same syntax in two trades: a ruleset document, and a submission.
  yaml: [],
  ruleset: ['model', 'diagnostics', 'yaml'],
  intake: ['model', 'diagnostics', 'yaml'],
  // The rows and their places are intake's.
  records: ['model', 'diagnostics', 'intake'],
  tally: ['model'],
  judge: ['model'],
  // What decided a record is the tally's to say.
  plan: ['model', 'tally'],
  // Sizes, bounds and the draw itself, in integers. What a condition says of a unit is the tally's to say.
  sample: ['model', 'tally'],
  // Around it: the register that is drawn from, and the filled form that comes back, read as intake reads anything.
  'spot-check': [
    'assess.ts',
    'model',
    'diagnostics',
    'intake',
    'records',
    'ruleset',
    'saved',
    'form',
    'report',
    'sample',
  ],
  // Between the stages: from tallies of records to judged subjects.
  submission: ['model', 'diagnostics', 'records', 'tally', 'judge'],
  // Workbooks as they are written, whatever they hold.
  workbook: ['model'],
  // Of a batch it knows what is said of each submission.
  report: ['model', 'diagnostics', 'batch', 'workbook'],
  // Filled in from records; from report the width of texts, and how a cell is kept from being a formula.
  form: ['model', 'diagnostics', 'records', 'report', 'workbook'],
  // A report as input: opened as intake opens files, its figures judged again.
  // From report only the sentences that a saved report must hold.
  saved: ['model', 'diagnostics', 'ruleset', 'intake', 'judge', 'report'],
  // A saved report held against a run of its own.
  verify: ['assess.ts', 'model', 'diagnostics', 'intake', 'saved', 'report'],
  'assess.ts': ['model', 'diagnostics', 'ruleset', 'intake', 'records', 'tally', 'judge', 'submission'],
  // Which submissions there are, and what is said of each in short.
  batch: ['model', 'diagnostics', 'intake'],
  'assess-each.ts': ['assess.ts', 'batch', 'model', 'ruleset'],
  // A submission as it was read, what is wrong marked in it; the labels of its choices are those of forms.
  correction: ['assess.ts', 'model', 'diagnostics', 'intake', 'report', 'form', 'workbook'],
  'plan.ts': ['assess.ts', 'model', 'plan'],
  // A submission filled in where it lies: read as assess does, asked what a plan would ask, its cells changed in place.
  audit: ['assess.ts', 'model', 'diagnostics', 'yaml', 'intake', 'records', 'plan'],
  // From intake only the error of an input that changed while its witnesses were looked up.
  'index.ts': ['assess.ts', 'assess-each.ts', 'batch', 'plan.ts', 'model', 'report', 'intake', 'saved'],
  cli: [
    'assess.ts',
    'assess-each.ts',
    'batch',
    'plan.ts',
    'model',
    'diagnostics',
    'ruleset',
    'intake',
    'records',
    'report',
    'saved',
    'verify',
    // The values of its options are shares, exactly.
    'sample',
    'spot-check',
    'form',
    'workbook',
    'correction',
    'audit',
  ],
  // To compile the rulesets ahead, and the program for `bin/`.
  build: ['ruleset', 'load-program.js'],
};

/** The one file or folder (ending in `/`) that may import a package. */
const OWNERS: Readonly<Record<string, readonly string[]>> = {
  ajv: ['src/ruleset/'],
  yaml: ['src/yaml/'],
  'csv-parse': ['src/intake/'],
  // A zip reader and an XML parser, for spreadsheets only.
  yauzl: ['src/intake/xlsx/archive.ts'],
  saxen: ['src/intake/xlsx/xml.ts'],
  chalk: ['src/report/'],
  'cli-table3': ['src/report/'],
  commander: ['src/cli/'],
  inquirer: ['src/cli/'],
  rolldown: ['src/build/'],
  preact: ['src/report/html/'],
  'preact-render-to-string': ['src/report/html/markup.ts'],
  '@observablehq/plot': ['src/report/html/share-plot.ts'],
  linkedom: ['src/report/html/share-plot.ts'],
  '@noble/hashes': ['src/report/html/digest.ts'],
};

/** Pure parts: no files, no clock, no process, so that the same input always gives the same answer. */
const PURE = ['model', 'diagnostics', 'tally', 'judge', 'plan', 'sample', 'report'];
const IMPURE = /\b(?:process|globalThis|performance|setTimeout|setInterval|setImmediate)\b|\bDate\b|Math\.random/;
const IMPORT =
  /^import\s+(?:[^;'"]*?\bfrom\s*)?'([^']+)'|^export\s+(?:type\s+)?[*{][^;'"]*?\bfrom\s*'([^']+)'|\bimport\s*\(\s*'([^']+)'/gm;

interface Source {
  /** From the root, with `/`. */
  readonly path: string;
  readonly text: string;
}

const listSources = (folder: string): Source[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.[jt]sx?$/.test(name))
    .map((name) => posix.join(folder, name.split(sep).join('/')))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|(?<![:'"`])\/\/.*$/gm, '');
const withoutStrings = (text: string) => text.replace(/'(?:[^'\\\n]|\\.)*'/g, "''");
const partOf = (path: string): string => path.split('/')[1] ?? '';
const importsOf = ({ text }: Source): string[] =>
  [...withoutComments(text).matchAll(IMPORT)].map((found) => (found[1] ?? found[2] ?? found[3])!);
const packageOf = (name: string): string =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');

const wrongArrows = (source: Source): string[] =>
  importsOf(source)
    .filter((name) => name.startsWith('.'))
    .map((name) => posix.join(posix.dirname(source.path), name))
    .filter(
      (target) => partOf(target) !== partOf(source.path) && !ARROWS[partOf(source.path)]?.includes(partOf(target)),
    )
    .map((target) => `${source.path} must not import ${target}: see the table of arrows`);

const wrongPackages = (source: Source): string[] =>
  importsOf(source)
    .filter((name) => !name.startsWith('.') && !name.startsWith('node:'))
    .map(packageOf)
    .filter(
      (name) =>
        !OWNERS[name]?.some((owner) => source.path === owner || (owner.endsWith('/') && source.path.startsWith(owner))),
    )
    .map((name) => `${source.path} must not import ${name}: it belongs to ${OWNERS[name]?.join(', ') ?? 'nobody'}`);

const impurities = (source: Source): string[] => {
  if (!PURE.includes(partOf(source.path))) return [];
  const outside = importsOf(source).filter((name) => name.startsWith('node:'));
  const used = IMPURE.exec(withoutStrings(withoutComments(source.text)))?.[0];
  return [...outside, ...(used === undefined ? [] : [used])].map(
    (name) => `${source.path} must not use ${name}: it is pure`,
  );
};

const exits = (source: Source): string[] =>
  /process\s*\.\s*exit\s*\(/.test(withoutComments(source.text))
    ? [`${source.path} must set process.exitCode instead`]
    : [];

const sources = listSources('src');

test.each([
  ['imports follow the arrows', wrongArrows],
  ['every package has one owner', wrongPackages],
  ['the pure parts are pure', impurities],
])('%s', (_, check) => {
  expect(sources.flatMap(check)).toEqual([]);
});

test('process.exit appears nowhere', () => {
  expect([...sources, ...listSources('bin')].flatMap(exits)).toEqual([]);
});

test('every part of src is in the table of arrows', () => {
  const parts = readdirSync(join(root, 'src')).filter((name) => !(name in ARROWS));
  expect(parts).toEqual([]);
});

test('no arrow is wider than needed', () => {
  const used = new Set(
    sources.flatMap((source) =>
      importsOf(source).map(
        (name) => `${partOf(source.path)} → ${partOf(posix.join(posix.dirname(source.path), name))}`,
      ),
    ),
  );
  const arrows = Object.entries(ARROWS).flatMap(([from, targets]) => targets.map((to) => `${from} → ${to}`));
  expect(arrows.filter((arrow) => !used.has(arrow))).toEqual([]);
});

test('the table of contents names every folder of src', () => {
  const [contents = ''] =
    /\/\*\*\n \* From the inputs[\s\S]*?\*\//.exec(readFileSync(join(root, 'src/assess.ts'), 'utf8')) ?? [];
  const folders = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).filter((name) => !contents.includes(`\`${name}/\``))).toEqual([]);
});

test('chalk, cli-table3 and yaml are each imported by one file of a folder', () => {
  for (const name of ['chalk', 'cli-table3', 'yaml']) {
    const files = sources.filter((source) => importsOf(source).map(packageOf).includes(name)).map(({ path }) => path);
    const folders = files.map((path) => posix.dirname(path));
    expect(folders, `${name}: ${files.join(', ')}`).toEqual([...new Set(folders)]);
  }
});

test.each([
  ['a stage that imports another', wrongArrows, 'src/tally/x.ts', "import { read } from '../intake/read.ts';"],
  ['a stage that loads another later', wrongArrows, 'src/judge/x.ts', "await import('../report/x.ts')"],
  ['a model that imports anything', wrongArrows, 'src/model/x.ts', "export * from '../diagnostics/x.ts';"],
  ['a part that is not in the table', wrongArrows, 'src/new/x.ts', "import '../model/x.ts';"],
  ['a package outside its owner', wrongPackages, 'src/judge/x.ts', "import { Ajv2020 } from 'ajv/dist/2020.js';"],
  ['a package that nobody owns', wrongPackages, 'src/cli/x.ts', "import pad from 'left-pad';"],
  ['a file read in a pure part', impurities, 'src/report/x.ts', "import { readFileSync } from 'node:fs';"],
  ['a clock in a pure part', impurities, 'src/tally/x.ts', 'const now = Date.now();'],
  ['an exit', exits, 'src/cli/x.ts', 'process.exit(1);'],
])('the checks find %s', (_, check, path, text) => {
  expect(check({ path, text })).toHaveLength(1);
  expect(check({ path, text: `// ${text}` })).toEqual([]);
});
