import type { Diagnostics, Where } from '../../diagnostics/diagnostics.ts';
import { SPREADSHEET_KINDS, XLSX_DAMAGES, XLSX_LIMITS } from '../../diagnostics/nouns.ts';
import { type Ruleset, TABLES } from '../../model/ruleset.ts';
import { toKnown } from '../find-headings.ts';
import type { FoundInput } from '../find-inputs.ts';
import type { OpenTable } from '../open-table.ts';
import type { Headings } from '../recognise.ts';
import type { Source } from '../source.ts';
import { type Archive, openArchive } from './archive.ts';
import { parseCellName } from './cell-name.ts';
import { damaged, XlsxFault } from './fault.ts';
import { foreignKind, isCompoundFile, kindOfCompound } from './foreign-kind.ts';
import { openSheet } from './open-sheet.ts';
import { findOtherSheets } from './other-sheets.ts';
import { readSheet, type SheetParts } from './read-sheet.ts';
import { readSharedStrings } from './shared-strings.ts';
import { readStyles } from './styles.ts';
import { findWorkbook, readWorkbook, type SheetEntry, type Workbook } from './workbook.ts';
import { sheetWhere } from './xlsx-table.ts';

export interface OpenWorkbook {
  /** With the sheet that was read, once that is known. */
  readonly path: string;
  readonly shown: string;
  readonly tables: readonly OpenTable[];
}

interface XlsxRequest {
  readonly source: Source;
  readonly found: FoundInput;
  /** Index of the input. */
  readonly input: number;
  /** The sheets of this file that the run is asked for, null for the first one. */
  readonly asked: readonly (string | null)[];
  /** The first request for this file. */
  readonly isFirst: boolean;
  /** Whether a sheet of this file was read before; from now on it was. */
  isRepeated(sheet: string): boolean;
  onBytes(bytes: number): void;
  readonly signal: AbortSignal | undefined;
}

const foldName = (name: string): string => name.normalize('NFKC').trim().toLowerCase();

/** By its name as it stands, else without regard to case, as spreadsheets take them; the first that is not hidden without one. */
const chooseSheet = ({ sheets }: Workbook, asked: string | null): SheetEntry | undefined => {
  if (asked === null) return sheets.find(({ isHidden }) => !isHidden) ?? sheets[0];
  return sheets.find(({ name }) => name === asked) ?? sheets.find(({ name }) => foldName(name) === foldName(asked));
};

/**
 * Reads one sheet of a workbook: the one that is asked for, or the first. What cannot be read is a diagnostic; the
 * sheet is then missing from `tables`. Null for another format and for a sheet that was read already.
 */
export const openXlsx = async (
  request: XlsxRequest,
  ruleset: Ruleset,
  headings: Headings,
  diagnostics: Diagnostics,
): Promise<OpenWorkbook | null> => {
  const { source, found, isFirst, signal } = request;
  let { path, shown } = found;
  let isChosen = false;
  const start = () => startWhere(path, isChosen);
  const unread = (): OpenWorkbook => ({ path, shown, tables: [] });
  if (isCompoundFile(source)) {
    const kind = kindOfCompound(source, found.path);
    if (kind === 'encrypted') diagnostics.add('xlsx.encrypted', {}, start());
    else diagnostics.add('input.spreadsheet', { path, kind: SPREADSHEET_KINDS[kind] }, start());
    return null;
  }
  try {
    if (source.read(0, 2).toString('latin1') !== 'PK') throw damaged('no-archive', found.path);
    const archive = await openArchive(source, request.onBytes);
    const part = await findWorkbook(archive);
    if (part === undefined) {
      diagnostics.add(
        'input.spreadsheet',
        { path, kind: SPREADSHEET_KINDS[foreignKind(archive, found.path)] },
        start(),
      );
      return null;
    }
    const workbook = await readWorkbook(archive, part);
    const entry = chooseSheet(workbook, found.sheet);
    if (entry === undefined) {
      const sheets = workbook.sheets.map(({ name }) => name);
      diagnostics.add('xlsx.no-sheet', { sheet: found.sheet ?? '', sheets }, start());
      return unread();
    }
    path = `${found.path}#${entry.name}`;
    shown = `${found.shown}#${entry.name}`;
    isChosen = true;
    if (request.isRepeated(entry.name)) {
      diagnostics.add('input.given-twice', { path });
      return null;
    }
    const parts = await readParts(archive, workbook, signal);
    const sheet = await readSheet({ ...parts, part: entry.part });
    if (isFirst || found.sheet === null) {
      const wanted = new Set(request.asked.map((name) => chooseSheet(workbook, name)));
      const others = workbook.sheets.filter((other) => !wanted.has(other));
      const watch = [...new Set(TABLES.flatMap((table) => ruleset.records[table].watch))];
      const { tables, filled, watched } = await findOtherSheets(others, parts, toKnown(headings, ruleset), watch);
      const file = found.path;
      if (tables.length > 0 && isFirst) diagnostics.add('xlsx.unread-tables', { sheets: tables, file }, start());
      if (isFirst) for (const slots of watched) diagnostics.add('record.watched-aside', slots, start());
      if (filled.length > 0 && found.sheet === null) {
        diagnostics.add('xlsx.other-sheets', { read: entry.name, sheets: filled, file }, start());
      }
    }
    const table = openSheet(sheet, { path, input: request.input, asked: found.table }, ruleset, headings, diagnostics);
    return { path, shown, tables: table === undefined ? [] : [table] };
  } catch (error) {
    if (!(error instanceof XlsxFault)) throw error;
    tellFault(error, start(), path, diagnostics);
    return unread();
  }
};

/** What the sheets of a workbook share. */
const readParts = async (
  archive: Archive,
  workbook: Workbook,
  signal: AbortSignal | undefined,
): Promise<Omit<SheetParts, 'part'>> => {
  const { is1904, recalculates } = workbook;
  const styles = await readStyles(archive, workbook.styles);
  const strings = await readSharedStrings(archive, workbook.strings, signal);
  return { archive, strings, styles, is1904, recalculates, signal };
};

/** The beginning of a file, or of its sheet. */
const startWhere = (path: string, isChosen: boolean): Where =>
  isChosen ? sheetWhere(path, 0, 0) : { path, place: () => ({ path, line: 1, column: 1 }) };

const tellFault = ({ problem, cell }: XlsxFault, start: Where, path: string, diagnostics: Diagnostics): void => {
  const at = cell === null ? undefined : parseCellName(cell);
  const where = at === undefined ? start : sheetWhere(path, at.row, at.column);
  if (problem.kind === 'too-large') diagnostics.add('xlsx.too-large', { limit: XLSX_LIMITS[problem.limit] }, where);
  else diagnostics.add('xlsx.damaged', { damage: XLSX_DAMAGES[problem.damage], detail: problem.detail }, where);
};
