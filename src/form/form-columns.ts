import { foldLabel } from '../model/fold.ts';
import { isKeyField } from '../model/levels.ts';
import type { Field, RecordSchema, Ruleset, TableName, Value } from '../model/ruleset.ts';
import type { Language } from '../model/text.ts';
import { columnNote } from './column-note.ts';
import type { FormColumn } from './form.ts';

/** The main one: the first that the ruleset lists, or in English the canonical name. */
const mainHeading = ({ headings }: Pick<Field, 'headings'>, language: Language): string =>
  (language === 'zh' ? headings[1] : undefined) ?? headings[0]!;

/** What a table is called in a form. */
export const titleOf = ({ headings, table }: RecordSchema, language: Language): string =>
  headings.length === 0 ? table : mainHeading({ headings }, language);

/** How each value of a choice is written in a form: its first label, or in English the value itself. */
export const formLabels = ({ labels, labelTexts }: Field, language: Language): ReadonlyMap<Value, string> => {
  const written = new Map<Value, string>();
  for (const text of labelTexts) {
    const value = labels.get(foldLabel(text));
    if (value === undefined || written.has(value)) continue;
    written.set(value, language === 'zh' ? text : String(value));
  }
  return written;
};

/** The columns of a table's form, those first that say which unit a row is about. */
export const formColumns = (ruleset: Ruleset, table: TableName, language: Language): readonly FormColumn[] => {
  const { fields } = ruleset.records[table]!;
  const ordered = [...fields.filter(isKeyField), ...fields.filter((field) => !isKeyField(field))];
  return ordered.map((field): FormColumn => {
    const { name, kind, minimum, maximum } = field;
    const labels = [...formLabels(field, language).values()];
    return {
      ...{ heading: mainHeading(field, language), field: name, kind, labels },
      ...(minimum !== undefined && { minimum }),
      ...(maximum !== undefined && { maximum }),
      note: columnNote(ruleset, table, field, labels, language),
    };
  });
};
