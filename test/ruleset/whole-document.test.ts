import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { judgeVeto } from '../../src/judge/decide.ts';
import { reaches } from '../../src/model/share.ts';
import { loadRuleset } from '../../src/ruleset/load-ruleset.ts';
import { stockAjv } from './stock-ajv.ts';
import { YANTIAN } from './write-ruleset.ts';

const RULES = [
  'model-compounds',
  'safe-civilized-communities',
  'drug-free-communities',
  'cult-free-communities',
  'case-trend',
  'named-streets',
];
const VETOES = ['stability', 'safety', 'family-planning'];

const counts = fc.tuple(fc.nat(12), fc.nat(12)).map(([a, b]) => ({ met: Math.min(a, b), of: Math.max(a, b) }));
const near = fc.oneof(
  counts,
  fc.integer({ min: 1, max: 300 }).map((of) => ({ met: of, of })),
);
const result = fc.oneof({ weight: 4, arbitrary: fc.constant('pass') }, fc.constantFrom('fail', null));
const document = fc.record({
  ...Object.fromEntries(RULES.map((rule) => [rule, near])),
  ...Object.fromEntries(VETOES.map((rule) => [rule, result])),
});

test('ruleset.yaml is a JSON Schema: the indicator document is valid when every rule holds', async () => {
  const loaded = await loadRuleset(YANTIAN);
  if (!('ruleset' in loaded)) throw new Error(JSON.stringify(loaded.diagnostics));
  const validate = stockAjv().compile(parse(readFileSync(join(YANTIAN, 'ruleset.yaml'), 'utf8')));
  const { rules } = loaded.ruleset;
  expect(rules.map(({ id }) => id).sort()).toEqual([...RULES, ...VETOES].sort());

  const answers = new Set<boolean>();
  fc.assert(
    fc.property(document, (given) => {
      const held = rules.map((rule) => {
        const value = given[rule.id];
        if (rule.kind === 'veto') return judgeVeto(rule, value as string | null, 'veto.blank').result === 'pass';
        const { met, of } = value as { met: number; of: number };
        return reaches(met, of, rule.target);
      });
      const valid = validate(given);
      answers.add(valid);
      expect(valid).toBe(held.every(Boolean));
    }),
    { numRuns: 500 },
  );
  // Both answers came up, or the property would say little.
  expect(answers.size).toBe(2);
});
