import { foldHeading } from '../model/fold.ts';
import type { CellRange as Merge } from '../model/spreadsheet.ts';
import type { KnownHeadings } from './heading-index.ts';
import { PERIOD } from './heading-words.ts';

type Rows = readonly (readonly string[])[];

/** No other row (or delimiter) makes sense of a table in which this one shows so many headings. */
export const SURE = 3;
/** A title or a remark hardly shows two. */
export const LIKELY = 2;
/** The headings are looked for in this many rows: instructions may fill pages, and a file without any costs no more. */
export const HEAD_ROWS = 1000;

/** What a row above the headings is; a `stray` one may be a record. */
type AboveKind = 'form' | 'blank' | 'separator' | 'stray';

/** Where the table begins: its headings are row `row` (from 0), the records follow. */
export interface Head {
  readonly row: number;
  readonly headings: readonly string[];
  /** Rows above the headings by what they are. */
  readonly above: readonly { readonly row: number; readonly kind: AboveKind }[];
  /** How likely the row is to be that of the headings; 0 where it shows none that is known. */
  readonly weight: number;
}

/** A line such as 年度,2012 above the table: headings with what they say beside them. */
const isPairs = (filled: readonly string[], known: KnownHeadings): boolean =>
  filled.length % 2 === 0 && filled.every((cell, at) => known.has(cell) === (at % 2 === 0));

/**
 * The number of headings that are known. A title may be one of them too, so that among equals a row with the name of a
 * unit counts for more, one of several cells a little, and one without other cells the least.
 */
export const weigh = (filled: readonly string[], known: KnownHeadings): number => {
  const found = new Set(filled.filter(known.has).map(foldHeading));
  if (found.size === 0) return 0;
  const count = isPairs(filled, known) ? Math.min(found.size, 1.5) : found.size;
  const key = filled.some(known.isKey) ? 0.25 : 0;
  return count + key + (filled.length > 1 ? 0.125 : 0) + 0.125 * (found.size / (filled.length + 1));
};

const LABEL = /[:：]\s*$/u;

/** What a row above the headings is: a title may say anything, but is no row held in one cell. */
const kindAbove = (cells: readonly string[], known: KnownHeadings): AboveKind => {
  const { lines } = known;
  const { kind } = lines.rowKind(cells);
  if (kind === 'blank') return 'blank';
  const filled = cells.filter((cell) => cell.trim() !== '');
  const first = filled[0]!;
  if (known.has(first)) return 'form';
  const isAround = kind === 'single' || kind === 'form' || LABEL.test(first);
  const isRecord =
    filled.length === 1
      ? lines.holdsRow(first, known.isValue) && !lines.isReport(first)
      : filled.some((cell) => (lines.isFormLine(first) ? lines.isInnerCode(cell.trim()) : lines.holdsCode(cell)));
  return isAround && !isRecord ? 'form' : 'stray';
};

/** The row of `rows` that shows most headings, and what the rows above it are. */
const headOf = (rows: Rows, known: KnownHeadings): Head => {
  const separatorLine = /^sep=/i.test(rows[0]?.[0] ?? '');
  const kinds: AboveKind[] = [];
  let stray = -1;
  let best = { row: -1, weight: 0 };
  for (const [row, cells] of rows.entries()) {
    const filled = cells.filter((cell) => cell.trim() !== '');
    const weight = row === 0 && separatorLine ? 0 : weigh(filled, known);
    // Below a row that may be the headings in other words, a single word that is known is none.
    if (weight > best.weight && (weight >= LIKELY || stray < 0)) best = { row, weight };
    if (weight >= SURE) break;
    const kind = row === 0 && separatorLine ? 'separator' : kindAbove(cells, known);
    kinds.push(kind);
    if (kind === 'stray' && filled.length > 1 && stray < 0) stray = row;
  }
  const found = best.row >= 0 ? best.row : stray;
  const row = found >= 0 ? found : rows.length;
  const above = kinds.slice(0, row).map((kind, at) => ({ row: at, kind }));
  return { row, headings: rows[row] ?? [], above, weight: best.weight };
};

/** Headings take three rows at most: 发案情况 over 刑事发案 over 本年. */
const MAX_ABOVE = 2;
/** Where no row shows a heading, this many merged cells are looked under. */
const MAX_TRIED = 50;

const isFilled = (text: string | undefined): text is string => text !== undefined && text.trim() !== '';

const isWide = ({ left, right }: Merge): boolean => right > left;

/** Merged cells over what a unit goes by are a title or the name of a part, and no half of a heading. */
const isTitle = (merge: Merge, rows: Rows, bottom: number, known: KnownHeadings): boolean =>
  isWide(merge) && merge.bottom < bottom && rows[bottom]!.slice(merge.left, merge.right + 1).some(known.isKey);

/** The texts over a column from top to bottom, those of merged cells once. */
const textsOver = (rows: Rows, merges: readonly Merge[], column: number, top: number, bottom: number): string[] => {
  const sources = new Map<string, string>();
  for (let row = top; row <= bottom; row++) {
    const merge = merges.find(
      (each) => each.top <= row && row <= each.bottom && each.left <= column && column <= each.right,
    );
    const [fromRow, fromColumn] = merge === undefined ? [row, column] : [merge.top, merge.left];
    const text = rows[fromRow]?.[fromColumn];
    if (isFilled(text)) sources.set(`${fromRow} ${fromColumn}`, text);
  }
  return [...sources.values()];
};

/**
 * One heading of several: together where exactly one known heading comes of it, as 本年刑事发案 of 刑事发案 over 本年;
 * else the lowest alone, unless a period stands above it.
 */
const joinTexts = (texts: readonly string[], known: KnownHeadings): string => {
  const lowest = texts.at(-1) ?? '';
  if (texts.length < 2 || known.isKey(lowest)) return lowest;
  const low = foldHeading(lowest);
  const uppers = texts.slice(0, -1).map(foldHeading);
  const all = [...uppers, uppers.join('')].flatMap((upper) =>
    PERIOD.test(low) ? [low + upper, upper + low] : [upper + low, low + upper],
  );
  const matches = all.filter((text) => known.fieldsOf(text) !== undefined);
  if (new Set(matches.map(known.fieldsOf)).size === 1) return matches[0]!;
  return known.has(lowest) && !uppers.some((upper) => PERIOD.test(upper)) ? lowest : texts.join('/');
};

/** Whether the rows `top` to `bottom` are held together: each but the last has merged cells that reach over or down. */
const areJoined = (merges: readonly Merge[], top: number, bottom: number): boolean => {
  // A single cell is none that a file merges, but stands above one.
  const reaches = (each: Merge, row: number) => isWide(each) || each.bottom > row || each.top === each.bottom;
  for (let row = top; row < bottom; row++) {
    if (!merges.some((each) => each.top <= row && row <= each.bottom && reaches(each, row))) return false;
  }
  return true;
};

const knownIn = (headings: readonly string[], known: KnownHeadings): number =>
  new Set(headings.filter(known.heads).map(foldHeading)).size;

/** Whether the cells of a group are headings below its own: several values of one matter, or what is known together with it. */
const isBelow = (upper: string, lower: readonly string[], known: KnownHeadings): boolean => {
  const joined = lower.map((text) => joinTexts([upper, text], known));
  if (joined.every(known.has)) return true;
  const isChoice =
    lower.length > 1 && joined.every(known.heads) && new Set(joined.map(known.fieldsOf)).size === joined.length;
  return isChoice || (!known.has(upper) && joined.every((text) => !/\d/.test(text) && !known.heads(text)));
};

/**
 * The cells that are merged as it were where headings take two rows and blanks stand in place of merged cells: to the
 * right of 刑事发案 over 2012年 | 2011年, and below 社区. None where the second row may be a record.
 */
const impliedMerges = (rows: Rows, top: number, known: KnownHeadings): readonly Merge[] => {
  const [above = [], below = []] = [rows[top], rows[top + 1]];
  if (!above.some(known.isKey) || above.some((text, at) => known.isKey(text) && isFilled(below[at]))) return [];
  const merges: Merge[] = [];
  let isJoined = false;
  let left = 0;
  while (left < Math.max(above.length, below.length)) {
    const upper = above[left];
    if (!isFilled(upper)) {
      if (isFilled(below[left])) return [];
      left++;
      continue;
    }
    let right = left;
    if (isFilled(below[left])) {
      while (!isFilled(above[right + 1]) && isFilled(below[right + 1])) right++;
      const lower = below.slice(left, right + 1);
      if (!isBelow(upper, lower, known)) return [];
      isJoined ||= lower.some((text) => known.heads(joinTexts([upper, text], known)));
      merges.push({ top, left, bottom: top, right });
    } else merges.push({ top, left, bottom: top + 1, right });
    left = right + 1;
  }
  // What is torn off a record stands in a column of its own.
  return isJoined && merges.some(isWide) ? merges : [];
};

/** In characters; longer words above a heading are a title. */
const LONGEST_GROUP = 12;
const TITLE = /[表账册单况]$/u;

/**
 * The same where what a unit goes by stands in the second row, so that it is certainly one of headings: words above the
 * others are of the heading below and of those to its right with which they are known.
 */
const impliedAbove = (rows: Rows, top: number, known: KnownHeadings): readonly Merge[] => {
  const [above = [], below = []] = [rows[top], rows[top + 1]];
  if (above.some((text, at) => isFilled(text) && (!isFilled(below[at]) || known.isKey(below[at])))) return [];
  const merges: Merge[] = [];
  for (const [left, upper] of above.entries()) {
    if (!isFilled(upper)) continue;
    const isTitle = upper.trim().length > LONGEST_GROUP || TITLE.test(upper.trim());
    const mayBeOfYear = known.has(`2000年${below[left]!.trim()}`) || known.has(joinTexts([upper, below[left]!], known));
    if (isTitle || !mayBeOfYear) return [];
    const belongs = (at: number): boolean => {
      const text = below[at];
      return !isFilled(above[at]) && isFilled(text) && !known.isKey(text) && known.has(joinTexts([upper, text], known));
    };
    let right = left;
    while (belongs(right + 1)) right++;
    merges.push({ top, left, bottom: top, right });
  }
  return merges;
};

/**
 * The headings of a table, also where merged cells, or blanks in their place, spread them over two or three rows;
 * `merges` are those that touch the rows. Rows are taken together where
 * they show more of what is known than the best row alone; where groups of headings are merged over it; or where known
 * headings are merged down into the next.
 */
export const findHeadings = (rows: Rows, merges: readonly Merge[], known: KnownHeadings): Head => {
  const plain = headOf(rows, known);
  const implied =
    plain.weight > 0
      ? [
          ...[plain.row - 1, plain.row].flatMap((top) => impliedMerges(rows, top, known)),
          ...(plain.headings.some(known.isKey) ? impliedAbove(rows, plain.row - 1, known) : []),
        ]
      : [];
  const near = [...merges, ...implied];
  if (near.length === 0) return plain;
  const lowest =
    plain.weight > 0
      ? [plain.row, plain.row + 1, plain.row + 2]
      : [...new Set(near.slice(0, MAX_TRIED).flatMap(({ bottom }) => [bottom, bottom + 1]))];
  const isGroup = (merge: Merge): boolean => {
    const text = rows[merge.top]?.[merge.left];
    return isFilled(text) && (isWide(merge) || PERIOD.test(text)) && known.lines.rowKind([text]).kind !== 'form';
  };
  const reachesDown = ({ top, left, bottom }: Merge, row: number): boolean =>
    top <= best.row && bottom >= row && known.has(rows[top]?.[left] ?? '');
  let best = plain;
  let most = plain.weight > 0 ? knownIn(plain.headings, known) : 0;
  for (const row of lowest) {
    if (row >= rows.length) continue;
    for (let top = row - 1; top >= Math.max(0, row - MAX_ABOVE); top--) {
      const touching = near.filter((each) => each.top <= row && each.bottom >= top && !isTitle(each, rows, row, known));
      if (!areJoined(touching, top, row)) continue;
      const width = Math.max(...rows.slice(top, row + 1).map((cells) => cells.length));
      const headings = Array.from({ length: width }, (_, column) =>
        joinTexts(textsOver(rows, touching, column, top, row), known),
      );
      const shown = knownIn(headings, known);
      const isGrouped =
        row === plain.row && top === row - 1 && touching.some((each) => each.bottom === top && isGroup(each));
      const reaches = shown === most && row > best.row && touching.some((each) => reachesDown(each, row));
      if (shown === 0 || !(shown > most || isGrouped || reaches)) continue;
      most = shown;
      const above = rows.slice(0, top).map((cells, at) => ({ row: at, kind: kindAbove(cells, known) }));
      best = { row, headings, above, weight: weigh(headings.filter(isFilled), known) };
    }
  }
  return best;
};
