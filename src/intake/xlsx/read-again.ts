import type { Place } from '../../model/place.ts';
import type { Source } from '../source.ts';
import { cellName } from './cell-name.ts';
import { XlsxFault } from './fault.ts';
import { readParts, readSheet } from './read-sheet.ts';
import { type CellKind, isFilledAt, kindAt } from './sheet.ts';
import { findWorkbook, readWorkbook } from './workbook.ts';

/** A filled cell as it was read, its column counted from 0. */
export interface RawCell {
  readonly column: number;
  readonly text: string;
  /** What it is in a spreadsheet; all that CSV has is text. */
  readonly kind: CellKind;
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

/** All cells of the sheet that `path` ends in; null where it cannot be read. */
export const readSheetAgain = async (source: Source, path: string): Promise<SheetCells | null> => {
  try {
    const archive = await source.openArchive();
    const part = await findWorkbook(archive);
    if (part === undefined) return null;
    const workbook = await readWorkbook(archive, part);
    // Names may hold `#` too: the longest is the one that is meant.
    const [entry] = workbook.sheets
      .filter(({ name }) => path.endsWith(`#${name}`))
      .sort((a, b) => b.name.length - a.name.length);
    if (entry === undefined) return null;
    const { rows, merges } = await readSheet({ ...(await readParts(archive, workbook, undefined)), part: entry.part });
    return {
      isCsv: false,
      merges: merges.all.map(({ top, left, bottom, right }) => `${cellName(top, left)}:${cellName(bottom, right)}`),
      async *rows() {
        for (const own of rows.all()) {
          const cells = own.texts.flatMap((text, column): RawCell[] =>
            isFilledAt(own, column) ? [{ column, text, kind: kindAt(own, column) }] : [],
          );
          yield { row: own.row, cells };
        }
      },
      find: ({ line, column }) => ({ row: line - 1, column: column - 1 }),
    };
  } catch (error) {
    if (error instanceof XlsxFault) return null;
    throw error;
  }
};

/** Whether it is a workbook that streetcheck wrote as a report; false where it cannot be read. */
export const isReportWorkbook = async (source: Source): Promise<boolean> => {
  try {
    const archive = await source.openArchive();
    const part = await findWorkbook(archive);
    return part !== undefined && (await readWorkbook(archive, part)).sheets.every(({ isOwn }) => isOwn);
  } catch {
    return false;
  }
};
