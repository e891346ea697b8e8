import { openFile } from '../source.ts';
import { openArchive } from './archive.ts';
import { findWorkbook, readWorkbook } from './workbook.ts';

/** Whether a file is a workbook that streetcheck wrote as a report; false where it cannot be read. */
export const isReportWorkbook = async (file: string): Promise<boolean> => {
  try {
    const source = openFile(file);
    try {
      const archive = await openArchive(source, () => {});
      const part = await findWorkbook(archive);
      return part !== undefined && (await readWorkbook(archive, part)).sheets.every(({ isOwn }) => isOwn);
    } finally {
      source.close();
    }
  } catch {
    return false;
  }
};
