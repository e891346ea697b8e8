import type { Diagnostics, Where } from '../diagnostics/diagnostics.ts';
import type { Ruleset } from '../model/ruleset.ts';
import { CsvFile } from './csv-file.ts';
import { CELL_LIMIT } from './csv-grammar.ts';
import { findHead } from './csv-head.ts';
import type { Decoded } from './encoding.ts';
import type { FoundInput } from './find-inputs.ts';
import type { Headings } from './heading-index.ts';
import { type OpenTable, placeOf, type Rows, tableOf } from './open-table.ts';
import { readHeadings } from './read-headings.ts';

const DELIMITER_NAMES: Readonly<Record<string, string>> = { ';': ';', '\t': 'Tab' };

/** Finds the headings of a CSV file and opens its records; no table when they make no sense. */
export const openCsvTable = (
  decoded: Decoded,
  { path, table: asked }: FoundInput,
  input: number,
  ruleset: Ruleset,
  headings: Headings,
  diagnostics: Diagnostics,
  onBytes: (bytes: number) => void,
): OpenTable[] => {
  const head = findHead(decoded, headings, ruleset);
  const isSeparated = head.above.some(({ kind }) => kind === 'separator');
  const csv = new CsvFile(decoded, head.delimiter, onBytes, { isSeparated, parsed: head.all });
  const at = (row: number, cell: number) => ({
    path,
    place: () => {
      const own = csv.locate(row);
      // A heading over two rows stands in the first of them.
      const isAbove =
        row === head.row && row > 0 && (own[cell]?.text ?? '').trim() === '' && head.headings[cell] !== '';
      const cells = isAbove ? csv.locate(row - 1) : own;
      return placeOf(path, cells[cell] ?? cells.at(-1) ?? { line: 1, column: 1 });
    },
  });
  const start: Where = { path, place: () => ({ path, line: 1, column: 1 }) };
  let said = false;
  const tellEndless = (): boolean => {
    const endless = csv.endless(head.wide ?? 0);
    if (endless === undefined || said) return said;
    said = true;
    const { kind, line, column } = endless;
    const where = { path, place: () => ({ path, line, column }) };
    if (kind === 'open-quote') diagnostics.add('csv.open-quote', {}, where);
    else if (kind === 'too-many-cells') diagnostics.add('csv.too-many-cells', { limit: CELL_LIMIT }, where);
    else diagnostics.add('csv.record-too-large', { limit: '16 MiB' }, where);
    return true;
  };
  if ((head.headings.length === 0 || (head.weight === 0 && head.wide !== null)) && tellEndless()) return [];
  if (head.other !== undefined) {
    const { headings: cut, rows, head: from, below } = head.other;
    const related = () => [at(below, 0).place()];
    diagnostics.add('csv.other-delimiter', { headings: cut, rows }, { ...at(from, 0), related });
    return [];
  }
  const read = readHeadings(head, asked, ruleset, headings, diagnostics, start, at);
  if (read === undefined) return [];
  const delimiter = DELIMITER_NAMES[head.delimiter];
  if (delimiter !== undefined) diagnostics.add('csv.delimiter', { delimiter }, start);
  const rows: Rows = {
    async *batches(from) {
      yield* csv.batches(from);
      tellEndless();
    },
    locate: (row) => csv.locate(row, row > head.row ? head.headings.length : 0),
  };
  return [tableOf(rows, head, read, { input, path, isSheet: true, place: (cell = 0) => at(head.row, cell).place() })];
};
