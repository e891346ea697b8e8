import { readSheetCopies, type SheetCopies, sheetCopiesFile } from '../intake/sheet-copies.ts';
import { kindAt, nameOf } from '../intake/source.ts';
import type { AuditedFiles } from './audited-files.ts';
import { cellText } from './edit-file.ts';
import type { OpenedFile } from './held-tables.ts';

/** A spreadsheet to be audited as a copy in CSV. */
export interface SheetCopy {
  readonly sheet: OpenedFile;
  readonly copy: string;
  /** Whether an audit made it before, from the workbook as it still is. */
  readonly isThere: boolean;
}

const SPREADSHEET = 'xlsx';

/** What stands on disk of `FILE.xlsx#SHEET`. */
const fileOf = ({ shown }: OpenedFile): string => shown.slice(0, shown.lastIndexOf('#'));

const sheetOf = ({ shown }: OpenedFile): string => shown.slice(shown.lastIndexOf('#') + 1);

/** The copy that an earlier audit made of a sheet. */
const earlierCopy = (files: AuditedFiles, sheet: OpenedFile): string | undefined => {
  const earlier = readSheetCopies(files, fileOf(sheet));
  if (earlier?.sha256 !== sheet.sha256) return undefined;
  const copy = earlier.files[earlier.copies.findIndex((each) => each.sheet === sheetOf(sheet))];
  return copy !== undefined && kindAt(files, copy) !== null ? copy : undefined;
};

const nameFor = (files: AuditedFiles, sheet: OpenedFile, isOneOfSeveral: boolean): string => {
  const file = fileOf(sheet);
  const stem = file.replace(/\.[^./\\]*$/, '');
  const named = isOneOfSeveral ? `${stem}-${sheetOf(sheet).replace(/[/\\:*?"<>|]/g, '_')}` : stem;
  let copy = `${named}.csv`;
  for (let nth = 2; kindAt(files, copy) !== null; nth++) copy = `${named}-${nth}.csv`;
  return copy;
};

/** The spreadsheets among the inputs: cells of theirs cannot be changed in place. */
export const sheetCopies = (files: AuditedFiles, opened: readonly OpenedFile[]): SheetCopy[] => {
  const sheets = opened.filter(({ encoding, tables }) => encoding === SPREADSHEET && tables.length > 0);
  return sheets.map((sheet) => {
    const earlier = earlierCopy(files, sheet);
    const isOneOfSeveral = sheets.some((other) => other !== sheet && fileOf(other) === fileOf(sheet));
    return { sheet, copy: earlier ?? nameFor(files, sheet, isOneOfSeveral), isThere: earlier !== undefined };
  });
};

/** Writes the table of a sheet, from its headings on, as spreadsheet programs like it: UTF-8 with byte order mark, CRLF. */
const writeSheetCopy = (files: AuditedFiles, { sheet: { tables }, copy }: SheetCopy): void => {
  const { headings, rows, first } = tables[0]!;
  const lineOf = (cells: readonly string[]): string => `${cells.map((text) => cellText(text, ',')).join(',')}\r\n`;
  const lines = [headings, ...rows.slice(first)].map(lineOf);
  files.create(copy, new TextEncoder().encode(`\ufeff${lines.join('')}`));
};

/** Makes the copies that are not there yet, and says beside each workbook which they are, so that no unit counts twice. */
export const writeSheetCopies = (files: AuditedFiles, copies: readonly SheetCopy[], now: string): void => {
  for (const copy of copies) if (!copy.isThere) writeSheetCopy(files, copy);
  for (const workbook of new Set(copies.map(({ sheet }) => fileOf(sheet)))) {
    const own = copies.filter(({ sheet }) => fileOf(sheet) === workbook);
    if (own.every(({ isThere }) => isThere)) continue;
    const { sha256 } = own[0]!.sheet;
    const made = own.map(({ sheet, copy }) => ({ sheet: sheetOf(sheet), file: nameOf(files, copy) }));
    const earlier = readSheetCopies(files, workbook);
    const others = earlier?.sha256 === sha256 ? earlier.copies : [];
    const all = [...others.filter(({ sheet }) => made.every((each) => each.sheet !== sheet)), ...made];
    const said: SheetCopies = { kind: 'sheets', version: 1, at: now, sha256, copies: all };
    const list = files.openLines(sheetCopiesFile(workbook));
    try {
      list.append(`${JSON.stringify(said)}\n`);
    } finally {
      list.close();
    }
  }
};

/** The same inputs one by one, each spreadsheet by its copy. */
export const pathsWithCopies = (opened: readonly OpenedFile[], copies: readonly SheetCopy[]): string[] =>
  opened.map(({ shown, tables: [table, ...more] }) => {
    const path = copies.find(({ sheet }) => sheet.shown === shown)?.copy ?? shown;
    return table?.isSheet && more.length === 0 ? `${table.table}=${path}` : path;
  });
