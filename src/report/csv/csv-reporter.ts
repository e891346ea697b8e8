import type { Assessment } from '../../model/assessment.ts';
import type { ReportContext, Reporter } from '../reporter.ts';
import { shownPlaces } from '../shown-places.ts';
import { tellerOf } from '../teller.ts';
import { csvRow } from './csv-row.ts';
import { diagnosticColumns, findingColumns } from './finding-columns.ts';
import { summaryColumns, summaryRows } from './summary-columns.ts';

/** By which spreadsheets tell UTF-8. */
const BOM = '\ufeff';

function* findingRows(assessment: Assessment, { language }: ReportContext): Iterable<string> {
  const { year } = assessment;
  const teller = tellerOf(assessment, language);
  yield csvRow(findingColumns.map(({ heading }) => heading[language]));
  for (const subject of assessment.subjects)
    for (const finding of subject.findings) {
      const row = { year, subject, finding, teller, language };
      yield csvRow(findingColumns.map(({ cell }) => cell(row)));
    }
}

function* subjectRows(assessment: Assessment, { language }: ReportContext): Iterable<string> {
  const columns = summaryColumns(assessment.ruleset, language, tellerOf(assessment, language));
  yield csvRow(columns.map(({ heading }) => heading));
  for (const row of summaryRows(assessment)) yield csvRow(columns.map(({ cell }) => cell(row)));
}

function* diagnosticRows(assessment: Assessment, { language }: ReportContext): Iterable<string> {
  const placeText = shownPlaces(assessment);
  yield csvRow(diagnosticColumns.map(({ heading }) => heading[language]));
  for (const diagnostic of assessment.diagnostics)
    yield csvRow(diagnosticColumns.map(({ cell }) => cell({ diagnostic, placeText, language })));
}

/**
 * For spreadsheets: a row per subject and rule, or with `summary` a row for each that is judged; where nothing was judged, a row
 * per diagnostic.
 */
export const csvReporter: Reporter = function* (assessment, context) {
  yield BOM;
  if (assessment.verdict === null) yield* diagnosticRows(assessment, context);
  else if (context.summary) yield* subjectRows(assessment, context);
  else yield* findingRows(assessment, context);
};
