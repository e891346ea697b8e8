import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { toAssessment, withSubmission } from '../../src/assess.ts';
import { writeCorrections } from '../../src/correction/write-corrections.ts';
import type { Language } from '../../src/model/text.ts';
import { type Files, type Report, reportOn } from '../laws/report-of.ts';
import { context } from '../report/builders.ts';
import { readWorkbook, rowsOf, type WrittenWorkbookSheet } from '../workbook/read-workbook.ts';

/** A correction copy, and what it is made of. */
export interface Corrections {
  readonly bytes: Buffer;
  readonly sheets: readonly WrittenWorkbookSheet[];
  /** The rows of its first sheet below the headings: severity, place, heading, text, problem, what may be entered. */
  readonly problems: readonly (readonly (string | number | null)[])[];
  /** Cells that its first sheet leads to, by the severity of what is wrong there. */
  readonly cells: readonly string[];
  /** Said above the problems. */
  readonly above: readonly string[];
}

export const correctionsOf = async (paths: readonly string[], language: Language = 'zh'): Promise<Corrections> => {
  return withSubmission({ paths, command: 'validate' }, async (submission) => {
    const { signal } = new AbortController();
    const written = await writeCorrections(submission, toAssessment(submission), context({ language }), signal);
    const bytes = Buffer.concat([...written]);
    const sheets = readWorkbook(bytes);
    const rows = rowsOf(sheets[0]!);
    const head = rows.findIndex((row) => row.length === 6 && (row[0] === '级别' || row[0] === 'severity'));
    return {
      bytes,
      sheets,
      problems: rows.slice(head + 1),
      cells: [...sheets[0]!.links.values()].map((location) => location.replace(/^'(.*)'!/, '$1!')),
      above: rows.slice(0, head).map(([line]) => `${line ?? ''}`),
    };
  });
};

/** What is judged where the correction copy is handed in as it is, with the files that it does not stand in for. */
export const handedInAgain = async <T>(
  files: Files,
  use: (original: Report, corrections: Corrections, again: Report) => T | Promise<T>,
): Promise<T> => {
  const root = mkdtempSync(join(tmpdir(), 'streetcheck-'));
  const [first, second] = ['first', 'second'].map((name) => mkdtempSync(join(root, name))) as [string, string];
  try {
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(first, name), bytes);
    const original = await reportOn({ paths: [first] });
    const corrections = await correctionsOf([first]);
    const together = corrections.above.find((line) => line.startsWith('以下文件没有问题')) ?? '';
    for (const file of Object.keys(files)) {
      if (together.includes(basename(file)) || corrections.sheets.length === 1)
        copyFileSync(join(first, file), join(second, file));
    }
    if (corrections.sheets.length > 1) writeFileSync(join(second, '改错表.xlsx'), corrections.bytes);
    return await use(original, corrections, await reportOn({ paths: [second] }));
  } finally {
    rmSync(root, { recursive: true });
  }
};
