import {
  isJudgedTable,
  isKeyField,
  judgedLevel,
  levelOf,
  levelOfTable,
  outerLevels,
  tableLabel,
} from '../model/levels.ts';
import type { Field, Rule, Ruleset, TableName } from '../model/ruleset.ts';
import type { Language } from '../model/text.ts';
import { formWords } from './form-words.ts';

/** Which unit a key column is about: that of the row, one that it lies in, or one around the subjects. */
const keyNote = ({ kind, parent }: Field, table: TableName, ruleset: Ruleset, language: Language): string => {
  const words = formWords[language];
  if (kind === 'year') return words.values.year;
  const isCode = kind === 'code';
  if (parent === undefined) return isCode ? words.ownCode : words.ownName;
  const { id, noun, digits } = levelOf(ruleset, parent);
  const judged = judgedLevel(ruleset);
  if (outerLevels(ruleset).some((level) => level.id === id)) {
    return (isCode ? words.outerCode : words.outerName)(noun[language], judged.noun[language], digits);
  }
  const isLeftOut = id !== judged.id && levelOfTable(ruleset, table).within.includes(judged.id);
  return isLeftOut
    ? (isCode ? words.betweenCode : words.betweenName)(noun[language], judged.noun[language])
    : (isCode ? words.parentCode : words.parentName)(noun[language]);
};

/** The indicators that read a field of a table, as a condition or as a summary count. */
const readersOf = (field: string, table: TableName, ruleset: Ruleset): readonly string[] =>
  ruleset.indicators
    .filter(({ of, condition, counted }) =>
      table === of && condition.fields.includes(field)
        ? true
        : isJudgedTable(ruleset, table) && (counted?.met === field || counted?.of === field),
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
  if (isKeyField(field)) return keyNote(field, table, ruleset, language);
  const isJudged = isJudgedTable(ruleset, table);
  const readers = readersOf(name, table, ruleset);
  const isVeto = (rule: Rule) => rule.kind === 'veto' && isJudged && rule.field === name;
  const used = ruleset.rules.flatMap((rule) => {
    const [label, cited] = [rule.label[language], rule.cited[language]];
    if (isVeto(rule)) return [words.veto(label, cited)];
    return rule.kind === 'share' && readers.includes(rule.id) ? [words.share(label, cited, rule.atLeast)] : [];
  });
  const goesIn =
    kind === 'choice' ? words.choice(labels) : words.values[kind === 'code' || kind === 'name' ? 'text' : kind];
  const stands = isJudged ? summarised(name, ruleset) : undefined;
  return [
    goesIn,
    ...(stands === undefined
      ? []
      : [words.summary(tableLabel(levelOfTable(ruleset, stands))[language], judgedLevel(ruleset).noun[language])]),
    ...(used.length === 0 ? [words.unused] : [words.unknown, words.usedBy(used)]),
  ].join('\n');
};
