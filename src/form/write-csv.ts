import { guarded, losesDigits } from '../model/formula.ts';
import type { Form, FormColumn } from './form.ts';

const BOM = '\uFEFF';
const NEEDS_QUOTES = /[",;\t\r\n]|^\s|\s$/u;

const quoted = (text: string): string => (NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const cell = (text: string, column?: FormColumn): string =>
  quoted(column?.kind === 'code' && losesDigits(text) ? `="${text}"` : guarded(text));

const line = (cells: readonly string[]): string => `${cells.join(',')}\r\n`;

/** UTF-8 with BOM, CRLF; codes that a spreadsheet would round and what it would compute are guarded as in CSV reports. */
export function* writeCsv({ above, columns, rows }: Form): Generator<string> {
  yield BOM;
  for (const text of above) yield line([cell(text), ...columns.slice(1).map(() => '')]);
  yield line(columns.map(({ heading }) => cell(heading)));
  for (const row of rows) yield line(columns.map((column, at) => cell(row[at] ?? '', column)));
}
