import { isDate, lineKinds, type RowKind, type ValueTest } from '../intake/line-kinds.ts';
import type { OpenTable } from '../intake/open-table.ts';
import { foldHeading, foldLabel } from '../model/fold.ts';
import { codesOf } from './codes.ts';
import type { Columns } from './columns.ts';

/** What a row that may stand around the records is; a `torn` one is a record that cannot be read. */
type AroundKind = 'note' | 'record' | 'torn';

const CODE_ALONE = /^[!-~]*\d[!-~]*$/;
const isCode = (code: string): boolean => CODE_ALONE.test(code) && !isDate(code);
/** Of a unit within a subject, by itself. */
const DIGITS = /^[1-9]\d*$/;

/** What is known of the units of a table while it is read. */
interface Units {
  codeOf(cells: readonly string[]): string;
  nameOf(cells: readonly string[]): string | null;
  isJudged(cells: readonly string[]): boolean;
  /** A code of a unit, and not of what the units above are in. */
  isOwnCode(code: string): boolean;
  /** The last record. */
  above(): readonly string[];
}

/** Whether a text is a value that the table knows, such as 标兵. */
export const valueTest = ({ values }: Columns): ValueTest => {
  const choices = values.filter(({ field }) => field.kind === 'choice');
  return (text) => {
    const label = foldLabel(text);
    return choices.some(({ field }) => field.labels.has(label));
  };
};

/** Tells lines of the form by what they say; whatever else is filled is a record, and none is passed over. */
export const formLineTest = (
  table: OpenTable,
  columns: Columns,
  wholeKey: readonly number[],
  { codeOf, nameOf, isJudged, isOwnCode, above }: Units,
): ((cells: readonly string[], kind: RowKind) => AroundKind) => {
  const { ruleset, level, width } = columns;
  const nameCell = columns.name?.cell ?? -1;
  const firstCell = table.headings.findIndex((heading) => heading.trim() !== '');
  const isValue = valueTest(columns);
  const { holdsRow, isLabel, isNote, isOffice } = lineKinds(ruleset);
  const { nested } = codesOf(ruleset);
  const isLong = (code: string): boolean => code.length >= nested && DIGITS.test(code);

  /**
   * Whether a row that begins as lines of the form do is a unit's: by a code, an assessment, or all its parents. Behind
   * a beginning that is `sure` a telephone number may stand in place of the code.
   */
  const isUnitLine = (cells: readonly string[], sure: boolean): boolean => {
    const code = codeOf(cells);
    const last = codeOf(above());
    if (isJudged(cells)) return true;
    if (isCode(code) && isOwnCode(code) && (!sure || code.length === last.length)) return true;
    if (!isLabel(cells[nameCell] ?? '')) return false;
    return wholeKey.every((cell) => cell === nameCell || ((cells[cell] ?? '').trim() !== '' && !isLabel(cells[cell]!)));
  };

  const singleKind = (cells: readonly string[], text: string): AroundKind => {
    if (isNote(text, isValue)) return 'note';
    const isBlankForm = above().length === 0 && cells.length >= width && cells[columns.year?.cell ?? -1] === text;
    if (isBlankForm && columns.year?.read(text).value !== undefined) return 'note';
    const name = nameOf(cells)?.trim() ?? '';
    const hasOwnColumn = name !== '' && (nameCell !== firstCell || width === 1);
    // Subjects may go by the names of their offices.
    if (!hasOwnColumn && isOffice(text) && !isOffice(nameOf(above()) ?? '')) return 'note';
    if (cells.length < width || holdsRow(name, isValue)) return 'torn';
    const code = codeOf(cells);
    const isUnit = (isCode(code) && isOwnCode(code)) || hasOwnColumn || name.endsWith(level.noun.zh);
    return isUnit ? 'record' : 'torn';
  };

  return (cells, kind) => {
    const filled = cells.filter((cell) => cell.trim() !== '');
    if (filled.length === 1) return singleKind(cells, filled[0]!);
    if (filled.some((cell) => isLong(cell.trim()) || holdsRow(cell, isValue))) {
      return isJudged(cells) || isCode(codeOf(cells)) ? 'record' : 'torn';
    }
    return isUnitLine(cells, kind.kind === 'form' && kind.sure) ? 'record' : 'note';
  };
};

/** Cells that are headings make a row a line of headings; a record has none, or a name that is one by chance. */
const LIKELY = 3;

/**
 * Whether a row among the records is the headings over again, as where files were joined, or those of another table or
 * order, under which the cells of the records below no longer stand.
 */
export const headingLineTest = ({
  headings,
}: OpenTable): ((cells: readonly string[]) => 'repeated' | 'other' | undefined) => {
  const folded = headings.map(foldHeading);
  const known = new Set(folded.filter((heading) => heading !== ''));
  const least = Math.min(LIKELY, known.size);
  return (cells) => {
    const isKnown = (cell: string): boolean => cell !== '' && known.has(foldHeading(cell));
    // Of most rows one cell tells that they are none.
    if (!isKnown(cells.find((cell) => cell.trim() !== '') ?? '')) return undefined;
    const found = cells.filter(isKnown).length;
    if (found < least) return undefined;
    const isSame = Array.from({ length: Math.max(cells.length, folded.length) }).every(
      (_, at) => foldHeading(cells[at] ?? '') === (folded[at] ?? ''),
    );
    if (isSame) return 'repeated';
    return found >= LIKELY ? 'other' : undefined;
  };
};

const LINE_BREAK = /\r\n?|\n/;

/** The cell of a row whose quote took in rows that follow, and how many lines of it are such; undefined where none did. */
export const swallowedRows = (
  cells: readonly string[],
  isRow: (line: string) => boolean,
): { readonly cell: number; readonly rows: number } | undefined => {
  for (const [cell, text] of cells.entries()) {
    if (!LINE_BREAK.test(text)) continue;
    const rows = text.split(LINE_BREAK).slice(1).filter(isRow).length;
    if (rows > 0) return { cell, rows };
  }
  return undefined;
};
