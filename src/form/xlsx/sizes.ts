import { longest } from '../../report/width.ts';
import type { FormColumn } from '../form.ts';

/** In characters. */
const WIDTHS = { code: 18, name: 22, text: 24, year: 8, count: 10, choice: 10 } as const;
const WIDEST_HEADING = 16;
/** Of a digit in the default font, and of the space around the text of a cell; in pixels. */
const DIGIT = 7;
const PADDING = 5;

/** Of a row in points, and how many pixels a point has. */
export const HEADING_HEIGHT = 33;
export const ROW_HEIGHT = 15;
const POINT = 4 / 3;

/** Width of a column in characters. */
export const widthOfColumn = ({ kind, heading, labels }: FormColumn): number =>
  Math.max(WIDTHS[kind], Math.min(WIDEST_HEADING, longest([heading]) + 2), longest(labels) + 4);

/** Where `distance` pixels from the beginning of number `first` ends: in which one, and how far into it. */
const endOf = (
  distance: number,
  first: number,
  sizeOf: (at: number) => number,
): readonly [at: number, rest: number] => {
  const size = sizeOf(first);
  return distance < size ? [first, Math.round(distance)] : endOf(distance - size, first + 1, sizeOf);
};

/** The corners of a box right of a heading, in the terms of the format: column, pixels into it, row, pixels into it. */
export const anchorOf = (
  columns: readonly FormColumn[],
  at: number,
  headingRow: number,
  width: number,
  height: number,
): string => {
  const [indent, drop] = [15, 4];
  const widthOf = (index: number) => {
    const column = columns[index];
    return (column === undefined ? WIDTHS.choice : widthOfColumn(column)) * DIGIT + PADDING;
  };
  const heightOf = (row: number) => (row === headingRow ? HEADING_HEIGHT : ROW_HEIGHT) * POINT;
  const [right, into] = endOf(indent + width, at + 1, widthOf);
  const [bottom, down] = endOf(drop + height, headingRow, heightOf);
  return [at + 1, indent, headingRow, drop, right, into, bottom, down].join();
};
