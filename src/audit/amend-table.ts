import type { Batch, Cell, OpenTable } from '../intake/open-table.ts';
import type { RecordSchema } from '../model/ruleset.ts';
import type { CellEdit } from './cell-edit.ts';

/** A column that answers need and the table lacks. */
export interface AddedColumn {
  readonly field: string;
  readonly heading: string;
  readonly cell: number;
}

const HAN = /\p{Script=Han}/u;

/** What a field is called beside the headings that the table has: in Chinese, unless none of them is. */
const headingFor = ({ fields }: RecordSchema, { headings }: OpenTable, field: string): string => {
  if (!headings.some((heading) => HAN.test(heading))) return field;
  return fields.find(({ name }) => name === field)?.headings.find((heading) => HAN.test(heading)) ?? field;
};

/** The heading a field has in a table, or gets once an answer needs a column of it. */
export const headingIn = (table: OpenTable, schema: RecordSchema, field: string): string => {
  const cell = table.columns[schema.fields.findIndex(({ name }) => name === field)] ?? -1;
  return table.headings[cell] ?? headingFor(schema, table, field);
};

/** The columns to be put at the right end, in the order of the record schema. */
export const addedColumns = (table: OpenTable, schema: RecordSchema, edits: readonly CellEdit[]): AddedColumn[] =>
  schema.fields
    .filter(({ name }, at) => (table.columns[at] ?? -1) < 0 && edits.some(({ field }) => field === name))
    .map(({ name }, nth) => ({
      field: name,
      heading: headingFor(schema, table, name),
      cell: table.headings.length + nth,
    }));

/** Cells up to the last heading that is not blank: what every record has. */
export const widthOfTable = ({ headings }: OpenTable): number =>
  headings.findLastIndex((each) => each.trim() !== '') + 1;

/** A table as it will read once the answers are written: their cells changed, columns added for those that have none. */
export const amendTable = (table: OpenTable, schema: RecordSchema, edits: readonly CellEdit[]): OpenTable => {
  const own = edits.filter((edit) => edit.table === table.table);
  if (own.length === 0) return table;
  const added = addedColumns(table, schema, own);
  const columns = schema.fields.map(
    ({ name }, at) => added.find(({ field }) => field === name)?.cell ?? table.columns[at] ?? -1,
  );
  const headings = [...table.headings, ...added.map(({ heading }) => heading)];
  const width = widthOfTable(table);
  const byRow = new Map<number, { readonly cell: number; readonly text: string }[]>();
  for (const { row, field, text } of own) {
    const cell = columns[schema.fields.findIndex(({ name }) => name === field)]!;
    byRow.set(row, [...(byRow.get(row) ?? []), { cell, text }]);
  }
  const isPadded = (length: number): boolean => added.length > 0 && length >= width && length < headings.length;

  const amendCells = (cells: readonly string[], row: number): readonly string[] => {
    const changes = byRow.get(row);
    if (changes === undefined && !isPadded(cells.length)) return cells;
    const amended = [...cells];
    while (isPadded(amended.length)) amended.push('');
    for (const { cell, text } of changes ?? []) amended[cell] = text;
    return amended;
  };

  return {
    ...table,
    headings,
    columns,
    async *batches(): AsyncGenerator<Batch> {
      for await (const { first, rows } of table.batches())
        yield { first, rows: rows.map((cells, at) => amendCells(cells, first + at)) };
    },
    locate: (row): readonly Cell[] => {
      const cells = table.locate(row);
      const texts = amendCells(
        cells.map(({ text }) => text),
        row,
      );
      return texts.map((text, at) => {
        // What is not in the file yet stands for its row.
        const { line, column } = cells[at] ?? cells[0] ?? { line: 1, column: 1 };
        return { line, column, text };
      });
    },
  };
};
