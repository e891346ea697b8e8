import { vi } from 'vitest';
import type { LoadedRuleset } from '../src/ruleset/load-ruleset.ts';

/** Checking a bundled ruleset takes most of the time of a small assessment, and its files stay what they are. */
vi.mock('../src/ruleset/load-ruleset.ts', async (original) => {
  const { loadRuleset } = await original<typeof import('../src/ruleset/load-ruleset.ts')>();
  const { isBundled } = await import('../src/ruleset/bundled-rulesets.ts');
  const known = new Map<string | undefined, Promise<LoadedRuleset>>();
  return {
    loadRuleset: (...asked: Parameters<typeof loadRuleset>) => {
      const [where] = asked;
      if (asked.length > 1 || (where !== undefined && !isBundled(where))) return loadRuleset(...asked);
      const loaded = known.get(where) ?? loadRuleset(where);
      known.set(where, loaded);
      return loaded;
    },
  };
});
