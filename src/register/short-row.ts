import type { OpenTable } from '../intake/open-table.ts';
import type { Columns } from './columns.ts';

/** What stands around a row: how many cells the row above and below it have, and whether it may be cut off itself. */
export interface Beside {
  readonly above: number;
  readonly below: number;
  readonly isCut: boolean;
}

/** Which rows with fewer cells than there are headings lack nothing but blanks at their end; NOTES.md says why these. */
export const shortRowTest = (table: OpenTable, { keys: keyColumns, values, width }: Columns) => {
  const keys = keyColumns.map(({ cell }) => cell);
  const last = values.toSorted((a, b) => b.cell - a.cell)[0];
  /** Numbers of cells that rows beside each other had. */
  const usual = new Set<number>();

  const fieldsOf = (text: string): number =>
    values.filter(({ field, read }) => field.kind === 'choice' && read(text).value !== undefined).length;

  /** Whether the last of the values stands where it belongs: a label that none of the other columns knows. */
  const endsWithItsLabel = (cells: readonly string[]): boolean =>
    last?.field.kind === 'choice' &&
    fieldsOf(cells[last.cell] ?? '') === 1 &&
    last.read(cells[last.cell]!).value !== undefined;

  return {
    isWhole: (cells: readonly string[], { above, below, isCut }: Beside): boolean => {
      const { length } = cells;
      if (isCut || keys.some((cell) => cell >= length)) return false;
      // Two halves of one row may have as many cells as each other.
      const mayBeHalf = 2 * length <= width + 1;
      if (!mayBeHalf && (above === length || below === length)) usual.add(length);
      return usual.has(length) || (last !== undefined && last.cell < length && endsWithItsLabel(cells));
    },
    fill: (cells: readonly string[]): readonly string[] => [
      ...cells,
      ...new Array<string>(width - cells.length).fill(''),
    ],
    /** The headings of the cells that are not there. */
    lacking: ({ length }: readonly string[]): string[] =>
      table.headings.slice(length, width).filter((heading) => heading.trim() !== ''),
  };
};
