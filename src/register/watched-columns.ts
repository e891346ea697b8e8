import type { Diagnostics } from '../diagnostics/diagnostics.ts';
import type { OpenTable } from '../intake/open-table.ts';
import { asideTest, watchTest } from '../model/watch-words.ts';
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

const watched = (cell: number): Watched => ({ cell, words: new Set(), rows: [], count: 0 });

/**
 * Looks for the words that a ruleset watches for in the columns that no rule reads, and in
 * the lines around the records. One warning a column, with how many cells raise it and the first places: a remark
 * repeated down a register is one thing to look into.
 */
export const columnWatcher = (
  table: OpenTable,
  { keys, values, width, watch: words }: Columns,
  diagnostics: Diagnostics,
) => {
  const read = new Set([...keys, ...values].map(({ cell }) => cell));
  const test = watchTest(words);
  const testAside = asideTest(words);
  const columns = Array.from({ length: words.length === 0 ? 0 : width }, (_, cell) => cell)
    .filter((cell) => !read.has(cell))
    .map(watched);
  /** Under no heading, beside the records. */
  const beside = new Map<number, Watched>();
  const aside = watched(-1);

  const note = (column: Watched, word: string, row: number): void => {
    column.words.add(word);
    column.count++;
    if (column.rows.length <= SHOWN) column.rows.push(row);
  };

  return {
    look: (cells: readonly string[], row: number): void => {
      for (const column of columns) {
        const text = cells[column.cell]!;
        const word = text === '' ? undefined : test(table.headings[column.cell]!, text);
        if (word !== undefined) note(column, word, row);
      }
      for (let cell = width; cell < cells.length && words.length > 0; cell++) {
        const word = cells[cell] === '' ? undefined : test('', cells[cell]!);
        if (word === undefined) continue;
        if (!beside.has(cell)) beside.set(cell, watched(cell));
        note(beside.get(cell)!, word, row);
      }
    },
    /** The same for a row that is no record. */
    lookAside: (cells: readonly string[], row: number): void => {
      if (words.length === 0) return;
      for (const text of cells) {
        const word = text === '' ? undefined : testAside(text);
        if (word !== undefined) note(aside, word, row);
      }
    },
    end: (): void => {
      for (const { cell, words: found, rows, count } of [...columns, ...beside.values(), aside]) {
        const [first, ...others] = rows;
        if (first === undefined) continue;
        const related = () => others.map((row) => whereOf(table, row, cell).place!());
        if (cell < 0) {
          const slots = { words: [...found], lines: count, sheet: '' };
          diagnostics.add('record.watched-aside', slots, { ...whereOf(table, first, cell), related });
          continue;
        }
        const heading = table.headings[cell]?.trim() || String(cell + 1);
        diagnostics.add(
          'record.watched',
          { heading, words: [...found], cells: count },
          { ...whereOf(table, first, cell), related },
        );
      }
    },
  };
};
