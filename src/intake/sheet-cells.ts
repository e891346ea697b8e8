import { lastWhere } from '../model/numbers.ts';
import type { Place } from '../model/place.ts';
import type { Ruleset } from '../model/ruleset.ts';
import { cellName } from '../model/spreadsheet.ts';
import { CsvFile } from './csv-file.ts';
import { findHead } from './csv-table.ts';
import { decode } from './encoding.ts';
import { isYaml, type OpenInput } from './open-inputs.ts';
import type { Source } from './source.ts';
import { XlsxFault } from './xlsx/fault.ts';
import { readParts, readSheet } from './xlsx/read-sheet.ts';
import { isFilledAt } from './xlsx/sheet.ts';
import { openWorkbook } from './xlsx/workbook.ts';

/** A filled cell as it was read, its column counted from 0. */
export interface RawCell {
  readonly column: number;
  readonly text: string;
}

/** All cells of a sheet or CSV file, whether they are a table or not; rows count from 0. */
export interface SheetCells {
  readonly isCsv: boolean;
  /** `A3:B4` of each group of merged cells. */
  readonly merges: readonly string[];
  /** The rows that are filled, in order. */
  rows(): AsyncIterable<{ readonly row: number; readonly cells: readonly RawCell[] }>;
  /** Row and column of a place in it; all rows have to be read before. */
  find(place: Pick<Place, 'line' | 'column'>): { readonly row: number; readonly column: number };
}

const csvCells = (csv: CsvFile): SheetCells => {
  let count = 0;
  return {
    isCsv: true,
    merges: [],
    async *rows() {
      for await (const { first, rows } of csv.batches()) {
        for (const [at, texts] of rows.entries()) {
          const cells = texts.flatMap((text, column) => (text === '' ? [] : [{ column, text }]));
          if (cells.length > 0) yield { row: first + at, cells };
        }
        count = first + rows.length;
      }
    },
    find: ({ line, column }) => {
      const row = Math.max(
        0,
        lastWhere(count, (at) => (csv.locate(at)[0]?.line ?? 0) <= line),
      );
      const cells = csv.locate(row);
      const nth = cells.findLastIndex((cell) => cell.line < line || (cell.line === line && cell.column <= column));
      return { row, column: Math.max(0, nth) };
    },
  };
};

/** Of the sheet that `path` ends in. */
const cellsOfSheet = async (source: Source, path: string): Promise<SheetCells | null> => {
  const { archive, workbook } = await openWorkbook(source);
  // Names may hold `#` too: the longest is the one that is meant.
  const [entry] = (workbook?.sheets ?? [])
    .filter(({ name }) => path.endsWith(`#${name}`))
    .sort((a, b) => b.name.length - a.name.length);
  if (workbook === null || entry === undefined) return null;
  const { rows, merges } = await readSheet({ ...(await readParts(archive, workbook, undefined)), part: entry.part });
  return {
    isCsv: false,
    merges: merges.all.map(({ top, left, bottom, right }) => `${cellName(top, left)}:${cellName(bottom, right)}`),
    async *rows() {
      for (const own of rows.all()) {
        const cells = own.texts.flatMap((text, column) => (isFilledAt(own, column) ? [{ column, text }] : []));
        yield { row: own.row, cells };
      }
    },
    find: ({ line, column }) => ({ row: line - 1, column: column - 1 }),
  };
};

/** Reads an input again as the cells that stand in it; null for what cannot be read to its end. */
export const readSheetCells = async (
  { path, encoding, source, table }: OpenInput,
  ruleset: Ruleset,
  asked: string | null,
): Promise<SheetCells | 'yaml' | null> => {
  if (encoding === 'xlsx') {
    try {
      return await cellsOfSheet(source, path);
    } catch (error) {
      if (error instanceof XlsxFault) return null;
      throw error;
    }
  }
  const decoded = decode(source, source.survey().isUtf8, asked);
  if (!('source' in decoded)) return null;
  const head = decoded.decode(decoded.source.read(decoded.start, 4096));
  if (isYaml({ file: path === '-' ? null : path }, () => head)) return 'yaml';
  const { delimiter, other, wide } = findHead(decoded, ruleset);
  const csv = new CsvFile(decoded, delimiter);
  if (other !== undefined || (table === null && wide !== null)) return null;
  for await (const _ of csv.batches());
  return csv.endless(0) === undefined ? csvCells(csv) : null;
};
