import { cellRef, columnLetters, textCell } from './worksheet.ts';
import { MAIN, XML } from './xml.ts';

/** A list within the rule itself is at most this long, and its entries hold no comma and no quote. */
const INLINE_LIMIT = 255;

/** The drop-down lists of a workbook; those too long for a rule stand on a hidden sheet, a column each. */
export interface Lists {
  /** What the rule of a column refers to. */
  formulaOf(labels: readonly string[]): string;
  /** The hidden sheet; null where no list needs it. */
  sheet(): string | null;
}

export const createLists = (sheetName: string): Lists => {
  const columns: (readonly string[])[] = [];
  const same = (a: readonly string[], b: readonly string[]) =>
    a.length === b.length && a.every((label, at) => label === b[at]);
  return {
    formulaOf: (labels) => {
      const inline = labels.join(',');
      if (inline.length <= INLINE_LIMIT && !labels.some((label) => /[,"]|^\s|\s$/u.test(label))) return `"${inline}"`;
      const known = columns.findIndex((column) => same(column, labels));
      const letters = columnLetters(known >= 0 ? known : columns.push(labels) - 1);
      return `'${sheetName}'!$${letters}$1:$${letters}$${labels.length}`;
    },
    sheet: () => {
      if (columns.length === 0) return null;
      const rows = Array.from({ length: Math.max(...columns.map(({ length }) => length)) }, (_, at) => {
        const cells = columns.flatMap((labels, column) => {
          const label = labels[at];
          return label === undefined ? [] : [textCell(cellRef(column, at + 1), 'plain', label)];
        });
        return `<row r="${at + 1}">${cells.join('')}</row>`;
      });
      return `${XML}<worksheet xmlns="${MAIN}"><sheetData>${rows.join('')}</sheetData></worksheet>`;
    },
  };
};
