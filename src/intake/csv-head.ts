import { foldHeading } from '../model/fold.ts';
import { TABLES } from '../model/ruleset.ts';
import { findQuoted, lastRecordEnd } from './csv-cut.ts';
import { RECORD_LIMIT } from './csv-file.ts';
import { parseRows } from './csv-rows.ts';
import type { Decoded } from './encoding.ts';
import type { Headings } from './recognise.ts';
import { rowKind } from './row-kind.ts';

const DELIMITERS = [',', ';', '\t'];
/** Most headings stand in the first of these; long notes above them take the second, one without an end the third. */
const HEAD_BYTES = [1 << 10, 1 << 18, RECORD_LIMIT];
/** No other delimiter makes sense of a line in which this one shows so many headings. */
const SURE = 3;
/** The headings are looked for in this many rows: instructions may fill pages, and a file without any costs no more. */
const HEAD_ROWS = 1000;

/** Where the table begins: its headings are row `row` (from 0), the records follow. */
export interface Head {
  readonly delimiter: string;
  readonly row: number;
  readonly headings: readonly string[];
  /** The file says its delimiter in a first line `sep=;`. */
  readonly separatorLine: boolean;
  /** Rows above the headings by what they are. */
  readonly above: readonly { row: number; kind: 'form' | 'blank' | 'separator' }[];
  /** How many headings some table knows. */
  readonly known: number;
}

const headOf = (rows: readonly (readonly string[])[], delimiter: string, headings: Headings): Head => {
  const separatorLine = /^sep=/i.test(rows[0]?.[0] ?? '');
  const above: { row: number; kind: 'form' | 'blank' | 'separator' }[] = [];
  const isKnown = (cell: string) => TABLES.some((table) => headings[table].has(foldHeading(cell)));
  for (const [row, cells] of rows.entries()) {
    const { kind } = rowKind(cells);
    const known = cells.filter(isKnown).length;
    if (row === 0 && separatorLine) above.push({ row, kind: 'separator' });
    else if (kind === 'blank') above.push({ row, kind: 'blank' });
    else if (known === 0 && (kind === 'single' || kind === 'form')) above.push({ row, kind: 'form' });
    else return { delimiter, row, headings: cells, separatorLine, above, known };
  }
  return { delimiter, row: rows.length, headings: [], separatorLine, above, known: 0 };
};

const readHead = (
  { source, start, decode, encoding }: Decoded,
  headings: Headings,
  size: number,
  delimiter: string,
) => {
  const bytes = source.read(start, size);
  const final = start + bytes.length >= source.size;
  const quoted = findQuoted(bytes, bytes.length, delimiter.charCodeAt(0));
  const end = final && quoted.open < 0 ? bytes.length : lastRecordEnd(bytes, bytes.length, quoted);
  const whole = bytes.subarray(0, end);
  const rows = parseRows(encoding === 'utf-8' ? whole : decode(whole), delimiter, HEAD_ROWS);
  return headOf(rows, delimiter, headings);
};

/** Reads the beginning of the file with each delimiter and takes the one under which most headings are known. */
export const findHead = (decoded: Decoded, headings: Headings): Head => {
  const said = /^sep=(.)\r?\n?/i.exec(decoded.source.read(decoded.start, 8).toString('latin1'))?.[1];
  const candidates = said !== undefined && DELIMITERS.includes(said) ? [said] : DELIMITERS;
  let best: Head | undefined;
  for (const size of HEAD_BYTES) {
    for (const delimiter of candidates) {
      const head = readHead(decoded, headings, size, delimiter);
      if (head.known >= SURE) return head;
      const isFirstFound = best?.headings.length === 0 && head.headings.length > 0;
      if (best === undefined || head.known > best.known || isFirstFound) best = head;
    }
    if (size > HEAD_BYTES[0]! && best!.headings.length > 0) break;
  }
  return best!;
};
