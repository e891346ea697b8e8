import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { nodeFiles } from '../../src/intake/node/files.ts';
import type { Files } from '../../src/intake/source.ts';
import { loadRuleset } from '../../src/ruleset/load-ruleset.ts';
import { readRuleset } from '../../src/ruleset/read-ruleset.ts';
import { readRulesetFile } from '../../src/ruleset/ruleset-files.ts';
import type { RulesetDocuments } from '../../src/ruleset/to-ruleset.ts';
import { YANTIAN } from './write-ruleset.ts';

/** What the build writes, and `JSON.parse` gives back. */
const built = async (): Promise<RulesetDocuments> => {
  const files = nodeFiles();
  const read = await readRuleset(files, YANTIAN, await readRulesetFile(files, YANTIAN, 'ruleset.yaml'));
  if ('diagnostics' in read) throw new Error(JSON.stringify(read.diagnostics));
  return JSON.parse(JSON.stringify(read));
};

const rulesetOf = async (documents: RulesetDocuments | null) => {
  const disk = nodeFiles();
  const files: Files = {
    ...disk,
    bundled: { ...disk.bundled, built: 'built' },
    readText: () => documents && JSON.stringify(documents),
  };
  const loaded = await loadRuleset('yantian-2011', files);
  if (!('ruleset' in loaded)) throw new Error(JSON.stringify(loaded.diagnostics));
  return loaded.ruleset;
};

test('a ruleset says the same by way of JSON', async () => {
  // Its functions are made of the same data; vitest compares them by identity.
  const dataOf = (ruleset: object) =>
    JSON.stringify(ruleset, (_, value) => (value instanceof Map ? [...value] : value));
  expect(dataOf(await rulesetOf(await built()))).toBe(dataOf(await rulesetOf(null)));
});

test('the way to a bundled ruleset imports neither ajv nor yaml', () => {
  const seen = new Set<string>();
  const packages = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    // Types vanish, and `import()` waits until it is called.
    for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(
      /^(?:import|export) (?!type\b)[^;']*? from '([^']+)';/gm,
    )) {
      if (name.startsWith('.')) visit(join(dirname(file), name));
      else packages.add(name);
    }
  };
  visit(fileURLToPath(new URL('../../src/ruleset/load-ruleset.ts', import.meta.url)));
  expect(seen.size).toBeGreaterThan(5);
  expect([...packages].filter((name) => !name.startsWith('node:'))).toEqual([]);
});

test('what the build made is used while its digest fits, and no longer', async () => {
  const documents = await built();
  const marked = { ...documents, main: { ...documents.main, version: '9.9.9' } };
  expect((await rulesetOf(marked)).version).toBe('9.9.9');
  expect((await rulesetOf({ ...marked, sha256: '0'.repeat(64) })).version).toBe('1.0.0');
  expect((await rulesetOf({ ...marked, files: ['gone.yaml'] })).version).toBe('1.0.0');
});
