import { isDate, lineKinds, type RowKind, type ValueTest } from '../intake/line-kinds.ts';
import type { OpenTable } from '../intake/open-table.ts';
import { foldLabel } from '../model/fold.ts';
import type { Ruleset } from '../model/ruleset.ts';
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
  ruleset: Ruleset,
): ((cells: readonly string[], kind: RowKind) => AroundKind) => {
  const { level, width } = columns;
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
