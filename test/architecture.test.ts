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
  // Workbooks as they are written, whatever they hold.
  workbook: ['model'],
  // Read from the same files as inputs; saved reports and draws are held against the published schemas.
  ruleset: ['model', 'diagnostics', 'yaml', 'intake', 'schema'],
  // The files of this machine, loaded where nobody hands in others.
  intake: ['model', 'diagnostics', 'yaml', 'intake/node'],
  'intake/node': ['intake'],
  // The rows and their places are intake's.
  register: ['model', 'diagnostics', 'intake'],
  // What the register says of each subject, counted and judged.
  judge: ['model', 'diagnostics', 'register'],
  'assess.ts': ['model', 'diagnostics', 'ruleset', 'intake', 'register', 'judge'],
  report: ['model', 'diagnostics', 'workbook'],

  // A folder for each verb: what it does, what it prints, and in `command/` its part of the command line.
  plan: ['assess.ts', 'model', 'report'],
  form: ['model', 'register', 'report', 'workbook'],
  audit: ['assess.ts', 'model', 'diagnostics', 'yaml', 'intake', 'register', 'plan', 'audit/node'],
  sample: [
    ...['assess.ts', 'model', 'diagnostics', 'ruleset', 'intake', 'register', 'report'],
    // Targets are found by plans; a check starts from a form and may start from a saved report.
    ...['plan', 'form', 'saved'],
  ],
  // A report as input: opened as intake opens files, its figures judged again.
  saved: ['assess.ts', 'model', 'diagnostics', 'ruleset', 'intake', 'judge', 'report'],
  batch: ['assess.ts', 'model', 'diagnostics', 'ruleset', 'intake', 'report'],
  // A submission as it was read, what is wrong marked in it.
  correction: ['assess.ts', 'model', 'diagnostics', 'intake', 'report', 'workbook'],

  // What commands share: options, output, failures.
  cli: ['assess.ts', 'model', 'diagnostics', 'intake', 'report'],
  'plan/command': ['plan', 'cli'],
  'form/command': ['form', 'cli', 'assess.ts', 'model', 'register', 'report', 'ruleset', 'workbook'],
  // Files that are written, locks and journals, on this machine.
  'audit/node': ['audit', 'intake/node'],
  'audit/command': ['audit', 'audit/node', 'cli', 'model', 'diagnostics', 'report'],
  'sample/command': [...['sample', 'cli', 'model', 'diagnostics', 'intake', 'intake/node', 'form', 'ruleset']],
  'saved/command': ['saved', 'cli', 'assess.ts', 'model', 'report'],
  'batch/command': ['batch', 'cli', 'model', 'diagnostics', 'intake', 'intake/node', 'report'],
  // The program itself, and the commands that only print what `assess` gives.
  commands: [
    ...['assess.ts', 'model', 'ruleset', 'report', 'correction', 'cli'],
    ...['audit', 'batch', 'form', 'plan', 'sample', 'saved'].map((verb) => `${verb}/command`),
  ],
  // What the verbs say as JSON, as plain data.
  'index.ts': [
    'assess.ts',
    'batch',
    'plan',
    'sample',
    'saved',
    'model',
    'diagnostics',
    'intake',
    'report',
    'ruleset',
    'package.json?raw',
  ],
  // What keeps the compiled program for `bin/`.
  build: ['load-program.js'],
};

const VERBS = ['audit', 'batch', 'form', 'plan', 'sample', 'saved'];

/** The one file or folder (ending in `/`) that may import a package. */
const OWNERS: Readonly<Record<string, readonly string[]>> = {
  ajv: ['src/ruleset/'],
  yaml: ['src/yaml/'],
  'csv-parse': ['src/intake/'],
  // A zip reader and an XML parser, for spreadsheets only.
  yauzl: ['src/intake/node/archive.ts'],
  saxen: ['src/intake/xlsx/xml.ts'],
  // Packs workbooks, and what a journal keeps of a file.
  fflate: ['src/workbook/zip.ts', 'src/audit/journal.ts'],
  chalk: ['src/report/'],
  'cli-table3': ['src/report/'],
  commander: ['src/cli/', 'src/commands/', ...VERBS.map((verb) => `src/${verb}/command/`)],
  inquirer: ['src/audit/command/audit-terminal.ts'],
  rolldown: ['src/build/'],
  'rolldown-plugin-dts': ['src/build/'],
  preact: ['src/report/html/'],
  'preact-render-to-string': ['src/report/html/markup.tsx'],
  '@noble/hashes': ['src/report/html/digest.ts', 'src/sample/draw-units.ts'],
};

/** Pure parts: no files, no clock, no process, so that the same input always gives the same answer. */
const PURE = ['model', 'diagnostics', 'judge', 'plan', 'report'];
const IMPURE = /\b(?:process|globalThis|performance|setTimeout|setInterval|setImmediate)\b|\bDate\b|Math\.random/;
const IMPORT =
  /^import\s+(?:[^;'"]*?\bfrom\s*)?'([^']+)'|^export\s+(?:type\s+)?[*{][^;'"]*?\bfrom\s*'([^']+)'|\bimport\s*\(\s*'([^']+)'/gm;

/** What Node alone has. The rest runs in a browser too: bytes are handed in. */
const NODE = /\b(?:process|Buffer|__dirname)\b(?!-)/;
const ON_NODE = /^src\/(?:cli|commands|build|[a-z]+\/(?:command|node))\//;

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
const partOf = (path: string): string => {
  const [top = '', part = top, inner] = path.split('/');
  return inner === 'command' || inner === 'node' ? `${part}/${inner}` : part;
};
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

/** What a module needs before it runs; what is only a type, or loaded later, is none of it. */
const NEEDED = /^(?:import|export)\s+(?!type\b)(?:[^;'"]*?\bfrom\s*)?'(\.[^']+)'/gm;

/** Each ring of files that need one another, by its paths. */
const circles = (all: readonly Source[]): string[] => {
  const needs = new Map(
    all.map(({ path, text }) => [
      path,
      [...withoutComments(text).matchAll(NEEDED)].map(([, name]) => posix.join(posix.dirname(path), name!)),
    ]),
  );
  const found: string[] = [];
  const done = new Set<string>();
  const follow = (path: string, before: readonly string[]): void => {
    const at = before.indexOf(path);
    if (at >= 0) found.push([...before.slice(at), path].join(' → '));
    if (at >= 0 || done.has(path)) return;
    for (const next of needs.get(path) ?? []) follow(next, [...before, path]);
    done.add(path);
  };
  for (const path of needs.keys()) follow(path, []);
  return found;
};

const boundToNode = (source: Source): string[] => {
  if (ON_NODE.test(source.path)) return [];
  const names = importsOf(source).filter((name) => name.startsWith('node:'));
  const used = NODE.exec(withoutStrings(withoutComments(source.text)))?.[0];
  return names.length > 0 || used !== undefined ? [source.path] : [];
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

test('no file needs itself, through others or not', () => {
  expect(circles(sources)).toEqual([]);
  const ring = [
    { path: 'src/model/a.ts', text: "import { b } from './b.ts';" },
    { path: 'src/model/b.ts', text: "export * from './c.ts';\nimport type { A } from './a.ts';" },
    { path: 'src/model/c.ts', text: "import { type A, a } from './a.ts';" },
  ];
  expect(circles(ring)).toEqual(['src/model/a.ts → src/model/b.ts → src/model/c.ts → src/model/a.ts']);
  expect(circles(ring.slice(0, 2))).toEqual([]);
});

test('only the command line, the build and the source of bytes need Node', () => {
  expect(sources.flatMap(boundToNode)).toEqual([]);
});

test('process.exit appears nowhere', () => {
  expect([...sources, ...listSources('bin')].flatMap(exits)).toEqual([]);
});

test('every part of src is in the table of arrows', () => {
  const parts = [...new Set(sources.map(({ path }) => partOf(path)))].filter((name) => !(name in ARROWS));
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
  ['a stage that imports another', wrongArrows, 'src/judge/x.ts', "import { read } from '../intake/read.ts';"],
  ['a stage that loads another later', wrongArrows, 'src/judge/x.ts', "await import('../report/x.ts')"],
  ['a model that imports anything', wrongArrows, 'src/model/x.ts', "export * from '../diagnostics/x.ts';"],
  ['a part that is not in the table', wrongArrows, 'src/new/x.ts', "import '../model/x.ts';"],
  ['a package outside its owner', wrongPackages, 'src/judge/x.ts', "import { Ajv2020 } from 'ajv/dist/2020.js';"],
  ['a package that nobody owns', wrongPackages, 'src/cli/x.ts', "import pad from 'left-pad';"],
  ['a file read in a pure part', impurities, 'src/report/x.ts', "import { readFileSync } from 'node:fs';"],
  ['a clock in a pure part', impurities, 'src/judge/x.ts', 'const now = Date.now();'],
  ['a file read in the core', boundToNode, 'src/intake/x.ts', "import { readFileSync } from 'node:fs';"],
  ['bytes of Node in the core', boundToNode, 'src/intake/x.ts', 'const bytes = Buffer.alloc(1);'],
  ['an exit', exits, 'src/cli/x.ts', 'process.exit(1);'],
])('the checks find %s', (_, check, path, text) => {
  expect(check({ path, text })).toHaveLength(1);
  expect(check({ path, text: `// ${text}` })).toEqual([]);
});
