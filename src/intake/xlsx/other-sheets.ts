import { HEAD_ROWS, type Known, LIKELY } from '../find-headings.ts';
import { XlsxFault } from './fault.ts';
import { firstRows } from './first-rows.ts';
import { sheetHead } from './merged-headings.ts';
import { Merges } from './merges.ts';
import { readSheet, type SheetParts } from './read-sheet.ts';
import { blankSheet } from './sheet.ts';
import type { SheetEntry } from './workbook.ts';

/** Pieces of 256 KiB that are looked at in all, beyond the first of each sheet. */
const PATIENCE = 64;

/** The names of the sheets that were not read, those that are blank aside. */
export interface OtherSheets {
  /** They look like tables, hidden or not. */
  readonly tables: string[];
  /** They hold other data, and are not hidden. */
  readonly filled: string[];
}

/** What the first rows of sheets look like. */
export const findOtherSheets = async (
  sheets: readonly SheetEntry[],
  parts: Omit<SheetParts, 'part'>,
  known: Known,
): Promise<OtherSheets> => {
  const others: OtherSheets = { tables: [], filled: [] };
  let left = PATIENCE;
  for (const { name, part, isHidden } of sheets) {
    const sheet = blankSheet(parts.strings);
    let isBroken = false;
    try {
      const isEnough = (row: number) => row >= HEAD_ROWS || --left <= 0;
      // What was saved with a formula shows what the sheet looks like, whether it counts or not.
      await readSheet({ ...parts, part, recalculates: false, isEnough }, sheet);
    } catch (error) {
      // What is wrong with a sheet that nobody asked for is told when it is asked for.
      if (!(error instanceof XlsxFault)) throw error;
      isBroken = true;
    }
    sheet.rows.end();
    const { weight } = sheetHead(firstRows(sheet), isBroken ? new Merges() : sheet.merges, known);
    if (weight >= LIKELY) others.tables.push(name);
    else if (isBroken || (sheet.rows.lastRow >= 0 && !isHidden)) others.filled.push(name);
  }
  return others;
};
