import type { Ruleset } from '../model/ruleset.ts';
import type { Language } from '../model/text.ts';

const CHINESE = /\p{Script=Han}/u;

/** What people call a field that has no column to take a heading from: in Chinese its first Chinese heading. */
export const headingLookup = (ruleset: Ruleset | null, language: Language): ((field: string) => string) => {
  const fields = ruleset === null ? [] : Object.values(ruleset.records).flatMap((schema) => schema.fields);
  return (name) => {
    const headings = fields.find((field) => field.name === name)?.headings ?? [];
    return (language === 'zh' ? headings.find((heading) => CHINESE.test(heading)) : undefined) ?? name;
  };
};
