import type { TableName } from '../../model/ruleset.ts';
import type { SheetLook } from './look-at-sheets.ts';
import type { SheetEntry } from './workbook.ts';

/** What a run asks of a workbook: a sheet by its name, or all that are tables; and the table they are said to be. */
export interface SheetRequest {
  readonly sheet: string | null;
  readonly table: TableName | null;
}

const foldName = (name: string): string => name.normalize('NFKC').trim().toLowerCase();

/** By its name as it stands, else without regard to case, as spreadsheets take them. */
export const namedSheet = <Entry extends SheetEntry>(sheets: readonly Entry[], asked: string): Entry | undefined =>
  sheets.find(({ name }) => name === asked) ?? sheets.find(({ name }) => foldName(name) === foldName(asked));

/**
 * The sheets that a file named without one stands for: every visible one whose headings are recognised, those that
 * cannot be looked at included, as nobody knows what they hold. Where there is none, the one that is most like a table,
 * which then says what is wrong with it.
 */
export const sheetsToRead = (sheets: readonly SheetLook[], table: TableName | null): readonly SheetLook[] => {
  const visible = sheets.filter(({ isHidden }) => !isHidden);
  const broken = visible.filter(({ isBroken }) => isBroken);
  const tables = visible.filter((sheet) => sheet.tables.length > 0 || sheet.isCopied);
  // What a single table is said to be holds, whatever its headings look like.
  const asked =
    table === null || tables.length === 1
      ? tables
      : tables.filter((sheet) => sheet.tables.includes(table) || sheet.isCopied);
  if (asked.length > 0) return visible.filter((sheet) => asked.includes(sheet) || broken.includes(sheet));
  if (broken.length > 0) return broken;
  const first =
    tables[0] ?? visible.find((sheet) => sheet.isLikeTable) ?? visible.find((sheet) => !sheet.isBlank) ?? visible[0];
  return [first ?? sheets[0]!];
};
