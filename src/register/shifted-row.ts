import type { OpenTable } from '../intake/open-table.ts';
import type { Column, Columns } from './columns.ts';

type Cells = readonly string[];

const DIGIT = /\d/;
const isFilled = (text: string | undefined): boolean => text !== undefined && text.trim() !== '';

/** Where the cells of a row came to stand beside their columns, as far as what they say shows it. */
export const shiftedRowTest = (table: OpenTable, { keys, values, width }: Columns) => {
  const columns = [...keys, ...values];
  const nameless = table.headings.flatMap((heading, cell) => (cell < width && !isFilled(heading) ? [cell] : []));

  /** Any word may be a code; one of a national register has digits. */
  const isSound = ({ field, read }: Column, text: string): boolean =>
    read(text).problem === undefined && (field.kind !== 'code' || !isFilled(text) || DIGIT.test(text));

  /** Filled cells under no heading. */
  const strayIn = (cells: Cells): number[] =>
    cells.flatMap((text, cell) => (isFilled(text) && (cell >= width || nameless.includes(cell)) ? [cell] : []));

  const isWhole = (cells: Cells): boolean =>
    columns.every((column) => isSound(column, cells[column.cell] ?? '')) && strayIn(cells).length === 0;

  /** Whether a row has more of what is counted than another. */
  const saysMore = (cells: Cells, than: Cells): boolean =>
    values.some(
      ({ field, cell, read }) =>
        field.kind !== 'text' &&
        read(cells[cell] ?? '').value !== undefined &&
        read(than[cell] ?? '').value === undefined,
    );

  const without = (cells: Cells, at: number): Cells => cells.toSpliced(at, 1);

  return {
    strayIn,
    /** The heading from which a row with cells too many goes right if one cell is taken out; blank where none is seen. */
    from: (cells: Cells): string => {
      const places = Array.from({ length: Math.min(width, cells.length) }, (_, at) => at).filter((at) =>
        isWhole(without(cells, at)),
      );
      const at = places.find((place) => !isFilled(cells[place])) ?? places.at(-1);
      return at === undefined ? '' : (table.headings[at] ?? '').trim();
    },
    /** Whether a filled cell under no heading comes under one, and a blank one is filled, if others are moved by one. */
    isShifted: (cells: Cells): boolean => {
      const stray = strayIn(cells);
      if (stray.length === 0) return false;
      return cells.some((text, at) => {
        if (isFilled(text) || at >= width) return false;
        const taken = without(cells, at);
        const moved = [taken, ...stray.map((cell) => taken.toSpliced(cell, 0, ''))];
        return moved.some((row) => isWhole(row) && saysMore(row, cells));
      });
    },
    /** Whether a blank cell stands before a filled one. */
    hasGap: (cells: Cells): boolean => {
      const last = cells.findLastIndex(isFilled);
      return cells.some((text, at) => at < last && !isFilled(text));
    },
  };
};
