import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import vm from 'node:vm';
import { rolldown } from 'rolldown';
import { expect, test } from 'vitest';
import { assess } from '../../src/assess.ts';
// @ts-expect-error: the build is plain JavaScript
import { rawText } from '../../src/build/bundle.js';
import { jsonReporter } from '../../src/report/json-reporter.ts';
import { memoryFiles } from './memory-files.ts';
import type { judge } from './page.ts';

/** A folder of the repository as it is held in memory. */
const heldOf = (folder: string, as: string): (readonly [string, Uint8Array])[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [posix.join(as, relative(folder, path).split(sep).join('/')), new Uint8Array(readFileSync(path))]);

const SAMPLE = 'samples/yantian-2012';
const RULES = heldOf('rules', 'rules');
const CONTEXT = { tool: '1.0.0', language: 'zh', width: 80 } as const;

test('files that are handed in are judged as those of a disk are', async () => {
  const files = memoryFiles(new Map([...RULES, ...heldOf(SAMPLE, 'dropped')]));
  const [here, there] = [await assess({ paths: ['dropped'], files }), await assess({ paths: [SAMPLE] })];
  const whatOf = ({ verdict, totals, inputs, subjects }: typeof here) => ({
    verdict,
    totals,
    inputs: inputs.map(({ shown, ...rest }) => rest),
    subjects,
  });
  expect(here.refusal).toBeNull();
  expect(whatOf(here)).toEqual(whatOf(there));
});

test('a file that is not among them is told', async () => {
  const { diagnostics } = await assess({ paths: ['dropped/街道.csv'], files: memoryFiles(new Map(RULES)) });
  expect(diagnostics.map(({ code }) => code)).toEqual(['input.not-found']);
});

/** The core and a reporter in one script, as a page in a browser loads it; what is of this machine stays outside. */
const bundled = async (): Promise<string> => {
  const build = await rolldown({
    input: 'test/intake/page.ts',
    platform: 'browser',
    // What the package has for browsers, its own buffers within.
    resolve: { alias: { 'csv-parse/sync': 'csv-parse/browser/esm/sync' } },
    external: (id) => id.includes('/node/'),
    plugins: [rawText],
  });
  try {
    const { output } = await build.generate({ format: 'iife', name: 'page', codeSplitting: false });
    expect(output.map(({ fileName }) => fileName)).toHaveLength(1);
    return output[0].code;
  } finally {
    await build.close();
  }
};

test('the core runs where there is no Node', async () => {
  const code = await bundled();
  const page = vm.createContext({ TextDecoder, TextEncoder, setTimeout });
  expect(vm.runInContext('[typeof process, typeof Buffer, typeof require, typeof setImmediate]', page)).toEqual(
    Array.from({ length: 4 }, () => 'undefined'),
  );
  vm.runInContext(`${code}\nglobalThis.judge = page.judge;`, page);
  const held = [...RULES, ...heldOf(SAMPLE, 'dropped')];
  const there = [...jsonReporter(await assess({ paths: [SAMPLE] }), CONTEXT)].join('');
  expect(await (page.judge as typeof judge)(held, ['dropped'], CONTEXT)).toBe(there);
});
