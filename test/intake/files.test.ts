import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { assess } from '../../src/assess.ts';
import { fromBytes } from '../../src/intake/node/source.ts';
import type { Files } from '../../src/intake/source.ts';

/** A folder that is nowhere on a disk, as a page in a browser has one. */
const folderOf = (held: ReadonlyMap<string, Uint8Array>): Files => {
  const bytesOf = (path: string): Uint8Array => {
    const bytes = held.get(path);
    if (bytes === undefined) throw Object.assign(new Error(path), { code: 'ENOENT' });
    return bytes;
  };
  return {
    kindOf: (path) => (path === 'dropped' ? 'folder' : bytesOf(path) && 'file'),
    list: () => [...held.keys()].map((path) => ({ name: path.slice('dropped/'.length), kind: 'file' })),
    open: async (path) => fromBytes(bytesOf(path ?? '-')),
    glance: (path) => ({ head: bytesOf(path).subarray(0, 1 << 14), tail: bytesOf(path).subarray(-(1 << 14)) }),
    readText: () => null,
    realPath: (path) => path,
    absolute: (path) => path,
    join: (folder, name) => `${folder}/${name}`,
    slashed: (path) => path,
  };
};

test('files that are handed in are judged as those of a disk are', async () => {
  const sample = 'samples/yantian-2012';
  const names = readdirSync(sample).filter((name) => /\.(?:csv|xlsx|ya?ml|json)$/.test(name));
  const held = new Map(names.map((name) => [`dropped/${name}`, new Uint8Array(readFileSync(join(sample, name)))]));
  const [here, there] = [
    await assess({ paths: ['dropped'], files: folderOf(held) }),
    await assess({ paths: [sample] }),
  ];
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
  const { diagnostics } = await assess({ paths: ['dropped/街道.csv'], files: folderOf(new Map()) });
  expect(diagnostics.map(({ code }) => code)).toEqual(['input.not-found']);
});
