import { guarded, losesDigits } from '../model/spreadsheet.ts';
import type { Language } from '../model/text.ts';
import type { Form, FormColumn } from './form.ts';
import { formWords } from './form-words.ts';

const BOM = '\uFEFF';
const NEEDS_QUOTES = /[",;\t\r\n]|^\s|\s$/u;

const quoted = (text: string): string => (NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const cell = (text: string, column?: FormColumn): string =>
  quoted(column?.kind === 'code' && losesDigits(text) ? `="${text}"` : guarded(text));

const line = (cells: readonly string[]): string => `${cells.join(',')}\r\n`;

/** What a CSV form says above its headings, as it has no formats, notes and lists. */
export const csvRemarks = (columns: readonly FormColumn[], language: Language): readonly string[] => {
  const words = formWords[language];
  const texts = columns.flatMap(({ kind, heading }) => (kind === 'code' || kind === 'name' ? [heading] : []));
  const choices = columns.flatMap(({ heading, labels }) =>
    labels.length === 0 ? [] : [words.csvChoice(heading, labels)],
  );
  return [...(texts.length === 0 ? [] : [words.csvTexts(texts)]), words.csvBlank, ...choices];
};

/**
 * UTF-8 with BOM, CRLF; codes that a spreadsheet would round and what it would compute are guarded as in CSV reports.
 * Each of the `remarks` is a line above the headings that intake passes over.
 */
export function* writeCsv({ columns, rows }: Form, remarks: readonly string[] = []): Generator<string> {
  yield BOM;
  for (const text of remarks) yield line([cell(text), ...columns.slice(1).map(() => '')]);
  yield line(columns.map(({ heading }) => cell(heading)));
  for (const row of rows) yield line(columns.map((column, at) => cell(row[at] ?? '', column)));
}
