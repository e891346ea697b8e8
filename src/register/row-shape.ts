import type { Diagnostics } from '../diagnostics/diagnostics.ts';
import type { OpenTable } from '../intake/open-table.ts';
import type { Column, Columns } from './columns.ts';
import { whereOf } from './row-index.ts';

type Cells = readonly string[];

/** What stands around a row: how many cells the row below it has, and whether it may be cut off itself. */
export interface Beside {
  readonly below: number;
  readonly isCut: boolean;
}

const DIGIT = /\d/;
const isFilled = (text: string | undefined): boolean => text !== undefined && text.trim() !== '';
const without = (cells: Cells, at: number): Cells => cells.toSpliced(at, 1);

/** Whether a blank cell stands before a filled one. */
const hasGap = (cells: Cells): boolean => {
  const last = cells.findLastIndex(isFilled);
  return cells.some((text, at) => at < last && !isFilled(text));
};

/**
 * Whether the cells of rows stand under their headings, as far as their number and what they say show it. A row with
 * fewer of them may lack nothing but blanks at its end; NOTES.md says which. `refuse` is told of the others.
 */
export const rowShape = (
  table: OpenTable,
  { keys, values, width }: Columns,
  diagnostics: Diagnostics,
  refuse: (cells: Cells) => void,
  beside: () => Beside,
) => {
  const columns = [...keys, ...values];
  const lastValue = values.toSorted((a, b) => b.cell - a.cell)[0];
  const nameless = table.headings.flatMap((heading, cell) => (cell < width && !isFilled(heading) ? [cell] : []));
  /** Those of them that were blank so far. */
  const blank = new Set(nameless);
  /** Rows of a spreadsheet have as many cells as the headings, and remarks may stand beside them. */
  const isSpreadsheet = table.faults !== undefined;
  /** Numbers of cells that short rows beside each other had. */
  const usual = new Set<number>();
  /** Cells of the last record, as it was and filled up. */
  const above = { own: 0, filled: 0 };
  /** The first record, where it has cells too many and a gap: the next one shows whether all have. */
  let doubted: { readonly row: number; readonly cells: Cells } | undefined;

  /** Any word may be a code; one of a national register has digits. */
  const isSound = ({ field, cell, read }: Column, cells: Cells): boolean => {
    const text = cells[cell] ?? '';
    return read(text).problem === undefined && (field.kind !== 'code' || !isFilled(text) || DIGIT.test(text));
  };

  /** Filled cells under no heading. */
  const strayIn = (cells: Cells): number[] =>
    cells.flatMap((text, cell) => (isFilled(text) && (cell >= width || nameless.includes(cell)) ? [cell] : []));

  const isWhole = (cells: Cells): boolean =>
    columns.every((column) => isSound(column, cells)) && strayIn(cells).length === 0;

  /** Whether a row has more of what is counted than another. */
  const saysMore = (cells: Cells, than: Cells): boolean =>
    values.some(
      ({ field, cell, read }) =>
        field.kind !== 'text' &&
        read(cells[cell] ?? '').value !== undefined &&
        read(than[cell] ?? '').value === undefined,
    );

  /** The heading from which a row with cells too many goes right if one cell is taken out; blank where none is seen. */
  const shiftedFrom = (cells: Cells): string => {
    const places = Array.from({ length: Math.min(width, cells.length) }, (_, at) => at).filter((at) =>
      isWhole(without(cells, at)),
    );
    const at = places.find((place) => !isFilled(cells[place])) ?? places.at(-1);
    return at === undefined ? '' : (table.headings[at] ?? '').trim();
  };

  const refuseRagged = (cells: Cells, row: number, at: number): void => {
    const from = cells.length < width ? '' : shiftedFrom(cells);
    diagnostics.add('table.ragged', { cells: cells.length, headings: width, from }, whereOf(table, row, at));
    refuse(cells);
  };

  /** The first filled cell under no heading, behind all of them. */
  const extraIn = (cells: Cells): number => cells.findIndex((cell, at) => at >= width && isFilled(cell));

  /** Whether a filled cell under no heading comes under one, and a blank one is filled, if others are moved by one. */
  const isShifted = (cells: Cells): boolean => {
    const stray = strayIn(cells);
    if (stray.length === 0) return false;
    return cells.some((text, at) => {
      if (isFilled(text) || at >= width) return false;
      const taken = without(cells, at);
      const moved = [taken, ...stray.map((cell) => taken.toSpliced(cell, 0, ''))];
      return moved.some((row) => isWhole(row) && saysMore(row, cells));
    });
  };

  /** Whether the last of the values stands where it belongs: a label that none of the other columns knows. */
  const endsWithItsLabel = (cells: Cells): boolean => {
    if (lastValue?.field.kind !== 'choice' || lastValue.cell >= cells.length) return false;
    const text = cells[lastValue.cell]!;
    const knowing = values.filter(({ field, read }) => field.kind === 'choice' && read(text).value !== undefined);
    return knowing.length === 1 && lastValue.read(text).value !== undefined;
  };

  return {
    /** Whether a row with fewer cells than there are headings lacks nothing but blanks. */
    lacksBlanks: (cells: Cells): boolean => {
      const { length } = cells;
      const { below, isCut } = beside();
      if (isCut || keys.some(({ cell }) => cell >= length)) return false;
      // Two halves of one row may have as many cells as each other.
      const mayBeHalf = 2 * length <= width + 1;
      if (!mayBeHalf && (above.own === length || below === length)) usual.add(length);
      return usual.has(length) || endsWithItsLabel(cells);
    },
    fill: (cells: Cells): Cells =>
      cells.length < width ? [...cells, ...new Array<string>(width - cells.length).fill('')] : cells,
    tellFilled: ({ length }: Cells, row: number): void => {
      const headings = table.headings.slice(length, width).filter(isFilled);
      diagnostics.add('csv.short-row', { headings }, whereOf(table, row, -1));
    },
    /** Refuses a row of a text file that has filled cells behind the last heading. */
    hasExtra: (cells: Cells, row: number): boolean => {
      const extra = isSpreadsheet ? -1 : extraIn(cells);
      if (extra >= 0) refuseRagged(cells, row, extra);
      return extra >= 0;
    },
    /** Whether the cells of a row stand under their headings, as far as their number shows. */
    hasItsCells: (cells: Cells, row: number): boolean => {
      const { length } = cells;
      if (isSpreadsheet || length === width) return true;
      const extra = extraIn(cells);
      // What a comma too many leaves of a row that ended in a blank cell; spreadsheets pad rows alike, or by more.
      const isLonger = length === Math.max(above.filled, table.headings.length) + 1 && length > width && extra < 0;
      const mayHaveMoved = isLonger && hasGap(cells);
      if (mayHaveMoved && above.filled === 0) doubted = { row, cells };
      if (length < width || extra >= 0 || (mayHaveMoved && above.filled > 0)) {
        refuseRagged(cells, row, length < width ? 0 : Math.max(extra, width));
        return false;
      }
      if (length > table.headings.length) {
        diagnostics.add('table.extra-cells', {}, whereOf(table, row, table.headings.length));
      }
      return true;
    },
    /** Refuses a row in which something under no heading belongs under one. */
    isMoved: (cells: Cells, row: number): boolean => {
      if ((nameless.length === 0 && cells.length <= width) || !isShifted(cells)) return false;
      const [stray] = strayIn(cells);
      diagnostics.add('table.shifted-row', { from: shiftedFrom(cells) }, whereOf(table, row, stray!, cells[stray!]));
      refuse(cells);
      return true;
    },
    /** What a record shows of the one before and of the columns without a heading; `length` is that before it was filled. */
    accept: (cells: Cells, length: number, row: number): void => {
      if (doubted !== undefined && doubted.row !== row) {
        if (cells.length !== doubted.cells.length) refuseRagged(doubted.cells, doubted.row, width);
        doubted = undefined;
      }
      above.own = length;
      above.filled = cells.length;
      if (blank.size === 0) return;
      for (const cell of blank) {
        if (!isFilled(cells[cell])) continue;
        blank.delete(cell);
        diagnostics.add('table.nameless-column', { column: cell + 1 }, whereOf(table, row, cell, cells[cell]));
      }
    },
  };
};
