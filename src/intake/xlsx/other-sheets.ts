import type { Archive } from './archive.ts';
import { XlsxFault } from './fault.ts';
import type { SheetEntry } from './workbook.ts';
import { parseXml } from './xml.ts';

const PART_BYTES = 2 ** 31;
/** Pieces of 256 KiB that are looked at in all. */
const PATIENCE = 64;

/** The names of those sheets, hidden ones aside, that are not blank, as far as a short look tells. */
export const findOtherData = async (archive: Archive, sheets: readonly SheetEntry[]): Promise<string[]> => {
  const filled: string[] = [];
  let left = PATIENCE;
  const hasData = async (part: string): Promise<boolean> => {
    let found = false;
    let inside = false;
    try {
      await parseXml(part, archive.read(part, PART_BYTES), {
        open: (name) => {
          inside = name === 'v' || name === 't' || name === 'f';
          found ||= name === 'f';
        },
        close: () => {
          inside = false;
        },
        text: (text) => {
          found ||= inside && text.trim() !== '';
        },
        isEnough: () => found || --left <= 0,
      });
    } catch (error) {
      // What is wrong with a sheet that nobody asked for is told when it is asked for.
      if (!(error instanceof XlsxFault)) throw error;
      return true;
    }
    return found || left <= 0;
  };
  for (const { name, part, isHidden } of sheets) if (!isHidden && (await hasData(part))) filled.push(name);
  return filled;
};
