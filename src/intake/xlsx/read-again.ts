import type { RawCell, SheetCells } from '../raw-cell.ts';
import type { Source } from '../source.ts';
import { openArchive } from './archive.ts';
import { cellName } from './cell-name.ts';
import { XlsxFault } from './fault.ts';
import { readParts } from './read-parts.ts';
import { readSheet } from './read-sheet.ts';
import { findWorkbook, readWorkbook } from './workbook.ts';

/** All cells of the sheet that `path` ends in; null where it cannot be read. */
export const readSheetAgain = async (source: Source, path: string): Promise<SheetCells | null> => {
  try {
    const archive = await openArchive(source, () => {});
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
        for (const { row, visit } of rows.rows()) {
          const cells: RawCell[] = [];
          visit((column, text, kind) => {
            cells.push({ column, text, kind });
          });
          yield { row, cells };
        }
      },
      find: ({ line, column }) => ({ row: line - 1, column: column - 1 }),
    };
  } catch (error) {
    if (error instanceof XlsxFault) return null;
    throw error;
  }
};
