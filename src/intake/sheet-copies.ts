import { jsonLine } from '../model/json-line.ts';
import type { Files } from './source.ts';

/** What stands beside a workbook whose sheets are audited as CSV files: which ones, and of which bytes they are copies. */
export interface SheetCopies {
  readonly kind: 'sheets';
  readonly version: 1;
  /** ISO 8601 with the offset of the place. */
  readonly at: string;
  /** Of the workbook when its sheets were copied. */
  readonly sha256: string;
  readonly copies: readonly { readonly sheet: string; readonly file: string }[];
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

const isSheetCopies = (value: unknown): value is SheetCopies => {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, version, at, sha256, copies } = value as Record<string, unknown>;
  if (kind !== 'sheets' || version !== 1 || !isText(at) || !isText(sha256) || !Array.isArray(copies)) return false;
  return copies.every(
    (copy) =>
      typeof copy === 'object' && copy !== null && isText(copy.sheet) && isText(copy.file) && !/[/\\]/.test(copy.file),
  );
};

/** Beside the workbook, as the journals of audits stand beside other files. */
export const sheetCopiesFile = (workbook: string): string => `${workbook}.audit.jsonl`;

/** The copies of a workbook's sheets, by its file; null where none were made. The last line counts. */
export const readSheetCopies = (
  files: Files,
  workbook: string,
): (SheetCopies & { readonly files: readonly string[] }) | null => {
  const last = files
    .readText(sheetCopiesFile(workbook))
    ?.split('\n')
    .flatMap((line) => jsonLine(line, isSheetCopies) ?? [])
    .at(-1);
  return last === undefined
    ? null
    : { ...last, files: last.copies.map(({ file }) => files.join(files.join(workbook, '..'), file)) };
};
