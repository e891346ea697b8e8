import type { Diagnostics, Where } from '../diagnostics/diagnostics.ts';
import type { Ruleset } from '../model/ruleset.ts';
import { openCsv } from './csv-file.ts';
import { findHead } from './csv-head.ts';
import type { Decoded } from './encoding.ts';
import type { FoundInput } from './find-inputs.ts';
import type { Batch, OpenTable } from './open-table.ts';
import { type Headings, matchColumns, recogniseTable } from './recognise.ts';

const DELIMITER_NAMES: Readonly<Record<string, string>> = { ';': ';', '\t': 'Tab' };

/** Headings of one field that are named; the rest is counted. */
const LISTED = 100;

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
  const csv = openCsv(decoded, head.delimiter, onBytes);
  const at = (row: number, cell: number) => ({
    path,
    place: () => {
      const cells = csv.locate(row);
      const { line, column } = cells[cell] ?? cells.at(-1) ?? { line: 1, column: 1 };
      return { path, line, column };
    },
  });
  const start: Where = { path, place: () => ({ path, line: 1, column: 1 }) };
  let said = false;
  const tellEndless = (): boolean => {
    const endless = csv.endless();
    if (endless === undefined || said) return said;
    said = true;
    const { kind, line, column } = endless;
    const where = { path, place: () => ({ path, line, column }) };
    if (kind === 'open-quote') diagnostics.add('csv.open-quote', {}, where);
    else diagnostics.add('csv.record-too-large', { limit: '16 MiB' }, where);
    return true;
  };
  const table = head.weight > 0 ? (asked ?? recogniseTable(head.headings, ruleset)) : undefined;
  if (table === undefined) {
    if (head.headings.length === 0 && tellEndless()) return [];
    const found = head.headings.filter((heading) => heading.trim() !== '').slice(0, 20);
    diagnostics.add('table.no-headings', { found }, start);
    return [];
  }
  const schema = ruleset.records[table];
  const { columns, ignored, twice } = matchColumns(head.headings, schema, headings[table]);
  for (const { field, cell } of twice.slice(0, LISTED)) {
    const heading = head.headings[cell]!;
    diagnostics.add(
      'table.duplicate-heading',
      { field: schema.fields[field]!.name, heading },
      { ...at(head.row, cell), text: heading },
    );
  }
  if (twice.length > LISTED) {
    const more = { code: 'table.duplicate-heading', more: twice.length - LISTED };
    diagnostics.add('diagnostics.more', more, at(head.row, twice[LISTED]!.cell));
  }
  if (ignored.length > 0)
    diagnostics.add('table.columns-ignored', { headings: ignored }, at(head.row, head.headings.indexOf(ignored[0]!)));
  const stray = head.above.filter(({ kind }) => kind === 'stray');
  if (stray.length > 0) diagnostics.add('csv.rows-above', { rows: stray.length }, at(stray[0]!.row, 0));
  for (const { row, kind } of head.above) {
    if (kind === 'separator') diagnostics.add('csv.separator-line', {}, at(row, 0));
    else if (kind !== 'stray')
      diagnostics.add(kind === 'blank' ? 'csv.blank-rows' : 'csv.above-headings', {}, at(row, 0));
  }
  const delimiter = DELIMITER_NAMES[head.delimiter];
  if (delimiter !== undefined) diagnostics.add('csv.delimiter', { delimiter }, start);
  return [
    {
      input,
      path,
      table,
      headings: head.headings,
      columns,
      above: head.row,
      isSheet: true,
      place: at(head.row, 0).place,
      locate: csv.locate,
      async *batches(): AsyncGenerator<Batch> {
        for await (const batch of csv.batches()) {
          if (batch.first > head.row) yield batch;
          else if (batch.first + batch.rows.length > head.row + 1) {
            const skip = head.row + 1 - batch.first;
            yield { first: head.row + 1, rows: batch.rows.slice(skip) };
          }
        }
        tellEndless();
      },
    },
  ];
};
