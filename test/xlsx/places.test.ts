import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { misplaced } from '../laws/misplaced.ts';
import { inFolder, type Report, reportOn } from '../laws/report-of.ts';
import { type Submission, submissions, toTables } from '../laws/submission.ts';
import { records, toCsvFiles } from '../laws/to-csv-files.ts';
import { PLAIN } from '../laws/write-csv.ts';
import { workbook } from './workbook.ts';
import { type SheetDialect, sheetDialects, writeSheet } from './write-sheet.ts';

const TABLES = ['streets', 'communities', 'compounds'] as const;

const dialects = fc.tuple(sheetDialects, sheetDialects, sheetDialects);

/** One workbook with a sheet a table. */
const toWorkbook = (submission: Submission, chosen: readonly SheetDialect[]): Buffer => {
  const tables = toTables(submission);
  return workbook(...TABLES.map((table, at) => writeSheet(table, tables[table], records[table]!, chosen[at]!)));
};

const reportOf = (bytes: Buffer): Promise<Report> =>
  inFolder({ 'r.xlsx': bytes }, (folder) =>
    reportOn({ paths: TABLES.map((table) => `${table}=${join(folder, 'r.xlsx')}#${table}`) }),
  );

test('every place in the report of a workbook is the cell it claims to be', async () => {
  let read = 0;
  await fc.assert(
    fc.asyncProperty(submissions, dialects, async (submission, chosen) => {
      const bytes = toWorkbook(submission, chosen);
      const report = await reportOf(bytes);
      const files = Object.fromEntries(TABLES.map((table) => [`r.xlsx#${table}`, bytes]));
      expect(misplaced(files, report)).toEqual([]);
      read += report.diagnostics.length;
    }),
  );
  expect(read).toBeGreaterThan(100);
});

/** What is found of a submission, whatever it was written in. */
const foundIn = ({ verdict, subjects, diagnostics }: Report) => ({
  verdict,
  errors: diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ code, text }) => `${code} ${text}`)
    .sort(),
  findings: subjects.map(({ code, verdict: own, findings }) => [
    code,
    own,
    ...findings.map(({ rule, result, met, of, unknown }) => [rule, result, met, of, unknown]),
  ]),
});

test('a workbook and CSV files that hold the same are judged the same', async () => {
  await fc.assert(
    fc.asyncProperty(submissions, dialects, async (submission, chosen) => {
      const tables = toTables(submission);
      const csv = await inFolder(toCsvFiles(tables, [PLAIN, PLAIN, PLAIN]), (folder) =>
        reportOn({ paths: TABLES.map((table) => `${table}=${join(folder, `${table}.csv`)}`) }),
      );
      expect(foundIn(await reportOf(toWorkbook(submission, chosen)))).toEqual(foundIn(csv));
    }),
  );
});
