import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

const LOADER = pathToFileURL('bin/load-program.js').href;

let folder: string;
let program: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'streetcheck-'));
  program = join(folder, 'program.cjs');
  writeFileSync(program, "exports.answer = () => 6 * 7;\nexports.later = () => require('./later.cjs');\n");
  writeFileSync(join(folder, 'later.cjs'), "exports.same = require('./program.cjs').answer;\n");
});
afterEach(() => rmSync(folder, { recursive: true }));

/** In a process of its own: V8 does not ask for a cache of what it has compiled before. */
const withLoaded = (file: string, code: string): string =>
  execFileSync(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { writeFileSync } from 'node:fs';
       import { codeCacheOf, loadProgram } from '${LOADER}';
       const file = ${JSON.stringify(file)};
       const { script, exports } = loadProgram(file);
       ${code}`,
    ],
    { encoding: 'utf8' },
  );

const makeCache = (): string => {
  const file = withLoaded(
    program,
    'writeFileSync(codeCacheOf(file), script.createCachedData()); console.log(codeCacheOf(file))',
  );
  return file.trim();
};

test.each<[string, () => void, boolean | undefined]>([
  ['no cache', () => {}, undefined],
  ['its own cache', makeCache, false],
  ['a cut cache', () => writeFileSync(makeCache(), readFileSync(makeCache()).subarray(0, 40)), true],
  ['an empty cache', () => writeFileSync(makeCache(), ''), true],
  ['any bytes', () => writeFileSync(makeCache(), '街道'.repeat(50)), true],
  [
    'the cache of another program',
    () => {
      makeCache();
      writeFileSync(program, `${readFileSync(program, 'utf8')}exports.more = 1;\n`);
    },
    true,
  ],
])('a program runs with %s, and what it loads later refers to it', (_, prepare, rejected) => {
  prepare();
  const code = `console.log(JSON.stringify({
    rejected: script.cachedDataRejected, answer: exports.answer(), same: exports.later().same === exports.answer }))`;
  expect(JSON.parse(withLoaded(program, code))).toEqual({
    ...(rejected !== undefined && { rejected }),
    answer: 42,
    same: true,
  });
});

test('the built command starts from its cache', () => {
  const built = join(process.cwd(), 'dist', 'cli.cjs');
  const said = withLoaded(built, 'console.log(codeCacheOf(file), script.cachedDataRejected)').trim();
  expect(existsSync(said.split(' ')[0]!)).toBe(true);
  expect(said).toMatch(/ false$/);
});
