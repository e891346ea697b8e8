import { openOrThrow } from '../intake/files.ts';
import { isSavedReport } from '../intake/passed-over.ts';
import type { Files } from '../intake/source.ts';

/** What the head of a saved report fits into. */
const HEAD = 4096;
const MARKS = [
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
] as const;

/** Whether a file is a report of an earlier run; false where it cannot be read, as `assess` says why. */
export const isReportFile = async (files: Files, file: string): Promise<boolean> => {
  try {
    const source = await openOrThrow(files, file);
    try {
      if (/\.xlsx$/i.test(file)) return await (await import('../intake/xlsx/open-xlsx.ts')).isReportWorkbook(source);
      const head = source.read(0, HEAD);
      const marked = MARKS.find(({ mark }) => mark.every((byte, at) => head[at] === byte));
      return isSavedReport(new TextDecoder(marked?.encoding ?? 'utf-8').decode(head));
    } finally {
      source.close();
    }
  } catch {
    return false;
  }
};
