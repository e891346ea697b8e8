import { foldHeading, foldLabel } from '../model/fold.ts';
import { tablesOf } from '../model/levels.ts';
import type { Ruleset } from '../model/ruleset.ts';
import { foldedHeadings, type Headings, type Meaning } from './heading-index.ts';
import { levelWords } from './level-words.ts';
import { type NoteLines, noteLines } from './note-line.ts';
import { type RowKinds, rowKinds } from './row-kind.ts';

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

/** The headings of all tables. */
export interface Known {
  has(cell: string): boolean;
  /** Whether a unit goes by it: its code or name. */
  isKey(cell: string): boolean;
  /** The fields that a heading is of, as one text; undefined where it is known to no table. */
  fieldsOf(cell: string): string | undefined;
  /** Whether it says what the cells below it are, though it may be a value as well: 标兵, and 是 below 安全文明社区. */
  heads(cell: string): boolean;
  /** Whether it is a value that some table knows, such as 标兵. */
  isValue(cell: string): boolean;
  /** What the lines around a table are. */
  readonly lines: RowKinds & NoteLines;
  /** Whether a text ends in the code of one who may report for the units of a table, behind a name. */
  isReport(text: string): boolean;
  /** Whether it is a code of what lies in subjects: nobody reports for one. */
  isInnerCode(text: string): boolean;
}

const knownBy = new WeakMap<Headings, Known>();

/** What `headings`, those of the ruleset, are known to be. */
export const toKnown = (headings: Headings, ruleset: Ruleset): Known => {
  const known = knownBy.get(headings) ?? makeKnown(headings, ruleset);
  knownBy.set(headings, known);
  return known;
};

const makeKnown = (headings: Headings, ruleset: Ruleset): Known => {
  const tables = tablesOf(ruleset);
  const allFields = tables.flatMap((table) => ruleset.records[table]!.fields);
  const keys = new Set(allFields.filter(({ role }) => role === 'code' || role === 'name').flatMap(foldedHeadings));
  let labels: ReadonlySet<string> | undefined;
  const allLabels = () => new Set(allFields.flatMap((field) => [...field.labels.keys()]));
  const meanings = (cell: string): (Meaning | undefined)[] => tables.map((table) => headings[table]!.meaning(cell));
  const { codes, reporting: lengths } = levelWords(ruleset);
  const reporting = lengths.map((digits) => `\\d{${digits - 1}}`).join('|');
  const REPORTS = lengths.length === 0 ? /(?!)/ : new RegExp(`[:：(（]\\s*[1-9](?:${reporting})\\s*[)）]?\\s*$`);
  const INNER = codes === null ? /(?!)/ : new RegExp(`^[1-9]\\d{${codes.least + codes.step - 1}}(?:\\d{3})*$`);
  return {
    lines: { ...rowKinds(ruleset), ...noteLines(ruleset) },
    isReport: (text) => REPORTS.test(text),
    isInnerCode: (text) => INNER.test(text),
    isValue: (cell) => {
      labels ??= allLabels();
      return labels.has(foldLabel(cell));
    },
    has: (cell) => meanings(cell).some((meaning) => meaning !== undefined && meaning.kind !== 'choice'),
    heads: (cell) => meanings(cell).some((meaning) => meaning !== undefined),
    isKey: (cell) => keys.has(foldHeading(cell)),
    fieldsOf: (cell) => {
      const found = meanings(cell);
      return found.some((meaning) => meaning !== undefined) ? JSON.stringify(found) : undefined;
    },
  };
};

/** A line such as 年度,2012 above the table: headings with what they say beside them. */
const isPairs = (filled: readonly string[], known: Known): boolean =>
  filled.length % 2 === 0 && filled.every((cell, at) => known.has(cell) === (at % 2 === 0));

/**
 * The number of headings that are known. A title may be one of them too, so that among equals a row with the name of a
 * unit counts for more, one of several cells a little, and one without other cells the least.
 */
export const weigh = (filled: readonly string[], known: Known): number => {
  const found = new Set(filled.filter(known.has).map(foldHeading));
  if (found.size === 0) return 0;
  const count = isPairs(filled, known) ? Math.min(found.size, 1.5) : found.size;
  const key = filled.some(known.isKey) ? 0.25 : 0;
  return count + key + (filled.length > 1 ? 0.125 : 0) + 0.125 * (found.size / (filled.length + 1));
};

const LABEL = /[:：]\s*$/u;

/** What a row above the headings is: a title may say anything, but is no row held in one cell. */
export const kindAbove = (cells: readonly string[], known: Known): AboveKind => {
  const { lines } = known;
  const { kind } = lines.rowKind(cells);
  if (kind === 'blank') return 'blank';
  const filled = cells.filter((cell) => cell.trim() !== '');
  const first = filled[0]!;
  if (known.has(first)) return 'form';
  const isAround = kind === 'single' || kind === 'form' || LABEL.test(first);
  const isRecord =
    filled.length === 1
      ? lines.holdsRow(first, known.isValue) && !known.isReport(first)
      : filled.some((cell) => (lines.isFormLine(first) ? known.isInnerCode(cell.trim()) : lines.holdsCode(cell)));
  return isAround && !isRecord ? 'form' : 'stray';
};

/** The row of `rows` that shows most headings, and what the rows above it are. */
export const headOf = (rows: readonly (readonly string[])[], known: Known): Head => {
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
