import {
  isJudgedTable,
  isKeyField,
  judgedLevel,
  levelOf,
  levelOfTable,
  outerLevels,
  rulesReading,
  tableLabel,
} from '../model/levels.ts';
import type { Field, Indicator, Ruleset, TableName } from '../model/ruleset.ts';
import type { Language } from '../model/text.ts';
import { asked } from '../report/asked.ts';
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

/** The indicator that a summary count of a subject stands for. */
const summarised = (field: string, { indicators }: Ruleset): Indicator | undefined =>
  indicators.find(({ counted }) => counted?.met === field || counted?.of === field);

/** The rules that read a column, in words. */
const usesOf = (field: string, table: TableName, ruleset: Ruleset, language: Language): readonly string[] => {
  const words = formWords[language];
  return rulesReading(ruleset, table, field).map((rule) =>
    words.use(rule.label[language], rule.cited[language], asked(rule, language)),
  );
};

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
  const uses = usesOf(name, table, ruleset, language);
  const counts = isJudgedTable(ruleset, table) ? summarised(name, ruleset)?.of : undefined;
  return [
    kind === 'choice' ? words.choice(labels) : words.values[kind === 'code' || kind === 'name' ? 'text' : kind],
    ...(counts === undefined
      ? []
      : [words.summary(tableLabel(levelOfTable(ruleset, counts))[language], judgedLevel(ruleset).noun[language])]),
    ...(uses.length === 0 ? [words.unused] : [words.unknown, words.usedBy(uses)]),
  ].join('\n');
};
