import type { OpenSubmission } from '../assess.ts';
import type { OpenInput } from '../intake/open-inputs.ts';
import type { OpenTable } from '../intake/open-table.ts';
import { readSheetCells, type SheetCells } from '../intake/sheet-cells.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { fileOf } from '../model/place.ts';
import type { Field, Ruleset } from '../model/ruleset.ts';
import { MOST_COLUMNS, MOST_ROWS } from '../model/spreadsheet.ts';
import type { Language } from '../model/text.ts';
import { labelsIn } from '../report/names.ts';
import { visible } from '../report/plain.ts';
import { LONGEST_TEXT } from '../workbook/worksheet.ts';
import { correctionWords } from './correction-words.ts';

/** More sheets than this make a workbook that nobody finds his way in, and that is not read again. */
const MOST_SHEETS = 500;

/** What is known of the columns of a sheet or CSV file that is copied; of one without known headings, nothing. */
export interface CopiedTable {
  /** Counted from 0; -1 where there is none. */
  readonly headingRow: number;
  /** The columns of code and name of the unit that a row is about. */
  readonly ownColumns: readonly number[];
  readonly yearColumns: readonly number[];
  fieldAt(column: number): Field | undefined;
  headingAt(column: number): string | null;
  /** What may be chosen in a cell, as the office writes it. */
  labelsAt(row: number, column: number): readonly string[];
}

const copiedTable = (table: OpenTable | undefined, ruleset: Ruleset, language: Language): CopiedTable => {
  const fields = table === undefined ? [] : ruleset.records[table.table]!.fields;
  const headingRow = table?.above ?? -1;
  const byColumn = new Map(fields.map((field, at) => [table!.columns[at]!, field]));
  byColumn.delete(-1);
  const labels = new Map([...byColumn].map(([column, field]) => [column, [...labelsIn(field, language).values()]]));
  const columnsOf = (names: readonly string[]) =>
    [...byColumn].filter(([, { name }]) => names.includes(name)).map(([column]) => column);
  return {
    headingRow,
    ownColumns: columnsOf(['code', 'name']),
    yearColumns: columnsOf(['year']),
    fieldAt: (column) => byColumn.get(column),
    headingAt: (column) => table?.headings[column] ?? null,
    labelsAt: (row, column) => (row > headingRow ? (labels.get(column) ?? []) : []),
  };
};

/** An input that is copied, with all that is needed to do so. */
export interface Copied {
  readonly input: OpenInput;
  readonly cells: SheetCells;
  readonly table: CopiedTable;
  /** Columns that are filled. */
  readonly width: number;
}

/** The file of an input, without the name of a sheet. */
export const fileOfInput = ({ shown, encoding }: Pick<OpenInput, 'shown' | 'encoding'>): string =>
  fileOf(encoding === 'xlsx' ? { path: shown, cell: 'A1' } : { path: shown });

/** How many columns are filled; null where a sheet cannot hold the cells. */
const widthOf = async (cells: SheetCells, signal: AbortSignal): Promise<number | null> => {
  let width = 0;
  for await (const { row, cells: filled } of cells.rows()) {
    signal.throwIfAborted();
    if (row >= MOST_ROWS) return null;
    width = Math.max(width, (filled.at(-1)?.column ?? -1) + 1);
    if (width > MOST_COLUMNS || filled.some(({ text }) => text.length > LONGEST_TEXT)) return null;
  }
  return width;
};

export interface ToCopy {
  readonly copied: readonly Copied[];
  /** Why others with problems are not. */
  readonly uncopied: readonly string[];
  /** Files without problems. */
  readonly sound: readonly string[];
}

/** The inputs of the files that have problems, those that can be copied and those that cannot. */
export const inputsToCopy = async (
  { read, ruleset, options }: OpenSubmission,
  problems: ReadonlyMap<string, readonly Diagnostic[]>,
  language: Language,
  signal: AbortSignal,
): Promise<ToCopy> => {
  const words = correctionWords[language];
  const copied: Copied[] = [];
  const uncopied: string[] = [];
  if (read === null || ruleset === null) return { copied, uncopied, sound: [] };
  const faulty = new Set(read.inputs.filter(({ path }) => problems.has(path)).map(fileOfInput));
  const sound = new Set(read.inputs.map(fileOfInput).filter((file) => !faulty.has(file)));
  const tables = new Map(read.tables.map((table) => [table.path, table]));
  let more = 0;
  for (const input of read.inputs) {
    if (!faulty.has(fileOfInput(input))) continue;
    if (copied.length + uncopied.length >= MOST_SHEETS) {
      more++;
      continue;
    }
    const cells = await readSheetCells(input, ruleset, options.encoding);
    if (cells === null || cells === 'yaml') {
      uncopied.push(words.uncopied[cells ?? 'unreadable'](visible(input.shown)));
      continue;
    }
    const width = await widthOf(cells, signal);
    if (width === null) uncopied.push(words.uncopied['too-large'](visible(input.shown)));
    else copied.push({ input, cells, width, table: copiedTable(tables.get(input.path), ruleset, language) });
  }
  return {
    copied,
    uncopied: [...uncopied, ...(more > 0 ? [words.tooMany(more, MOST_SHEETS)] : [])],
    sound: [...sound],
  };
};
