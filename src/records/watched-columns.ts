import type { Diagnostics } from '../diagnostics/diagnostics.ts';
import type { OpenTable } from '../intake/open-table.ts';
import { watchTest } from '../model/watch-words.ts';
import type { Columns } from './columns.ts';
import { whereOf } from './row-index.ts';

/** Places shown beside the first. */
const SHOWN = 4;

interface Watched {
  readonly cell: number;
  readonly words: Set<string>;
  readonly rows: number[];
  count: number;
}

/**
 * Looks for the words that a ruleset watches for in the columns that no rule reads. One warning a column, with how many
 * cells raise it and the first places: a remark repeated down a register is one thing to look into.
 */
export const columnWatcher = (
  table: OpenTable,
  { key, values, width }: Columns,
  words: readonly string[],
  diagnostics: Diagnostics,
) => {
  const read = new Set([
    ...Object.values(key).flatMap((column) => column?.cell ?? []),
    ...values.map(({ cell }) => cell),
  ]);
  const test = watchTest(words);
  const columns = Array.from({ length: words.length === 0 ? 0 : width }, (_, cell) => cell)
    .filter((cell) => !read.has(cell))
    .map((cell): Watched => ({ cell, words: new Set(), rows: [], count: 0 }));

  return {
    look: (cells: readonly string[], row: number): void => {
      for (const column of columns) {
        const text = cells[column.cell]!;
        const word = text === '' ? undefined : test(table.headings[column.cell]!, text);
        if (word === undefined) continue;
        column.words.add(word);
        column.count++;
        if (column.rows.length <= SHOWN) column.rows.push(row);
      }
    },
    end: (): void => {
      for (const { cell, words: found, rows, count } of columns) {
        const [first, ...others] = rows;
        if (first === undefined) continue;
        const related = () => others.map((row) => whereOf(table, row, cell).place!());
        const heading = table.headings[cell]!.trim() || String(cell + 1);
        diagnostics.add(
          'record.watched',
          { heading, words: [...found], cells: count },
          { ...whereOf(table, first, cell), related },
        );
      }
    },
  };
};
