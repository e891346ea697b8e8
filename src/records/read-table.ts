import type { Diagnostics, Where } from '../diagnostics/diagnostics.ts';
import type { DiagnosticCode } from '../diagnostics/slots.ts';
import type { OpenTable } from '../intake/open-table.ts';
import { rowKind } from '../intake/row-kind.ts';
import type { Severity } from '../model/diagnostic.ts';
import type { TableName } from '../model/ruleset.ts';
import type { Column, Columns } from './columns.ts';
import { type CellProblem, isPlainCode, type Reading } from './normalize-cell.ts';
import { whereOf } from './row-index.ts';
import { TotalsCheck } from './totals-check.ts';

/** One record, its cells read. The reader reuses the object and its list of readings for the next one. */
export interface Entry {
  /** Row of its table. */
  row: number;
  cells: readonly string[];
  year: number | null;
  code: string | null;
  name: string | null;
  /** False where a code of a parent is wrong: whose unit it is cannot be told. */
  hasParents: boolean;
  /** By index of the field in the record schema; only columns of values. */
  readonly readings: (Reading | undefined)[];
}

export interface ReadOptions {
  readonly onInvalid: 'refuse' | 'unknown';
  readonly diagnostics: Diagnostics;
  readonly signal: AbortSignal | undefined;
  readonly onRows: (rows: number) => void;
  /** A record that was refused, by what can be read of its key. */
  readonly onRefused?: (code: string | null, name: string | null) => void;
}

export interface TableRead {
  /** Rows of the table, whatever they are. */
  readonly rows: number;
  readonly skipped: number;
  /** Rows that may be records, but cannot be read as such. */
  readonly refused: number;
  /** Whether rows name a year, or refused ones may. */
  readonly namesYear: boolean;
}

const NAMES = ['name', 'community', 'street', 'district'];
const CODE_ALONE = /^[!-~]*\d[!-~]*$/;
const DATE = /^(?:19|20)\d\d-?\d{1,2}-?\d{1,2}$/;
const ENDINGS: Readonly<Record<TableName, RegExp>> = { streets: /街道$/, communities: /社区$/, compounds: /小区$/ };
/** The last character of 合计, 小计 and 总计. */
const TOTAL_END = '计'.charCodeAt(0);

/**
 * Reads a table row by row: tells records from titles, sums and notes, normalises their cells, and hands each record
 * to `take`. What is skipped or changed is a note; what cannot be read is an error, and the reading goes on.
 */
export const readTable = async (
  table: OpenTable,
  columns: Columns,
  options: ReadOptions,
  take: (entry: Entry) => void,
): Promise<TableRead> => {
  const { diagnostics, onInvalid } = options;
  const { key, parents, values, width } = columns;
  const codeCell = key.code?.cell ?? -1;
  const nameCell = key.name?.cell ?? -1;
  const names = NAMES.flatMap((field) => key[field]?.cell ?? []);
  const counts = values.filter(({ field }) => field.kind === 'count');
  const nthCount = new Map(counts.map((column, nth) => [column, nth]));
  const totals = new TotalsCheck(
    table,
    counts.map(({ cell }) => cell),
  );
  const entry: Entry = { row: 0, cells: [], year: null, code: null, name: null, hasParents: true, readings: [] };
  const pending: number[] = [];
  let rows = 0;
  let skipped = table.above;
  let refused = 0;

  const refuse = (code: string | null, name: string | null): false => {
    refused++;
    options.onRefused?.(code, name);
    return false;
  };

  const at = (row: number, cell = -1, text?: string): Where => whereOf(table, row, cell, text);

  const explain = (reading: Reading, column: Column, row: number, text: string, severity?: Severity): void => {
    const { heading, field } = column;
    const where = at(row, column.cell, text);
    if (reading.note) diagnostics.add(reading.note, { heading }, where);
    if (reading.problem === 'record.unknown-value') {
      diagnostics.add('record.unknown-value', { heading, known: field.labelTexts }, where, severity);
    } else if (reading.problem) {
      diagnostics.add<Exclude<CellProblem, 'record.unknown-value'>>(reading.problem, { heading }, where, severity);
    }
  };

  /** The reading of a key cell; its problems always refuse. */
  const readKey = (column: Column | undefined, cells: readonly string[], row: number): Reading | undefined => {
    if (column === undefined) return undefined;
    const text = cells[column.cell]!;
    const reading = column.read(text);
    if (reading.problem !== undefined || reading.note !== undefined) explain(reading, column, row, text);
    return reading;
  };

  /** Whether the only filled cell is certainly a unit's code or name, and not a note or signature below the table. */
  const isUnitAlone = (cells: readonly string[]): boolean => {
    const code = String(key.code?.read(cells[codeCell] ?? '').value ?? '');
    const name = cells[nameCell]?.trim() ?? '';
    return (
      (CODE_ALONE.test(code) && !DATE.test(code)) || (name !== '' && (width === 1 || ENDINGS[table.table].test(name)))
    );
  };

  /** A sum has figures, no titles or levels: a row with one of these is of a unit that is named like a sum. */
  const isJudged = (cells: readonly string[]): boolean =>
    values.some(({ field, cell, read }) => field.kind === 'choice' && read(cells[cell] ?? '').value !== undefined);

  const isRecord = (cells: readonly string[], row: number): boolean => {
    const kind = rowKind(cells, names);
    const skip = (code: Extract<DiagnosticCode, 'csv.blank-rows' | 'table.total-skipped'>) => {
      skipped++;
      diagnostics.add(code, {}, at(row));
      return false;
    };
    if (kind.kind === 'blank') return skip('csv.blank-rows');
    if (kind.kind === 'total' && !isJudged(cells)) {
      totals.check(cells, row, kind.part, diagnostics);
      return skip('table.total-skipped');
    }
    if (kind.kind !== 'record' && kind.kind !== 'total' && !(kind.kind === 'single' && isUnitAlone(cells))) {
      pending.push(row);
      return false;
    }
    const extra = cells.findIndex((cell, index) => index >= width && cell.trim() !== '');
    if (cells.length < width || extra >= 0) {
      diagnostics.add('csv.ragged', { cells: cells.length, headings: width }, at(row, Math.max(0, extra)));
      return refuse(cells[codeCell]?.trim() || null, cells[nameCell] || null);
    }
    if (cells.length > table.headings.length) diagnostics.add('csv.extra-cells', {}, at(row, table.headings.length));
    return true;
  };

  const refusePending = (): void => {
    refused += pending.length;
    for (const row of pending.splice(0)) diagnostics.add('csv.stray-row', {}, at(row));
  };

  let held: { year: number; code: string | null } | null = null;
  let filledYear: number | null = null;
  /** Rows without a year before the first that has one. A column that is blank all the way down says nothing. */
  const yearless: number[] = [];
  const ownYears = new Set<number>();
  let lastYearText: string | undefined;
  let lastYear: Reading | undefined;

  /** The year of a record; undefined where it is missing or wrong. */
  const readYear = (cells: readonly string[], row: number, code: string | null): number | null | undefined => {
    const column = key.year;
    if (column === undefined) return null;
    const text = cells[column.cell]!;
    if (text !== lastYearText || lastYear?.note !== undefined || lastYear?.problem !== undefined) {
      lastYear = readKey(column, cells, row)!;
      lastYearText = text;
      if (typeof lastYear.value === 'number') ownYears.add(lastYear.value);
    }
    const { value, problem } = lastYear!;
    if (typeof value === 'number') {
      if (held === null || held.year !== value || held.code?.slice(0, 6) !== code?.slice(0, 6))
        held = { year: value, code };
      return value;
    }
    if (problem !== undefined) return undefined;
    const district = held?.code?.slice(0, 6) ?? '';
    if (held !== null && code !== null && /^\d{6}$/.test(district) && code.startsWith(district)) {
      filledYear ??= row;
      diagnostics.add('record.filled-down', { heading: column.heading }, at(row, column.cell, text));
      return held.year;
    }
    if (ownYears.size === 0) {
      yearless.push(row);
      return null;
    }
    diagnostics.add('year.blank', {}, at(row, column.cell, text));
    return undefined;
  };

  const lastParents: (string | undefined)[] = parents.map(() => undefined);

  /** Whether the codes of the parents are sound; those of the row above are known to be. */
  const readParents = (cells: readonly string[], row: number): boolean => {
    let sound = true;
    for (let i = 0; i < parents.length; i++) {
      const column = parents[i]!;
      const text = cells[column.cell]!;
      if (text === lastParents[i]) continue;
      if (column.field.kind === 'code' && isPlainCode(text)) lastParents[i] = text;
      else if (readKey(column, cells, row)!.problem !== undefined) sound = false;
    }
    return sound;
  };

  /** A code in front does not keep a row from being a sum. */
  const mayBeTotal = (cells: readonly string[]): boolean => {
    if (nameCell < 0) return false;
    const name = cells[nameCell]!;
    return name === '' || name.charCodeAt(name.length - 1) === TOTAL_END;
  };

  const readRow = (cells: readonly string[], row: number): void => {
    const rawCode = codeCell >= 0 ? cells[codeCell] : undefined;
    const plain = rawCode !== undefined && isPlainCode(rawCode);
    if ((cells.length !== width || !plain || mayBeTotal(cells)) && !isRecord(cells, row)) return;
    if (pending.length > 0) refusePending();
    let sound = true;
    if (plain) entry.code = rawCode;
    else {
      const reading = readKey(key.code, cells, row);
      entry.code = reading?.value === undefined ? null : String(reading.value);
      sound = reading?.problem === undefined;
    }
    const name = nameCell >= 0 ? cells[nameCell]! : '';
    entry.name = columns.isPlainName(name) || (name !== '' && key.name!.read(name).value !== undefined) ? name : null;
    if (entry.code === null && entry.name === null && sound) {
      diagnostics.add('record.no-key', {}, at(row));
      sound = false;
    }
    for (let i = 0; i < values.length; i++) {
      const column = values[i]!;
      const text = cells[column.cell]!;
      const reading = column.read(text);
      if (reading.problem !== undefined || reading.note !== undefined) {
        explain(reading, column, row, text, onInvalid === 'unknown' ? 'warning' : undefined);
      }
      if (column.field.kind === 'count' && reading.value !== undefined) {
        totals.add(nthCount.get(column)!, reading.value as number);
      }
      entry.readings[column.index] = reading;
    }
    entry.hasParents = readParents(cells, row);
    const year = readYear(cells, row, entry.code);
    if (year === undefined || !sound) {
      refuse(entry.code, entry.name);
      return;
    }
    entry.year = year;
    entry.row = row;
    entry.cells = cells;
    take(entry);
  };

  for await (const batch of table.batches()) {
    options.signal?.throwIfAborted();
    for (let i = 0; i < batch.rows.length; i++) readRow(batch.rows[i]!, batch.first + i);
    rows = batch.first + batch.rows.length;
    options.onRows(batch.rows.length);
  }
  for (const row of pending) diagnostics.add('csv.below-records', {}, at(row));
  if (ownYears.size > 0) {
    for (const row of yearless) diagnostics.add('year.blank', {}, at(row, key.year!.cell, ''));
  }
  if (filledYear !== null && ownYears.size > 1) diagnostics.add('year.blank', {}, at(filledYear, key.year!.cell));
  const namesYear = ownYears.size > 0 || (refused > 0 && key.year !== undefined);
  return { rows, skipped: skipped + pending.length, refused, namesYear };
};
