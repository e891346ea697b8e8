/** How wide the columns and how high the rows of a sheet are, by their numbers from 0. */
export interface Grid {
  /** In characters. */
  widthOf(column: number): number;
  /** In points. */
  heightOf(row: number): number;
}

/** Of a digit in the default font, and of the space around the text of a cell; in pixels. */
const DIGIT = 7;
const PADDING = 5;
/** How many pixels a point has. */
const POINT = 4 / 3;

/** Where `distance` pixels from the beginning of number `first` ends: in which one, and how far into it. */
const endOf = (
  distance: number,
  first: number,
  sizeOf: (at: number) => number,
): readonly [at: number, rest: number] => {
  const size = sizeOf(first);
  return distance < size ? [first, Math.round(distance)] : endOf(distance - size, first + 1, sizeOf);
};

/** The corners of a box right of a cell, in the terms of the format: column, pixels into it, row, pixels into it. */
export const anchorOf = (
  { widthOf, heightOf }: Grid,
  column: number,
  row: number,
  width: number,
  height: number,
): string => {
  const [indent, drop] = [15, 4];
  const [right, into] = endOf(indent + width, column + 1, (at) => widthOf(at) * DIGIT + PADDING);
  const [bottom, down] = endOf(drop + height, row, (at) => heightOf(at) * POINT);
  return [column + 1, indent, row, drop, right, into, bottom, down].join();
};
