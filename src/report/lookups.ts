import { foldLabel } from '../model/fold.ts';
import { judgedLevel } from '../model/levels.ts';
import type { Field, Rule, Ruleset, TableName, Value } from '../model/ruleset.ts';
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

/** What people call something that is known by several headings, the canonical one first: in Chinese the first Chinese one. */
export const headingIn = (headings: readonly string[], language: Language): string =>
  (language === 'zh' ? headings.find((heading) => CHINESE.test(heading)) : undefined) ?? headings[0]!;

/** What people call a field that has no column to take a heading from. */
export const headingLookup = (ruleset: Ruleset | null, language: Language): ((field: string) => string) => {
  const fields = ruleset === null ? [] : Object.values(ruleset.records).flatMap((schema) => schema.fields);
  return (name) => {
    const field = fields.find((each) => each.name === name);
    return field === undefined ? name : headingIn(field.headings, language);
  };
};

/** How people write each value of a choice, which is read back as it: by its first label, or in English the value itself. */
export const labelsIn = ({ labels, labelTexts }: Field, language: Language): ReadonlyMap<Value, string> => {
  const written = new Map<Value, string>();
  for (const text of labelTexts) {
    const value = labels.get(foldLabel(text));
    if (value === undefined || written.has(value)) continue;
    written.set(value, language === 'zh' ? text : String(value));
  }
  return written;
};

/** How people write a value of a field. */
export const valueLabel = (
  { records }: Ruleset,
  table: TableName,
  field: string,
  value: Value,
  language: Language,
): string => {
  const found = records[table]!.fields.find(({ name }) => name === field);
  return (found && labelsIn(found, language).get(value)) ?? String(value);
};
