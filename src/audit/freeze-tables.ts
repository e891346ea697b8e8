import type { Cell, OpenTable } from '../intake/open-table.ts';

/** The same table held in memory: it stays what it was, whatever becomes of its file. */
const freezeTable = async (table: OpenTable): Promise<OpenTable> => {
  const rows: (readonly string[])[] = [];
  const places: (readonly Cell[])[] = [];
  for await (const { first, rows: read } of table.batches()) {
    for (const [at, cells] of read.entries()) {
      rows[first + at] = cells;
      places[first + at] = table.locate(first + at);
    }
  }
  const start = table.place();
  const first = rows.findIndex((cells) => cells !== undefined);
  return {
    ...table,
    place: () => start,
    async *batches() {
      if (first >= 0) yield { first, rows: rows.slice(first) };
    },
    locate: (row) => places[row] ?? [],
  };
};

export const freezeTables = (tables: readonly OpenTable[]): Promise<OpenTable[]> =>
  Promise.all(tables.map(freezeTable));
