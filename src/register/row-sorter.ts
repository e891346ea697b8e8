import type { Diagnostics } from '../diagnostics/diagnostics.ts';
import { lineKinds } from '../intake/line-kinds.ts';
import type { OpenTable } from '../intake/open-table.ts';
import { judgedLevel } from '../model/levels.ts';
import { codesOf } from './codes.ts';
import type { Columns } from './columns.ts';
import { formLineTest, headingLineTest } from './form-lines.ts';
import { whereOf } from './row-index.ts';
import { type Beside, rowShape } from './row-shape.ts';
import { isMerelyFigure, sumRowTest } from './sum-rows.ts';
import type { TotalsCheck } from './totals-check.ts';

type Cells = readonly string[];

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
  onRefused: (code: string | null, name: string | null) => void,
  beside: () => Beside,
) => {
  const { ruleset, level, values, width } = columns;
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
  /** The last record, and the length of its code. */
  let above: Cells = [];
  let aboveLength = -1;
  /** The subject that the units are in. */
  const subjectColumns = level.judged ? undefined : columns.parents.find((each) => each.level.judged);
  const subjectCell = subjectColumns?.column?.cell ?? -1;
  let subject: string | undefined;

  const codeOf = (cells: Cells): string => columns.code?.text(cells[codeCell] ?? '') ?? '';
  const nameOf = (cells: Cells): string | null => columns.name?.text(cells[nameCell] ?? '') ?? null;

  /** A code of a unit, and not of what the units above are in. */
  const isOwnCode = (code: string): boolean => {
    const last = codeOf(above);
    const bare = code.replace(/0+$/, '');
    return (
      DIGIT.test(code) && !isMerelyFigure(code, last, codes) && !(last.length > bare.length && last.startsWith(bare))
    );
  };

  /** The code or, unless it says 合计, the name of a unit. */
  const isNamed = (cells: Cells): boolean => {
    const name = nameOf(cells);
    return (name !== null && !isTotal(name)) || isOwnCode(codeOf(cells));
  };

  /** A sum of a subject may carry its code, but then it has figures only: with a title or level the row is a unit's. */
  const isJudged = (cells: Cells): boolean =>
    values.some(
      ({ field, cell, read }) =>
        field.kind === 'choice' && !FIGURE.test(cells[cell] ?? '') && read(cells[cell] ?? '').value !== undefined,
    );

  const refuse = (cells: Cells): void => onRefused(codeOf(cells) || null, nameOf(cells));

  const refuseStray = (row: number, cells?: Cells): false => {
    diagnostics.add('table.stray-row', {}, whereOf(table, row, -1));
    if (cells === undefined) onRefused(null, null);
    else refuse(cells);
    return false;
  };

  const shape = rowShape(table, columns, diagnostics, refuse, beside);
  const likeSum = sumRowTest(columns, isJudged, totals);
  const headingLine = headingLineTest(table);
  const aroundKind = formLineTest(table, columns, wholeKey, {
    ...{ codeOf, nameOf, isJudged, isOwnCode },
    above: () => above,
  });

  const skipBlank = (row: number): false => {
    if (blank.count++ === 0) blank.first = row;
    skipped++;
    return false;
  };

  const skipTotal = (cells: Cells, row: number, part: boolean): false => {
    totals.check(cells, row, part, diagnostics);
    diagnostics.add('table.total-skipped', {}, whereOf(table, row, -1));
    skipped++;
    sums.rows++;
    sums.figures ||= totals.hasFigures(cells);
    return false;
  };

  /** The lines of the form above it are those of the file that was put behind. */
  const skipHeadings = (row: number): false => {
    diagnostics.add('table.headings-repeated', {}, whereOf(table, row, -1));
    for (const line of pending) diagnostics.add('table.below-records', {}, whereOf(table, line, -1));
    skipped += 1 + pending.splice(0).length;
    return false;
  };

  const isRecordAtAll = (raw: Cells, row: number): boolean => {
    if (raw.length === 1 && raw[0] === '') return skipBlank(row);
    const kind = rowKind(raw, names);
    if (kind.kind === 'blank') return skipBlank(row);
    const isShort = raw.length < width && kind.kind === 'record' && shape.lacksBlanks(raw);
    const cells = isShort ? shape.fill(raw) : raw;
    const headings = table.isSheet ? headingLine(cells) : undefined;
    if (headings === 'repeated') return skipHeadings(row);
    if (headings === 'other') {
      diagnostics.add('table.headings-within', {}, whereOf(table, row, -1));
      onRefused(null, null);
      return false;
    }
    if (kind.kind === 'total') {
      const isUnit = (isNamed(cells) && isJudged(cells)) || (!kind.sure && isOwnCode(codeOf(cells)));
      if (!isUnit) {
        if (shape.hasExtra(cells, row)) return false;
        if (wholeKey.some((cell) => codes.isNested((cells[cell] ?? '').trim()))) return refuseStray(row);
        return skipTotal(cells, row, kind.part);
      }
    }
    const like = kind.kind === 'record' && cells.length >= width ? likeSum(cells, codeOf(above)) : undefined;
    if (like === 'part' || like === 'total') return skipTotal(cells, row, like === 'part');
    if (table.isSheet && (kind.kind === 'form' || kind.kind === 'single')) {
      const around = aroundKind(cells, kind);
      if (around === 'torn') return refuseStray(row, cells);
      if (around === 'note') {
        pending.push(row);
        return false;
      }
    }
    if (!shape.hasItsCells(cells, row)) return false;
    if (like === 'doubtful') {
      const cell = nameCell >= 0 && cells[nameCell] !== '' ? nameCell : codeCell;
      diagnostics.add('record.like-total', {}, whereOf(table, row, cell, cells[cell]));
    }
    if (isShort) shape.tellFilled(raw, row);
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
  const mayBeTotal = (cells: Cells): boolean => {
    const code = cells[codeCell]!;
    if (level.judged || code.length !== aboveLength || code.endsWith('000')) return true;
    if (nameCell < 0) return false;
    const name = cells[nameCell]!;
    if (name === '') return true;
    const end = name.charCodeAt(name.length - 1);
    return isHan(end) ? end === TOTAL_END || subjectEnds.has(end) : BEHIND_TOTAL.has(end);
  };

  return {
    /**
     * The cells of a row that is a record which can be read, blanks that it lacks at its end filled in; undefined for any
     * other. `hasPlainCode` says so of most of them.
     */
    record: (raw: Cells, row: number, hasPlainCode: boolean): Cells | undefined => {
      if ((raw.length !== width || !hasPlainCode || mayBeTotal(raw)) && !isRecordAtAll(raw, row)) return undefined;
      const cells = shape.fill(raw);
      if (shape.isMoved(cells, row)) return undefined;
      shape.accept(cells, raw.length, row);
      above = cells;
      if (subjectCell >= 0 && cells[subjectCell] !== subject && cells[subjectCell] !== '') {
        subject = cells[subjectCell];
        totals.nextSubject();
      }
      if (hasPlainCode) aboveLength = cells[codeCell]!.length;
      if (pending.length > 0) for (const line of pending.splice(0)) refuseStray(line);
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
