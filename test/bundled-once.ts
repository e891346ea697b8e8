import { vi } from 'vitest';
import type { LoadedRuleset } from '../src/ruleset/load-ruleset.ts';

/** Checking a bundled ruleset takes most of the time of a small assessment, and its files stay what they are. */
vi.mock('../src/ruleset/load-ruleset.ts', async (original) => {
  const own = await original<typeof import('../src/ruleset/load-ruleset.ts')>();
  const { loadRuleset, isBundled } = own;
  const { nodeFiles } = await import('../src/intake/node/files.ts');
  const known = new Map<string | undefined, Promise<LoadedRuleset>>();
  return {
    ...own,
    loadRuleset: (...asked: Parameters<typeof loadRuleset>) => {
      const [where, files] = asked;
      if (files !== undefined || asked.length > 2 || (where !== undefined && !isBundled(nodeFiles(), where)))
        return loadRuleset(...asked);
      const loaded = known.get(where) ?? loadRuleset(where);
      known.set(where, loaded);
      return loaded;
    },
  };
});
