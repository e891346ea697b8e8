import { unitsAt, widthOf } from './width.ts';

/** A cell already broken into lines that fit, and the colour of each line. */
export interface SetCell {
  readonly lines: readonly string[];
  readonly paint?: (line: string) => string;
}

/** A line that can be broken nowhere is cut off where its column ends. */
const cutTo = (line: string, width: number): string => {
  let at = 0;
  while (widthOf(line.slice(0, at + unitsAt(line, at))) < width) at += unitsAt(line, at);
  return `${line.slice(0, at)}…`;
};

/** One line across the columns, without spaces at its end. */
const acrossColumns = (row: readonly SetCell[], at: number, widths: readonly number[], gap: number): string => {
  let text = '';
  let pending = 0;
  for (const [column, { lines, paint }] of row.entries()) {
    const width = widths[column]!;
    const line = lines[at] ?? '';
    if (line === '') pending += width + gap;
    else {
      const fitting = widthOf(line) > width ? cutTo(line, width) : line;
      text += ' '.repeat(pending) + (paint === undefined ? fitting : paint(fitting));
      pending = width - widthOf(fitting) + gap;
    }
  }
  return text;
};

/** Rows of cells set in columns of the given widths, each row of one line at least. */
export const setInColumns = (rows: readonly (readonly SetCell[])[], widths: readonly number[], gap: number): string => {
  let text = '';
  for (const row of rows) {
    const height = row.reduce((most, { lines }) => Math.max(most, lines.length), 1);
    for (let line = 0; line < height; line++) text += `${acrossColumns(row, line, widths, gap)}\n`;
  }
  return text;
};
