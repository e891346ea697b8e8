import { closeSync, openSync, readSync } from 'node:fs';
import { isSavedReport } from '../intake/saved-report.ts';

/** What the head of a saved report fits into. */
const HEAD = 4096;
const MARKS = [
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
] as const;

const headOf = (file: string): Buffer => {
  const fd = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(HEAD);
    return bytes.subarray(0, readSync(fd, bytes, 0, HEAD, 0));
  } finally {
    closeSync(fd);
  }
};

/** Whether a file is a report of an earlier run; false where it cannot be read, as `assess` says why. */
export const isReportFile = async (file: string): Promise<boolean> => {
  if (/\.xlsx$/i.test(file)) return (await import('../intake/xlsx/is-report.ts')).isReportWorkbook(file);
  try {
    const head = headOf(file);
    const marked = MARKS.find(({ mark }) => mark.every((byte, at) => head[at] === byte));
    return isSavedReport(new TextDecoder(marked?.encoding ?? 'utf-8').decode(head));
  } catch {
    return false;
  }
};
