import { isKeyField, levelOfTable, tableLabel } from '../model/levels.ts';
import type { Field, Rule, Ruleset, TableName } from '../model/ruleset.ts';
import type { Language } from '../model/text.ts';
import { formWords, type Owner } from './form-words.ts';

const ownerOf = (field: string): Owner => {
  const owner = field.replace(/Code$/, '');
  return owner === 'street' || owner === 'community' || owner === 'district' ? owner : 'own';
};

/** The indicators that read a field of a table, as a condition or as a summary count. */
const readersOf = (field: string, table: TableName, { indicators }: Ruleset): readonly string[] =>
  indicators
    .filter(({ of, condition, counted }) =>
      table === of && condition.fields.includes(field)
        ? true
        : table === 'streets' && (counted?.met === field || counted?.of === field),
    )
    .map(({ id }) => id);

const summarised = (field: string, { indicators }: Ruleset): TableName | undefined =>
  indicators.find(({ counted }) => counted?.met === field || counted?.of === field)?.of;

/** What goes into a column, what a blank means, and which rules read it under which clause. */
export const columnNote = (
  ruleset: Ruleset,
  table: TableName,
  field: Field,
  labels: readonly string[],
  language: Language,
): string => {
  const words = formWords[language];
  const { name, kind } = field;
  if (isKeyField(field)) {
    if (kind === 'code') return words.codes[ownerOf(name)];
    if (kind === 'name') return words.names[ownerOf(name)];
    return words.values.year;
  }
  const readers = readersOf(name, table, ruleset);
  const isVeto = (rule: Rule) => rule.kind === 'veto' && table === 'streets' && rule.field === name;
  const used = ruleset.rules.flatMap((rule) => {
    const [label, cited] = [rule.label[language], rule.cited[language]];
    if (isVeto(rule)) return [words.veto(label, cited)];
    return rule.kind === 'share' && readers.includes(rule.id) ? [words.share(label, cited, rule.atLeast)] : [];
  });
  const goesIn =
    kind === 'choice' ? words.choice(labels) : words.values[kind === 'code' || kind === 'name' ? 'text' : kind];
  const stands = table === 'streets' ? summarised(name, ruleset) : undefined;
  return [
    goesIn,
    ...(stands === undefined ? [] : [words.summary(tableLabel(levelOfTable(ruleset, stands))[language])]),
    ...(used.length === 0 ? [words.unused] : [words.unknown, words.usedBy(used)]),
  ].join('\n');
};
