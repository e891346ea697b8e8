import { judgedLevel } from '../model/levels.ts';
import type { Rule, Ruleset, TableName, Value } from '../model/ruleset.ts';
import type { Language } from '../model/text.ts';

/** The rules by id; a finding of a rule that is not in the ruleset is a bug. */
export const ruleLookup = (ruleset: Ruleset | null): ((id: string) => Rule) => {
  const rules = new Map(ruleset?.rules.map((rule) => [rule.id, rule]));
  return (id) => {
    const rule = rules.get(id);
    if (rule === undefined) throw new RangeError(`no such rule: ${id}`);
    return rule;
  };
};

/** The rules that the subjects are judged by, as a grid has them. */
export const judgedRules = (ruleset: Ruleset | null): readonly Rule[] => {
  if (ruleset === null) return [];
  const { id } = judgedLevel(ruleset);
  return ruleset.rules.filter(({ scopes }) => scopes.includes(id));
};

const CHINESE = /\p{Script=Han}/u;

/** What people call a field that has no column to take a heading from: in Chinese its first Chinese heading. */
export const headingLookup = (ruleset: Ruleset | null, language: Language): ((field: string) => string) => {
  const fields = ruleset === null ? [] : Object.values(ruleset.records).flatMap((schema) => schema.fields);
  return (name) => {
    const headings = fields.find((field) => field.name === name)?.headings ?? [];
    return (language === 'zh' ? headings.find((heading) => CHINESE.test(heading)) : undefined) ?? name;
  };
};

/** How people write a value of a field: in Chinese its first Chinese label. What is given is read back as the value. */
export const valueLabel = (
  { records }: Ruleset,
  table: TableName,
  field: string,
  value: Value,
  language: Language,
): string => {
  const labels = records[table]!.fields.find(({ name }) => name === field)?.labels ?? new Map<string, Value>();
  const own = [...labels].filter(([, of]) => of === value).map(([label]) => label);
  return (language === 'zh' ? own.find((label) => CHINESE.test(label)) : undefined) ?? String(value);
};
