import { asideTest } from '../../model/watch-words.ts';
import { HEAD_ROWS, type Known, LIKELY } from '../find-headings.ts';
import { holdsRow } from '../note-line.ts';
import { XlsxFault } from './fault.ts';
import { firstRows } from './first-rows.ts';
import { sheetHead } from './merged-headings.ts';
import { Merges } from './merges.ts';
import { readSheet, type SheetParts } from './read-sheet.ts';
import { blankSheet } from './sheet.ts';
import type { SheetEntry } from './workbook.ts';

/** Pieces of 256 KiB that are looked at in all, beyond the first of each sheet. */
const PATIENCE = 64;

/** Cells of a row that may be a record without headings above it: what it is about, whose it is, and what is said of it. */
const CELLS = 3;

/** The names of the sheets that were not read, those that are blank aside. */
export interface OtherSheets {
  /** They look like tables, hidden or not. */
  readonly tables: string[];
  /** They hold other data, and are not hidden. */
  readonly filled: string[];
  /** They speak of what is watched for, and are no tables. */
  readonly watched: { readonly sheet: string; readonly words: readonly string[]; readonly lines: number }[];
}

/** Whether rows that show no headings are records nevertheless, as on the second page of a list. */
const areRecords = (rows: readonly (readonly string[])[], { has, isValue }: Known): boolean =>
  rows.some((cells) => {
    const filled = cells.filter((cell) => cell.trim() !== '');
    return filled.length >= CELLS && !filled.some(has) && holdsRow(filled.join('，'), isValue);
  });

/** What the first rows of sheets look like. */
export const findOtherSheets = async (
  sheets: readonly SheetEntry[],
  parts: Omit<SheetParts, 'part'>,
  known: Known,
  watch: readonly string[],
): Promise<OtherSheets> => {
  const others: OtherSheets = { tables: [], filled: [], watched: [] };
  const test = asideTest(watch);
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
    const rows = firstRows(sheet);
    const { weight } = sheetHead(rows, isBroken ? new Merges() : sheet.merges, known);
    if (weight >= LIKELY || areRecords(rows, known)) {
      others.tables.push(name);
      continue;
    }
    // A list of what may be filled in holds the word alone.
    const found =
      watch.length === 0
        ? []
        : [name, ...rows.flat()].filter((text) => !watch.includes(text)).flatMap((text) => test(text) ?? []);
    if (found.length > 0) others.watched.push({ sheet: name, words: [...new Set(found)], lines: found.length });
    if (isBroken || (sheet.rows.lastRow >= 0 && !isHidden)) others.filled.push(name);
  }
  return others;
};
