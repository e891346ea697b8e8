import type { Diagnostics, Where } from '../../diagnostics/diagnostics.ts';
import { SPREADSHEET_KINDS } from '../../diagnostics/entries/bytes.ts';
import { XLSX_DAMAGES, XLSX_LIMITS } from '../../diagnostics/entries/spreadsheets.ts';
import type { Ruleset, TableName } from '../../model/ruleset.ts';
import { parseCellName } from '../../model/spreadsheet.ts';
import { foreignKind, isCompoundFile, kindOfCompound } from '../file-kind.ts';
import type { FoundInput } from '../find-inputs.ts';
import { type OpenTable, whereIn } from '../open-table.ts';
import { asciiOf, type Source } from '../source.ts';
import { lookAtSheets, namedSheet, type SheetLook, sheetsToRead } from './choose-sheets.ts';
import { damaged, XlsxFault } from './fault.ts';
import { openSheet, sheetWhere } from './open-sheet.ts';
import { readParts, readSheet, type SheetParts } from './read-sheet.ts';
import { openWorkbook, type SheetEntry, type Workbook } from './workbook.ts';

/** A sheet of a workbook, or the workbook itself where none can be read. */
interface OpenedSheet {
  readonly path: string;
  readonly shown: string;
  readonly table: OpenTable | undefined;
}

interface XlsxRequest {
  readonly source: Source;
  readonly found: FoundInput;
  /** Index of the first input that comes of it. */
  readonly input: number;
  /** All that the run asks of this file. */
  readonly asked: readonly FoundInput[];
  /** Sheets that other inputs are copies of. */
  readonly copied: readonly string[];
  /** Whether a sheet of this file was read before; from now on it was. */
  isRepeated(sheet: string): boolean;
  onBytes(bytes: number): void;
  readonly signal: AbortSignal | undefined;
}

/**
 * Reads the sheet of a workbook that is asked for, or all that are tables. What cannot be read is a diagnostic; it then
 * has no `table`. None for another format and for what was read already; null for a report that streetcheck wrote.
 */
export const openXlsx = async (
  request: XlsxRequest,
  ruleset: Ruleset,
  diagnostics: Diagnostics,
): Promise<readonly OpenedSheet[] | null> => {
  const { source, found } = request;
  const { path, shown } = found;
  const start = whereIn(path);
  if (isCompoundFile(source)) {
    const kind = kindOfCompound(source, path);
    if (kind === 'encrypted') diagnostics.add('xlsx.encrypted', {}, start);
    else diagnostics.add('input.spreadsheet', { path, kind: SPREADSHEET_KINDS[kind] }, start);
    return [];
  }
  try {
    if (asciiOf(source.read(0, 2)) !== 'PK') throw damaged('no-archive', path);
    const { archive, workbook } = await openWorkbook(source, request.onBytes);
    if (workbook === null) {
      const kind = SPREADSHEET_KINDS[foreignKind(archive, path)];
      diagnostics.add('input.spreadsheet', { path, kind }, start);
      return [];
    }
    if (workbook.sheets.every(({ isOwn }) => isOwn)) return null;
    const parts = await readParts(archive, workbook, request.signal);
    return await openSheets(request, workbook, parts, start, ruleset, diagnostics);
  } catch (error) {
    if (!(error instanceof XlsxFault)) throw error;
    tellFault(error, start, path, diagnostics);
    return [{ path, shown, table: undefined }];
  }
};

const openSheets = async (
  { found, input, asked, copied, isRepeated }: XlsxRequest,
  workbook: Workbook,
  parts: Omit<SheetParts, 'part'>,
  start: Where,
  ruleset: Ruleset,
  diagnostics: Diagnostics,
): Promise<OpenedSheet[]> => {
  const { path: file, shown } = found;
  const sheets = workbook.sheets.filter(({ isOwn }) => !isOwn);
  const names = [...asked.flatMap(({ sheet }) => sheet ?? []), ...copied];
  const named = names.flatMap((name) => namedSheet(sheets, name) ?? []);
  if (found.sheet !== null && namedSheet(sheets, found.sheet) === undefined) {
    diagnostics.add('xlsx.no-sheet', { sheet: found.sheet, sheets: sheets.map(({ name }) => name) }, start);
    return [{ path: file, shown, table: undefined }];
  }
  const isFirst = asked[0] === found;
  const watch = [...new Set(Object.values(ruleset.records).flatMap((schema) => schema.watch))];
  const isAlone = sheets.length === 1 && found.sheet === null;
  const looks = isAlone || !(isFirst || found.sheet === null) ? [] : await lookAtSheets(sheets, parts, ruleset, watch);
  const unnamed = (table: TableName | null): readonly SheetEntry[] =>
    (isAlone ? sheets : sheetsToRead(looks, table)).filter(({ part }) => named.every((other) => other.part !== part));
  const chosen = found.sheet === null ? unnamed(found.table) : [namedSheet(sheets, found.sheet)!];
  if (isFirst) {
    const read = [...named, ...asked.flatMap(({ sheet, table }) => (sheet === null ? unnamed(table) : []))];
    const isRead = ({ part }: SheetEntry) => read.some((other) => other.part === part);
    const whole = asked.some(({ sheet }) => sheet === null);
    const first = chosen[0] === undefined ? start : sheetWhere(`${file}#${chosen[0].name}`, 0, 0);
    for (const { name, isOwn } of workbook.sheets) {
      if (isOwn) diagnostics.add('input.saved-report', { path: `${file}#${name}` });
    }
    const unread = looks.filter((sheet) => !isRead(sheet));
    tellUnread(file, unread, whole, first, diagnostics);
  }
  const opened: OpenedSheet[] = [];
  for (const { name, part } of chosen) {
    const own = { path: `${file}#${name}`, shown: `${shown}#${name}` };
    if (isRepeated(name)) {
      diagnostics.add('input.given-twice', { path: own.path });
      continue;
    }
    const of = { path: own.path, input: input + opened.length, asked: found.table };
    try {
      const sheet = await readSheet({ ...parts, part });
      opened.push({ ...own, table: openSheet(sheet, of, ruleset, diagnostics) });
    } catch (error) {
      if (!(error instanceof XlsxFault)) throw error;
      tellFault(error, sheetWhere(own.path, 0, 0), own.path, diagnostics);
      opened.push({ ...own, table: undefined });
    }
  }
  if (chosen.length === 0 && copied.length === 0) diagnostics.add('input.given-twice', { path: file });
  return opened;
};

/** Says of sheets that are not read what may be missed with them. */
const tellUnread = (
  file: string,
  others: readonly SheetLook[],
  whole: boolean,
  start: Where,
  diagnostics: Diagnostics,
): void => {
  const namesOf = (some: readonly SheetLook[]) => some.map(({ name }) => name);
  const tables = others.filter(({ isLikeTable }) => isLikeTable);
  if (tables.length > 0) diagnostics.add('xlsx.unread-tables', { sheets: namesOf(tables), file }, start);
  const rest = others.filter(({ isLikeTable }) => !isLikeTable);
  for (const { name, watched } of rest) {
    const slots = { sheet: name, words: [...new Set(watched)], lines: watched.length };
    if (watched.length > 0) diagnostics.add('record.watched-aside', slots, start);
  }
  const filled = rest.filter(({ isBroken, isBlank, isHidden }) => isBroken || !(isBlank || isHidden));
  if (filled.length > 0 && whole) diagnostics.add('xlsx.other-sheets', { sheets: namesOf(filled), file }, start);
};

const tellFault = ({ problem, cell }: XlsxFault, start: Where, path: string, diagnostics: Diagnostics): void => {
  const at = cell === null ? undefined : parseCellName(cell);
  const where = at === undefined ? start : sheetWhere(path, at.row, at.column);
  if (problem.kind === 'too-large') diagnostics.add('xlsx.too-large', { limit: XLSX_LIMITS[problem.limit] }, where);
  else diagnostics.add('xlsx.damaged', { damage: XLSX_DAMAGES[problem.damage], detail: problem.detail }, where);
};
