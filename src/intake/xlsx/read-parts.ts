import type { Archive } from '../source.ts';
import type { SheetParts } from './read-sheet.ts';
import { readSharedStrings } from './shared-strings.ts';
import { readStyles } from './styles.ts';
import type { Workbook } from './workbook.ts';

/** What the sheets of a workbook share. */
export const readParts = async (
  archive: Archive,
  workbook: Workbook,
  signal: AbortSignal | undefined,
): Promise<Omit<SheetParts, 'part'>> => {
  const { is1904, recalculates } = workbook;
  const styles = await readStyles(archive, workbook.styles);
  const strings = await readSharedStrings(archive, workbook.strings, signal);
  return { archive, strings, styles, is1904, recalculates, content: { read: 0 }, signal };
};
