import type { Ruleset, TableName } from '../model/ruleset.ts';
import type { Language } from '../model/text.ts';
import type { Form, FormColumn } from './form.ts';
import { formColumns, titleOf } from './form-columns.ts';
import { formWords } from './form-words.ts';

/** A form with nothing filled in; with a year, that of the first record, which those below it share. */
export const blankForm = (ruleset: Ruleset, table: TableName, year: number | null, language: Language): Form => {
  const columns = formColumns(ruleset, table, language);
  const first = columns.map(({ kind }) => (kind === 'year' ? String(year) : ''));
  const hasYear = year !== null && columns.some(({ kind }) => kind === 'year');
  return { title: titleOf(ruleset.records[table]!, language), above: [], columns, rows: hasYear ? [first] : [] };
};

/** What a CSV form says above its headings, as it has no formats, notes and lists. */
export const csvRemarks = (columns: readonly FormColumn[], language: Language): readonly string[] => {
  const words = formWords[language];
  const texts = columns.flatMap(({ kind, heading }) => (kind === 'code' || kind === 'name' ? [heading] : []));
  const choices = columns.flatMap(({ heading, labels }) =>
    labels.length === 0 ? [] : [words.csvChoice(heading, labels)],
  );
  return [...(texts.length === 0 ? [] : [words.csvTexts(texts)]), words.csvBlank, ...choices];
};
