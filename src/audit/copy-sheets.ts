import { closeSync, existsSync, fsyncSync, openSync, writeSync } from 'node:fs';
import type { OpenedFile } from './open-tables.ts';

/** A spreadsheet to be audited as a copy in CSV. */
export interface SheetCopy {
  readonly sheet: OpenedFile;
  /** Does not exist yet. */
  readonly copy: string;
}

const SPREADSHEET = 'xlsx';

/** What stands on disk of `FILE.xlsx#SHEET`. */
const fileOf = ({ shown }: OpenedFile): string => shown.slice(0, shown.lastIndexOf('#'));

const nameFor = (sheet: OpenedFile, isOneOfSeveral: boolean): string => {
  const file = fileOf(sheet);
  const stem = file.replace(/\.[^./\\]*$/, '');
  const named = isOneOfSeveral ? `${stem}-${sheet.shown.slice(file.length + 1).replace(/[/\\:*?"<>|]/g, '_')}` : stem;
  let copy = `${named}.csv`;
  for (let nth = 2; existsSync(copy); nth++) copy = `${named}-${nth}.csv`;
  return copy;
};

/** The spreadsheets among the inputs: cells of theirs cannot be changed in place. */
export const sheetCopies = (opened: readonly OpenedFile[]): SheetCopy[] => {
  const sheets = opened.filter(({ encoding, tables }) => encoding === SPREADSHEET && tables.length > 0);
  return sheets.map((sheet) => ({
    sheet,
    copy: nameFor(sheet, sheets.filter((other) => fileOf(other) === fileOf(sheet)).length > 1),
  }));
};

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Writes the table of a sheet, from its headings on, as spreadsheet programs like it: UTF-8 with byte order mark, CRLF. */
export const writeSheetCopy = async ({ sheet: { tables }, copy }: SheetCopy): Promise<void> => {
  const [table] = tables;
  const rows: (readonly string[])[] = [table!.headings];
  for await (const batch of table!.batches()) rows.push(...batch.rows);
  const bytes = Buffer.from(`\ufeff${rows.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('')}`);
  const fd = openSync(copy, 'wx');
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
};

/** The same inputs one by one, each spreadsheet by its copy. */
export const pathsWithCopies = (opened: readonly OpenedFile[], copies: readonly SheetCopy[]): string[] =>
  opened.map(({ shown, tables: [table, ...more] }) => {
    const path = copies.find(({ sheet }) => sheet.shown === shown)?.copy ?? shown;
    return table?.isSheet && more.length === 0 ? `${table.table}=${path}` : path;
  });
