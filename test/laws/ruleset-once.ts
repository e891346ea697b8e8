import type { loadRuleset } from '../../src/ruleset/load-ruleset.ts';

interface Module {
  readonly loadRuleset: typeof loadRuleset;
}

/** Compiling the ruleset takes most of the time of a small assessment; the laws make many of these. */
export const rulesetOnce = ({ loadRuleset: load }: Module): Module => {
  const known = new Map<string | undefined, ReturnType<typeof load>>();
  return {
    loadRuleset: (where) => {
      const loaded = known.get(where) ?? load(where);
      known.set(where, loaded);
      return loaded;
    },
  };
};
