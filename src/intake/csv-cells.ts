import type { Cell } from './open-table.ts';
import { cellName, SHEET_COLUMNS, SHEET_ROWS } from './xlsx/cell-name.ts';

const LINE_BREAK = /\r\n|\n|\r/g;

/** Where a cell stands in its record: `to` is the delimiter behind it, or the record's end. */
export interface CellSpan {
  readonly from: number;
  readonly to: number;
  /** Where the quote stands that ends a quoted cell; -1 where the cell does not begin with a quote. */
  readonly quote: number;
  /** Of a quoted cell, whether nothing follows that quote. */
  readonly closed: boolean;
}

/** The cell that begins at `from`. The same rules as csv-cut; works on text, and on bytes as Latin-1. */
export const cellSpan = (record: string, delimiter: string, from: number): CellSpan => {
  const quoted = record[from] === '"';
  const end = quoted ? closingQuote(record, from, delimiter) : { at: -1, closed: false };
  const to = record.indexOf(delimiter, quoted ? end.at : from);
  return { from, to: to < 0 ? record.length : to, quote: end.at, closed: end.closed };
};

/**
 * The cells of one record with their beginnings, `least` at least; `line` is the line the record begins on, `row` the row
 * in which a spreadsheet shows it, from 0.
 */
export const splitCells = (record: string, delimiter: string, line: number, row = SHEET_ROWS, least = 0): Cell[] => {
  const cells: Cell[] = [];
  const add = (lineOf: number, column: number, text: string) => {
    const at = cells.length;
    if (row >= SHEET_ROWS || at >= SHEET_COLUMNS) cells.push({ line: lineOf, column, text });
    else cells.push({ line: lineOf, column, sheetCell: cellName(row, at), text });
  };
  let at = 0;
  let lineNow = line;
  let lineStart = 0;
  for (;;) {
    const column = at - lineStart + 1;
    const { to, quote, closed } = cellSpan(record, delimiter, at);
    if (quote < 0) add(lineNow, column, record.slice(at, to));
    else {
      const inner = record.slice(at + 1, quote);
      const text = inner.replaceAll('""', '"');
      const whole = closed ? text + record.slice(quote + 1, to) : `"${text}${record.slice(quote, to)}`;
      add(lineNow, column, whole);
      for (const found of inner.matchAll(LINE_BREAK)) {
        lineNow++;
        lineStart = at + 1 + found.index + found[0].length;
      }
    }
    if (to === record.length) break;
    at = to + 1;
  }
  const column = record.length - lineStart + 1;
  while (cells.length < least) add(lineNow, column, '');
  return cells;
};

/** The quote that ends the quoted part that begins at `open`; `closed` is false where text follows it. */
const closingQuote = (record: string, open: number, delimiter: string): { at: number; closed: boolean } => {
  let at = record.indexOf('"', open + 1);
  while (at >= 0 && record[at + 1] === '"') at = record.indexOf('"', at + 2);
  if (at < 0) return { at: record.length, closed: true };
  const after = record[at + 1];
  return { at, closed: after === undefined || after === delimiter || after === '\0' };
};
