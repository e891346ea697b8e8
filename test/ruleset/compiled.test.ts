import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Ruleset, Value } from '../../src/model/ruleset.ts';
import { compileStandalone } from '../../src/ruleset/compile-standalone.ts';
import { loadRuleset } from '../../src/ruleset/load-ruleset.ts';
import type { CompiledRuleset } from '../../src/ruleset/ruleset-plan.ts';

const folder = mkdtempSync(join(tmpdir(), 'streetcheck-'));
const path = join(folder, 'yantian-2011.mjs');
let fresh: Ruleset;
let compiled: Ruleset;
let module: CompiledRuleset;

const rulesetOf = async (made: CompiledRuleset | null): Promise<Ruleset> => {
  const loaded = await loadRuleset('yantian-2011', () => made);
  if (!('ruleset' in loaded)) throw new Error(JSON.stringify(loaded.diagnostics));
  return loaded.ruleset;
};

beforeAll(async () => {
  writeFileSync(path, compileStandalone('yantian-2011'));
  module = await import(pathToFileURL(path).href);
  fresh = await rulesetOf(null);
  compiled = await rulesetOf(module);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What can be compared of a ruleset: everything but its functions. */
const dataOf = (ruleset: Ruleset): string =>
  JSON.stringify(ruleset, (_, value) => (value instanceof Map ? [...value] : value));

test('the compiled ruleset says the same as the fresh one', () => {
  expect(dataOf(compiled)).toBe(dataOf(fresh));
});

test('the compiled ruleset needs no module but itself', () => {
  expect(compileStandalone('yantian-2011')).not.toMatch(/\brequire\s*\(|\bimport\b/);
});

test('the way to a compiled ruleset imports neither ajv nor yaml', () => {
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

test('the compiled ruleset is used while its digest fits, and no longer', async () => {
  const marked = { ...module, plan: { ...module.plan, version: '9.9.9' } };
  expect((await rulesetOf(marked)).version).toBe('9.9.9');
  expect((await rulesetOf({ ...marked, sha256: '0'.repeat(64) })).version).toBe('1.0.0');
  expect((await rulesetOf({ ...marked, files: ['gone.yaml'] })).version).toBe('1.0.0');
});

const value = fc.oneof(
  fc.nat(3),
  fc.integer(),
  fc.double(),
  fc.constantFrom<Value>('yes', 'no', 'pass', 'fail', 'model', 'none', '', '440308001', '2012', 2012, 'a b'),
);

test('fields accept the same values', () => {
  fc.assert(
    fc.property(value, (given) => {
      const answers = (ruleset: Ruleset) =>
        Object.values(ruleset.records).flatMap(({ fields }) => fields.map((field) => field.accepts(given)));
      expect(answers(compiled)).toEqual(answers(fresh));
    }),
  );
});

test('conditions have the same outcomes', () => {
  const names = ['level', 'safeCivilized', 'drugFree', 'cultFree', 'verdict'];
  const counts = ['criminalCases', 'criminalCasesPrevious', 'securityCases', 'securityCasesPrevious'];
  const record = fc.record(
    Object.fromEntries([
      ...names.map((name) => [name, fc.constantFrom('yes', 'no', 'model', 'advanced', 'pass', 'fail')]),
      ...counts.map((name) => [name, fc.nat(2)]),
    ]),
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(record, (given) => {
      const answers = (ruleset: Ruleset) => ruleset.indicators.map(({ condition }) => condition.outcome(given));
      expect(answers(compiled)).toEqual(answers(fresh));
    }),
  );
});

test('rules hold for the same figures', () => {
  fc.assert(
    fc.property(fc.nat(30), fc.nat(30), fc.constantFrom('pass', 'fail', null), (met, of, result) => {
      const answers = (ruleset: Ruleset) =>
        ruleset.rules.map((rule) => (rule.kind === 'share' ? rule.holds({ met, of }) : rule.holds(result)));
      expect(answers(compiled)).toEqual(answers(fresh));
    }),
  );
});
