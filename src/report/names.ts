import type { Subject } from '../model/assessment.ts';
import { foldLabel } from '../model/fold.ts';
import { judgedLevel, outerLevels } from '../model/levels.ts';
import { remembered } from '../model/remembered.ts';
import type { Field, Level, Rule, Ruleset, TableName, Value } from '../model/ruleset.ts';
import type { ToldApart } from '../model/tell-apart.ts';
import type { Language, Text } from '../model/text.ts';
import { plain } from './plain.ts';
import type { Words } from './words.ts';

/** What the units of a level are called. */
export interface Noun extends Text {
  /** Of the English noun. */
  readonly plural: string;
}

/** What a scheme calls the units that its reports speak of. */
export interface Nouns {
  /** The id of the level that is judged: the scope of its subjects. */
  readonly level: string;
  readonly judged: Noun;
  /** Around it, outermost first. */
  readonly outer: readonly (Noun & { readonly id: string })[];
  of(scope: string): Noun;
  /** Of a table, as a list of inputs has it. */
  table(table: string): Text;
}

const nounOf = ({ noun, plural }: Level): Noun => ({ ...noun, plural });

/** Where no ruleset could be read. */
const GENERAL: Nouns = {
  level: '',
  judged: { zh: '考核对象', en: 'subject', plural: 'subjects' },
  outer: [],
  of: () => GENERAL.judged,
  table: (table) => ({ zh: table, en: table }),
};

const nouns = remembered((ruleset: Ruleset): Nouns => {
  const judged = judgedLevel(ruleset);
  const all = new Map(ruleset.levels.map((level) => [level.id, nounOf(level)]));
  const tables = new Map(
    ruleset.levels.map(({ table, plural, noun }) => [table ?? plural, { zh: `${noun.zh}表`, en: plural }]),
  );
  return {
    level: judged.id,
    judged: nounOf(judged),
    outer: outerLevels(ruleset).map((level) => ({ id: level.id, ...nounOf(level) })),
    of: (scope) => all.get(scope) ?? GENERAL.judged,
    table: (table) => tables.get(table as never) ?? GENERAL.table(table),
  };
});

export const nounsOf = (ruleset: Ruleset | null): Nouns => (ruleset === null ? GENERAL : nouns(ruleset));

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

/** The name people know a subject by; what is pooled without a name is all of them. */
export const subjectName = ({ scope, code, name }: Pick<Subject, 'scope' | 'code' | 'name'>, words: Words): string => {
  if (name !== null && name !== '') return plain(name);
  if (code !== null && code !== '') return plain(code);
  return scope === words.level ? words.nameless : words.allSubjects;
};

/** The code in front, where there are both: two may have one name. */
export const codedName = (subject: Pick<Subject, 'scope' | 'code' | 'name'>, words: Words): string => {
  const { code, name } = subject;
  const known = subjectName(subject, words);
  return code && name ? `${plain(code)} ${known}` : known;
};

/** A unit by code and name, as far as it has them; may be empty. Without a code it is told from others of its name. */
export const unitName = ({ code, name, within }: Pick<Subject, 'code' | 'name'> & ToldApart): string =>
  [...(code === null ? (within ?? []) : [code]), name]
    .flatMap((part) => (part === null || part === '' ? [] : [plain(part)]))
    .join(' ');
