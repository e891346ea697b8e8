import type { Cell } from './open-table.ts';

const LINE_BREAK = /\r\n|\n|\r/g;

/** The cells of one record with their beginnings; `line` is the line the record begins on. The same rules as csv-cut. */
export const splitCells = (record: string, delimiter: string, line: number): Cell[] => {
  const cells: Cell[] = [];
  let at = 0;
  let lineNow = line;
  let lineStart = 0;
  for (;;) {
    const column = at - lineStart + 1;
    const startLine = lineNow;
    let text: string;
    if (record[at] === '"') {
      const end = closingQuote(record, at, delimiter);
      const inner = record.slice(at + 1, end.at);
      const rest = record.indexOf(delimiter, end.at);
      const cellEnd = rest < 0 ? record.length : rest;
      const quoted = inner.replaceAll('""', '"');
      text = end.closed ? quoted + record.slice(end.at + 1, cellEnd) : `"${quoted}${record.slice(end.at, cellEnd)}`;
      for (const found of inner.matchAll(LINE_BREAK)) {
        lineNow++;
        lineStart = at + 1 + found.index + found[0].length;
      }
      cells.push({ line: startLine, column, text });
      if (rest < 0) return cells;
      at = cellEnd + 1;
      continue;
    }
    const end = record.indexOf(delimiter, at);
    text = record.slice(at, end < 0 ? record.length : end);
    cells.push({ line: startLine, column, text });
    if (end < 0) return cells;
    at = end + 1;
  }
};

/** The quote that ends the quoted part that begins at `open`; `closed` is false where text follows it. */
const closingQuote = (record: string, open: number, delimiter: string): { at: number; closed: boolean } => {
  let at = record.indexOf('"', open + 1);
  while (at >= 0 && record[at + 1] === '"') at = record.indexOf('"', at + 2);
  if (at < 0) return { at: record.length, closed: true };
  const after = record[at + 1];
  return { at, closed: after === undefined || after === delimiter || after === '\0' };
};
