import type { Diagnostics } from '../diagnostics/diagnostics.ts';
import { lineKinds } from '../intake/line-kinds.ts';
import type { OpenTable } from '../intake/open-table.ts';
import { judgedLevel } from '../model/levels.ts';
import type { Ruleset } from '../model/ruleset.ts';
import { codesOf } from './codes.ts';
import type { Columns } from './columns.ts';
import { formLineTest } from './form-lines.ts';
import { headingLineTest } from './heading-line.ts';
import { textOf } from './normalize-cell.ts';
import { whereOf } from './row-index.ts';
import { shiftedRowTest } from './shifted-row.ts';
import { type Beside, shortRowTest } from './short-row.ts';
import { isMerelyFigure, sumRowTest } from './sum-rows.ts';
import type { TotalsCheck } from './totals-check.ts';

const DIGIT = /\d/;
/** Below the column of a value a 1 may be its mark, and in the row of a sum how many marks there are. */
const FIGURE = /^\s*\d+\s*$/;
/** The last character of 合计, 小计 and 总计, behind which a colon or space may stand. */
const TOTAL_END = '计'.charCodeAt(0);
const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff;
const BEHIND_TOTAL = new Set([...':： 　'].map((end) => end.charCodeAt(0)));

/** Tells the records of a table from blank rows, sums and the lines of the form around them. */
export const rowSorter = (
  table: OpenTable,
  columns: Columns,
  totals: TotalsCheck,
  diagnostics: Diagnostics,
  refuse: (code: string | null, name: string | null) => void,
  beside: () => Omit<Beside, 'above'>,
  ruleset: Ruleset,
) => {
  const { level, values, width } = columns;
  const { isTotal, rowKind } = lineKinds(ruleset);
  const codes = codesOf(ruleset);
  const judged = judgedLevel(ruleset);
  const codeCell = columns.code?.cell ?? -1;
  const nameCell = columns.name?.cell ?? -1;
  const inward = columns.parents.toReversed();
  const names = [columns.name, columns.code, ...inward.flatMap(({ name, code }) => [name, code])].flatMap(
    (column) => column?.cell ?? [],
  );
  /** What a unit goes by, codes aside. */
  const wholeKey = [columns.year, columns.name, ...inward.map(({ name }) => name)].flatMap(
    (column) => column?.cell ?? [],
  );
  /** Lines of the form since the last record: below the table, unless another record follows. */
  const pending: number[] = [];
  let skipped = table.above;

  /** Blank rows may be millions. */
  const blank = { first: -1, count: 0 };

  const sums = { rows: 0, figures: false };

  const skipBlank = (row: number): false => {
    if (blank.count++ === 0) blank.first = row;
    skipped++;
    return false;
  };

  /** The last record. */
  let above: readonly string[] = [];
  let aboveCells = 0;
  /** The length of its code. */
  let aboveLength = -1;
  /** The subject that the units are in. */
  const subjectColumns = level.judged ? undefined : columns.parents.find((each) => each.level.judged);
  const subjectCell = (subjectColumns?.name ?? subjectColumns?.code)?.cell ?? -1;
  let subject: string | undefined;

  const codeOf = (cells: readonly string[]): string => String(columns.code?.read(cells[codeCell] ?? '').value ?? '');

  const nameOf = (cells: readonly string[]): string | null =>
    columns.name === undefined ? null : textOf(columns.name.read(cells[nameCell] ?? ''));

  /** A code of a unit, and not of what the units above are in. */
  const isOwnCode = (code: string): boolean => {
    const last = codeOf(above);
    const bare = code.replace(/0+$/, '');
    return (
      DIGIT.test(code) && !isMerelyFigure(code, last, codes) && !(last.length > bare.length && last.startsWith(bare))
    );
  };

  /** The code or, unless it says 合计, the name of a unit. */
  const isNamed = (cells: readonly string[]): boolean => {
    const name = nameOf(cells);
    return (name !== null && !isTotal(name)) || isOwnCode(codeOf(cells));
  };

  /** A sum of a subject may carry its code, but then it has figures only: with a title or level the row is a unit's. */
  const isJudged = (cells: readonly string[]): boolean =>
    values.some(
      ({ field, cell, read }) =>
        field.kind === 'choice' && !FIGURE.test(cells[cell] ?? '') && read(cells[cell] ?? '').value !== undefined,
    );

  const likeSum = sumRowTest(columns, isJudged, totals, ruleset);

  const skipTotal = (cells: readonly string[], row: number, part: boolean): false => {
    totals.check(cells, row, part, diagnostics);
    diagnostics.add('table.total-skipped', {}, whereOf(table, row, -1));
    skipped++;
    sums.rows++;
    sums.figures ||= totals.hasFigures(cells);
    return false;
  };

  const aroundKind = formLineTest(
    table,
    columns,
    wholeKey,
    {
      codeOf,
      nameOf,
      isJudged,
      isOwnCode,
      above: () => above,
    },
    ruleset,
  );

  const refuseStray = (row: number, code: string | null, name: string | null): false => {
    diagnostics.add('table.stray-row', {}, whereOf(table, row, -1));
    refuse(code, name);
    return false;
  };

  const headingLine = headingLineTest(table);

  /** The lines of the form above it are those of the file that was put behind. */
  const skipHeadings = (row: number): false => {
    diagnostics.add('table.headings-repeated', {}, whereOf(table, row, -1));
    for (const line of pending) diagnostics.add('table.below-records', {}, whereOf(table, line, -1));
    skipped += 1 + pending.splice(0).length;
    return false;
  };

  const shifted = shiftedRowTest(table, columns);
  const short = shortRowTest(table, columns);
  /** Rows of a spreadsheet have as many cells as the headings, and remarks may stand beside them. */
  const isSpreadsheet = table.faults !== undefined;

  const tellRagged = (cells: readonly string[], row: number, at: number): void => {
    const from = cells.length < width ? '' : shifted.from(cells);
    diagnostics.add('table.ragged', { cells: cells.length, headings: width, from }, whereOf(table, row, at));
  };

  /** The first record, where it has cells too many and a gap: the next one shows whether all have. */
  let doubted: { readonly row: number; readonly cells: readonly string[] } | undefined;

  const settleDoubt = ({ length }: readonly string[]): void => {
    const { row, cells } = doubted!;
    doubted = undefined;
    if (length === cells.length) return;
    refuseRagged(cells, row, width);
  };

  const refuseRagged = (cells: readonly string[], row: number, at: number): false => {
    tellRagged(cells, row, at);
    refuse(codeOf(cells) || null, nameOf(cells));
    return false;
  };

  /** The first filled cell under no heading. */
  const extraIn = (cells: readonly string[]): number =>
    cells.findIndex((cell, index) => index >= width && cell.trim() !== '');

  /** Whether the cells of a row stand under their headings, as far as their number shows. */
  const hasItsCells = (cells: readonly string[], row: number): boolean => {
    const { length } = cells;
    if (isSpreadsheet) return true;
    const extra = extraIn(cells);
    // What a comma too many leaves of a row that ended in a blank cell; spreadsheets pad rows alike, or by more.
    const isLonger = length === Math.max(above.length, table.headings.length) + 1 && length > width && extra < 0;
    const mayHaveMoved = isLonger && shifted.hasGap(cells);
    if (mayHaveMoved && above.length === 0) doubted = { row, cells };
    const hasMoved = mayHaveMoved && above.length > 0;
    if (length < width || extra >= 0 || hasMoved) {
      return refuseRagged(cells, row, length < width ? 0 : Math.max(extra, width));
    }
    if (length > table.headings.length) {
      diagnostics.add('table.extra-cells', {}, whereOf(table, row, table.headings.length));
    }
    return true;
  };

  const isRecordAtAll = (raw: readonly string[], row: number): boolean => {
    if (raw.length === 1 && raw[0] === '') return skipBlank(row);
    const kind = rowKind(raw, names);
    if (kind.kind === 'blank') return skipBlank(row);
    const isShort =
      raw.length < width && kind.kind === 'record' && short.isWhole(raw, { ...beside(), above: aboveCells });
    const cells = isShort ? short.fill(raw) : raw;
    const headings = table.isSheet ? headingLine(cells) : undefined;
    if (headings === 'repeated') return skipHeadings(row);
    if (headings === 'other') {
      diagnostics.add('table.headings-within', {}, whereOf(table, row, -1));
      refuse(null, null);
      return false;
    }
    if (kind.kind === 'total') {
      const isUnit = (isNamed(cells) && isJudged(cells)) || (!kind.sure && isOwnCode(codeOf(cells)));
      if (!isUnit) {
        const extra = isSpreadsheet ? -1 : extraIn(cells);
        if (extra >= 0) return refuseRagged(cells, row, extra);
        if (wholeKey.some((cell) => codes.isNested((cells[cell] ?? '').trim()))) return refuseStray(row, null, null);
        return skipTotal(cells, row, kind.part);
      }
    }
    const like = kind.kind === 'record' && cells.length >= width ? likeSum(cells, codeOf(above)) : undefined;
    if (like === 'part' || like === 'total') return skipTotal(cells, row, like === 'part');
    if (table.isSheet && (kind.kind === 'form' || kind.kind === 'single')) {
      const around = aroundKind(cells, kind);
      if (around === 'torn') return refuseStray(row, codeOf(cells) || null, nameOf(cells));
      if (around === 'note') {
        pending.push(row);
        return false;
      }
    }
    if (cells.length !== width && !hasItsCells(cells, row)) return false;
    if (like === 'doubtful') {
      const cell = nameCell >= 0 && cells[nameCell] !== '' ? nameCell : codeCell;
      diagnostics.add('record.like-total', {}, whereOf(table, row, cell, cells[cell]));
    }
    if (isShort) diagnostics.add('csv.short-row', { headings: short.lacking(raw) }, whereOf(table, row, -1));
    return true;
  };

  /** The last characters of what subjects may be named by: a row named after its subject may be its sum. */
  const subjectEnds = new Set(
    [judged.noun.zh, ...judged.endings].map((ending) => ending.charCodeAt(ending.length - 1)),
  );

  /**
   * A code in front does not keep a row from being a sum: it may be a figure, or the code of the subject, which is shorter
   * than those of the units or ends in 000.
   */
  const mayBeTotal = (cells: readonly string[]): boolean => {
    const code = cells[codeCell]!;
    if (level.judged || code.length !== aboveLength || code.endsWith('000')) return true;
    if (nameCell < 0) return false;
    const name = cells[nameCell]!;
    if (name === '') return true;
    const end = name.charCodeAt(name.length - 1);
    return isHan(end) ? end === TOTAL_END || subjectEnds.has(end) : BEHIND_TOTAL.has(end);
  };

  const hasNameless = table.headings.some((heading, cell) => cell < width && heading.trim() === '');

  /** Whether what stands under no heading belongs under one. */
  const isShifted = (cells: readonly string[], row: number): boolean => {
    if (!(hasNameless || cells.length > width) || !shifted.isShifted(cells)) return false;
    const [stray] = shifted.strayIn(cells);
    diagnostics.add('table.shifted-row', { from: shifted.from(cells) }, whereOf(table, row, stray!, cells[stray!]));
    refuse(codeOf(cells) || null, nameOf(cells));
    return true;
  };

  /** Columns without a heading that were blank so far. */
  const nameless = table.headings.flatMap((heading, cell) => (cell < width && heading.trim() === '' ? [cell] : []));

  const tellNameless = (cells: readonly string[], row: number): void => {
    for (const cell of nameless.filter((each) => cells[each]!.trim() !== '')) {
      nameless.splice(nameless.indexOf(cell), 1);
      diagnostics.add('table.nameless-column', { column: cell + 1 }, whereOf(table, row, cell, cells[cell]));
    }
  };

  const refusePending = (): void => {
    for (const row of pending.splice(0)) refuseStray(row, null, null);
  };

  return {
    /**
     * The cells of a row that is a record which can be read, blanks that it lacks at its end filled in; undefined for any
     * other. `hasPlainCode` says so of most of them.
     */
    record: (raw: readonly string[], row: number, hasPlainCode: boolean): readonly string[] | undefined => {
      if ((raw.length !== width || !hasPlainCode || mayBeTotal(raw)) && !isRecordAtAll(raw, row)) return undefined;
      const cells = raw.length < width ? short.fill(raw) : raw;
      if (isShifted(cells, row)) return undefined;
      if (doubted !== undefined && doubted.row !== row) settleDoubt(cells);
      above = cells;
      aboveCells = raw.length;
      if (subjectCell >= 0 && cells[subjectCell] !== subject && cells[subjectCell] !== '') {
        subject = cells[subjectCell];
        totals.nextSubject();
      }
      if (hasPlainCode) aboveLength = cells[codeCell]!.length;
      if (pending.length > 0) refusePending();
      if (nameless.length > 0) tellNameless(cells, row);
      return cells;
    },
    /** The sums of a table without any record; 0 where it has one, or is a blank form whose sum is blank as well. */
    sumsOfNothing: (): number => (above.length === 0 && (sums.rows > 1 || sums.figures) ? sums.rows : 0),
    /** The rows skipped, once there are no more. */
    end: (): number => {
      totals.end(diagnostics);
      const { first, count } = blank;
      if (count > 0) diagnostics.add('table.blank-rows', {}, { ...whereOf(table, first, -1), count });
      for (const row of pending) diagnostics.add('table.below-records', {}, whereOf(table, row, -1));
      return skipped + pending.length;
    },
  };
};
