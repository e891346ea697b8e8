import { lastWhere } from '../../model/numbers.ts';
import { type CellRange, cellName, MOST_COLUMNS, parseRange } from '../../model/spreadsheet.ts';
import { HEAD_ROWS } from '../find-headings.ts';
import { damaged, tooLarge } from './fault.ts';
import type { SharedStrings } from './shared-strings.ts';

/** What a cell holds, each by its digit in `kinds`. */
const KINDS = [
  'text',
  'number',
  'long-number',
  'date',
  'error',
  'no-value',
  'withdrawn',
  'affixed',
  'disguised',
] as const;
export type CellKind = (typeof KINDS)[number];
const TEXT = String(KINDS.indexOf('text'));

/** A cell as it is kept: a shared text by its number. */
export interface SheetCell {
  readonly column: number;
  kind: CellKind;
  readonly content: string | number;
}

/** A filled row, its cells by their columns up to the last; blanks are blank texts. */
export interface SheetRow {
  readonly row: number;
  readonly texts: readonly string[];
  /** A digit for each cell. */
  readonly kinds: string;
}

export const kindAt = ({ kinds }: SheetRow, column: number): CellKind => KINDS[Number(kinds[column] ?? TEXT)]!;

/** An error may come without a text. */
export const isFilledAt = ({ texts, kinds }: SheetRow, column: number): boolean =>
  column < texts.length && (texts[column] !== '' || kinds[column] !== TEXT);

/** Whether all its cells are texts and numbers. */
export const isPlainRow = ({ kinds }: SheetRow): boolean => !/[^01]/.test(kinds);

type StoredRow = readonly [row: number, contents: readonly (string | number)[], kinds: string];

/** In characters: so much of a sheet is kept together. */
const CHUNK = 1 << 16;
/** In bytes. A register of a million rows and 15 columns takes about a quarter. */
const MAX_KEPT = 512 << 20;
/** Chunks that are held parsed. */
const PARSED = 8;
const ENCODER = new TextEncoder();
const DECODER = new TextDecoder();

/** The filled rows of a sheet, kept as JSON outside the heap; any of them can be looked at again. */
class RowStore {
  readonly #strings: SharedStrings;
  readonly #chunks: { readonly first: number; readonly bytes: Uint8Array }[] = [];
  readonly #parsed = new Map<number, readonly SheetRow[]>();
  #open: StoredRow[] = [];
  #length = 0;
  #kept = 0;

  constructor(strings: SharedStrings) {
    this.#strings = strings;
  }

  get isBlank(): boolean {
    return this.#chunks.length + this.#open.length === 0;
  }

  /** Rows and cells in rising order; blank ones are left out. */
  add(row: number, cells: readonly SheetCell[]): void {
    const contents: (string | number)[] = [];
    let kinds = '';
    for (const { column, kind, content } of cells) {
      for (; contents.length < column; kinds += TEXT) contents.push('');
      contents.push(content);
      kinds += KINDS.indexOf(kind);
      this.#length += typeof content === 'string' ? content.length : 0;
    }
    this.#open.push([row, contents, kinds]);
    this.#length += contents.length;
    if (this.#length >= CHUNK) this.end();
  }

  /** To be called once all rows were added. */
  end(): void {
    const [first] = this.#open;
    if (first === undefined) return;
    const bytes = ENCODER.encode(JSON.stringify(this.#open));
    this.#kept += bytes.length;
    if (this.#kept > MAX_KEPT) throw tooLarge('cells');
    this.#chunks.push({ first: first[0], bytes });
    this.#open = [];
    this.#length = 0;
  }

  #rowsOf(chunk: number): readonly SheetRow[] {
    const known = this.#parsed.get(chunk);
    if (known !== undefined) return known;
    const stored: readonly StoredRow[] = JSON.parse(DECODER.decode(this.#chunks[chunk]!.bytes));
    const { texts } = this.#strings;
    const rows = stored.map(([row, contents, kinds]): SheetRow => {
      return { row, texts: contents.map((each) => (typeof each === 'number' ? texts[each]! : each)), kinds };
    });
    const [oldest] = this.#parsed.size < PARSED ? [] : this.#parsed.keys();
    if (oldest !== undefined) this.#parsed.delete(oldest);
    this.#parsed.set(chunk, rows);
    return rows;
  }

  /** The filled rows from the first to the last. */
  *all(): Generator<SheetRow> {
    for (const chunk of this.#chunks.keys()) yield* this.#rowsOf(chunk);
  }

  /** A row by its number from 0; without cells where it is blank. */
  at(row: number): SheetRow {
    const chunk = lastWhere(this.#chunks.length, (at) => this.#chunks[at]!.first <= row);
    const rows = chunk < 0 ? [] : this.#rowsOf(chunk);
    const found = rows[lastWhere(rows.length, (at) => rows[at]!.row <= row)];
    return found?.row === row ? found : { row, texts: [], kinds: '' };
  }
}

const MAX_MERGES = 1 << 20;
/** In columns, all merged cells together. */
const MAX_WIDTH = 1 << 26;

/** The merged cells of a sheet, which never overlap. */
class Merges {
  /** From top to bottom, once all were added. */
  readonly all: CellRange[] = [];
  /** By a column, all that reach over it; looked up on demand. */
  readonly #over = new Map<number, readonly CellRange[]>();

  /** `range` as in the file, `A3:B4`. */
  add(range: string): void {
    const cells = parseRange(range);
    if (cells === undefined) throw damaged('merge', range);
    if (this.all.length >= MAX_MERGES) throw tooLarge('merges');
    this.all.push(cells);
  }

  /** To be called once all were added. */
  end(): void {
    this.all.sort((a, b) => a.top - b.top);
    const filled = new Int32Array(MOST_COLUMNS).fill(-1);
    let cells = 0;
    for (const { top, left, bottom, right } of this.all) {
      cells += right - left + 1;
      if (cells > MAX_WIDTH) throw tooLarge('merges');
      for (let column = left; column <= right; column++) {
        if (filled[column]! >= top) throw damaged('merge', cellName(top, column));
        filled[column] = bottom;
      }
    }
  }

  /** Those that touch the rows above `below`: of headings and titles. */
  above(below: number): readonly CellRange[] {
    return this.all.filter(({ top }) => top < below);
  }

  /** Columns in which cells of several rows are merged. */
  get columns(): readonly number[] {
    return [...new Set(this.all.flatMap(({ top, bottom, left }) => (bottom > top ? [left] : [])))];
  }

  /** Those that reach over a column, from top to bottom. */
  over(column: number): readonly CellRange[] {
    const known = this.#over.get(column) ?? this.all.filter(({ left, right }) => left <= column && column <= right);
    this.#over.set(column, known);
    return known;
  }

  /** Those in which a cell lies. */
  at(row: number, column: number): CellRange | undefined {
    const merges = this.over(column);
    const merge = merges[lastWhere(merges.length, (at) => merges[at]!.top <= row)];
    return merge !== undefined && row <= merge.bottom ? merge : undefined;
  }

  /** The row whose cell in `column` holds the value for `row`: another one only inside merged cells. */
  rowOf(row: number, column: number): number {
    const merge = this.at(row, column);
    return merge?.left === column ? merge.top : row;
  }
}

/** What a sheet holds, as one reading found it. */
export interface Sheet {
  readonly rows: RowStore;
  readonly merges: Merges;
  readonly hidden: { first: number; count: number };
}

export const blankSheet = (strings: SharedStrings): Sheet => ({
  rows: new RowStore(strings),
  merges: new Merges(),
  hidden: { first: -1, count: 0 },
});

/** Longer instructions than these stand above no headings. */
const HEAD_CHARACTERS = 1 << 20;

/** The rows of a sheet in which headings are looked for, blank ones included. */
export const firstRows = ({ rows }: Sheet): (readonly string[])[] => {
  const first: (readonly string[])[] = [];
  let length = 0;
  for (const { row, texts } of rows.all()) {
    if (row >= HEAD_ROWS || length > HEAD_CHARACTERS) break;
    while (first.length < row) first.push([]);
    first.push(texts);
    length += texts.reduce((sum, text) => sum + text.length, 0);
  }
  return first;
};
