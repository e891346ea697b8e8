import { HEAD_ROWS } from '../find-headings.ts';
import type { Sheet } from './sheet.ts';

/** Longer instructions than these stand above no headings. */
const HEAD_CHARACTERS = 1 << 20;

/** The rows of a sheet in which headings are looked for, blank ones included. */
export const firstRows = ({ rows }: Sheet): string[][] => {
  const first: string[][] = [];
  let length = 0;
  for (const { row, visit } of rows.rows()) {
    if (row >= HEAD_ROWS || length > HEAD_CHARACTERS) break;
    while (first.length < row) first.push([]);
    const cells: string[] = [];
    visit((column, text) => {
      while (cells.length < column) cells.push('');
      cells.push(text);
      length += text.length;
    });
    first.push(cells);
  }
  return first;
};
