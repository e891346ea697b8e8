import { expect, test } from 'vitest';
import { loadRuleset } from '../../src/ruleset/load-ruleset.ts';

test('x', async () => {
  const r = await loadRuleset('yantian-2011');
  console.log(JSON.stringify(r, (_k, v) => (v instanceof Map ? [...v] : v), 1).slice(0, 5000));
});
