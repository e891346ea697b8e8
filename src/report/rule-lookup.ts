import type { Rule, Ruleset } from '../model/ruleset.ts';

/** The rules by id; a finding of a rule that is not in the ruleset is a bug. */
export const ruleLookup = (ruleset: Ruleset | null): ((id: string) => Rule) => {
  const rules = new Map(ruleset?.rules.map((rule) => [rule.id, rule]));
  return (id) => {
    const rule = rules.get(id);
    if (rule === undefined) throw new RangeError(`no such rule: ${id}`);
    return rule;
  };
};
