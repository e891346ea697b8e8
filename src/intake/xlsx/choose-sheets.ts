import type { RecordSchema, Ruleset, TableName } from '../../model/ruleset.ts';
import { asideTest } from '../../model/watch-words.ts';
import { findHeadings, HEAD_ROWS, LIKELY } from '../find-headings.ts';
import { type HeadingIndex, type KnownHeadings, knownHeadings } from '../heading-index.ts';
import { matchColumns, recogniseTable } from '../read-headings.ts';
import { XlsxFault } from './fault.ts';
import { readSheet, type SheetParts } from './read-sheet.ts';
import { blankSheet, firstRows } from './sheet.ts';
import type { SheetEntry } from './workbook.ts';

/** Pieces of 256 KiB that are looked at in all, beyond the first of each sheet. */
const PATIENCE = 64;

/** Cells of a row that may be a record without headings above it: what it is about, whose it is, and what is said of it. */
const CELLS = 3;

/** What the first rows of a sheet look like. */
export interface SheetLook extends SheetEntry {
  /** It cannot be read as far as that. */
  readonly isBroken: boolean;
  readonly isBlank: boolean;
  /** It shows headings, or records without any. */
  readonly isLikeTable: boolean;
  /** The tables that its headings are of, with something of theirs to be judged; none where it is no table to be read. */
  readonly tables: readonly TableName[];
  /** The words to watch for in its cells and its name, one for each. */
  readonly watched: readonly string[];
}

/** Whether rows that show no headings are records nevertheless, as on the second page of a list. */
const areRecords = (rows: readonly (readonly string[])[], { has, isValue, lines }: KnownHeadings): boolean =>
  rows.some((cells) => {
    const filled = cells.filter((cell) => cell.trim() !== '');
    return filled.length >= CELLS && !filled.some(has) && lines.holdsRow(filled.join('，'), isValue);
  });

/** Whether a table has a column of what is judged: a list of telephone numbers names units as well. */
const isJudged = (found: readonly string[], schema: RecordSchema, index: HeadingIndex): boolean => {
  const judged = schema.fields.flatMap(({ kind }, at) => (kind === 'choice' || kind === 'count' ? [at] : []));
  const { columns, further, dated } = matchColumns(found, schema, index);
  return judged.length === 0 || further.length + dated.length > 0 || judged.some((at) => columns[at] !== -1);
};

/** Looks at the first rows of sheets. */
export const lookAtSheets = async (
  sheets: readonly SheetEntry[],
  parts: Omit<SheetParts, 'part'>,
  ruleset: Ruleset,
  watch: readonly string[],
): Promise<readonly SheetLook[]> => {
  const known = knownHeadings(ruleset);
  const looks: SheetLook[] = [];
  const test = asideTest(watch);
  let left = PATIENCE;
  for (const entry of sheets) {
    const sheet = blankSheet(parts.strings);
    let isBroken = false;
    try {
      const isEnough = (row: number) => row >= HEAD_ROWS || --left <= 0;
      // What was saved with a formula shows what the sheet looks like, whether it counts or not.
      await readSheet({ ...parts, part: entry.part, recalculates: false, isEnough }, sheet);
    } catch (error) {
      if (!(error instanceof XlsxFault)) throw error;
      isBroken = true;
    }
    sheet.rows.end();
    const rows = firstRows(sheet);
    const head = findHeadings(rows, isBroken ? [] : sheet.merges.above(rows.length), known);
    const isLikely = head.weight >= LIKELY;
    const tables = isLikely ? recogniseTable(head.headings, ruleset) : [];
    // A list of what may be filled in holds the word alone.
    const texts = watch.length === 0 ? [] : [entry.name, ...rows.flat()].filter((text) => !watch.includes(text));
    looks.push({
      ...entry,
      isBroken,
      isBlank: sheet.rows.isBlank,
      isLikeTable: isLikely || areRecords(rows, known),
      tables: tables.filter((table) => isJudged(head.headings, ruleset.records[table]!, known.tables[table]!)),
      watched: texts.flatMap((text) => test(text) ?? []),
    });
  }
  return looks;
};

const foldName = (name: string): string => name.normalize('NFKC').trim().toLowerCase();

/** By its name as it stands, else without regard to case, as spreadsheets take them. */
export const namedSheet = <Entry extends SheetEntry>(sheets: readonly Entry[], asked: string): Entry | undefined =>
  sheets.find(({ name }) => name === asked) ?? sheets.find(({ name }) => foldName(name) === foldName(asked));

/**
 * The sheets that a file named without one stands for: every visible one whose headings are recognised, those that
 * cannot be looked at included, as nobody knows what they hold. Where there is none, the one that is most like a table,
 * which then says what is wrong with it.
 */
export const sheetsToRead = (sheets: readonly SheetLook[], table: TableName | null): readonly SheetLook[] => {
  const visible = sheets.filter(({ isHidden }) => !isHidden);
  const broken = visible.filter(({ isBroken }) => isBroken);
  const tables = visible.filter((sheet) => sheet.tables.length > 0 || sheet.isCopied);
  // What a single table is said to be holds, whatever its headings look like.
  const asked =
    table === null || tables.length === 1
      ? tables
      : tables.filter((sheet) => sheet.tables.includes(table) || sheet.isCopied);
  if (asked.length > 0) return visible.filter((sheet) => asked.includes(sheet) || broken.includes(sheet));
  if (broken.length > 0) return broken;
  const first =
    tables[0] ?? visible.find((sheet) => sheet.isLikeTable) ?? visible.find((sheet) => !sheet.isBlank) ?? visible[0];
  return [first ?? sheets[0]!];
};
