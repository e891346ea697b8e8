import type { Assessment, Subject } from '../../model/assessment.ts';
import { findingTeller } from '../finding-teller.ts';
import type { ReportContext, Reporter } from '../reporter.ts';
import { shownPlaces } from '../shown-places.ts';
import { csvRow } from './csv-row.ts';
import { diagnosticColumns, findingColumns } from './finding-columns.ts';
import { summaryColumns } from './summary-columns.ts';

/** By which spreadsheets tell UTF-8. */
const BOM = '\ufeff';

function* findingRows(assessment: Assessment, { language }: ReportContext): Iterable<string> {
  const { year } = assessment;
  const teller = findingTeller(assessment, language);
  yield csvRow(findingColumns.map(({ heading }) => heading[language]));
  for (const subject of assessment.subjects)
    for (const finding of subject.findings) {
      const row = { year, subject, finding, teller, language };
      yield csvRow(findingColumns.map(({ cell }) => cell(row)));
    }
}

function* summaryRows(assessment: Assessment, { language }: ReportContext): Iterable<string> {
  const { year, ruleset } = assessment;
  const columns = summaryColumns(ruleset?.rules ?? [], language);
  yield csvRow(columns.map(({ heading }) => heading));
  const rowsOf = (streets: readonly Subject[], district: Subject | null): string[] =>
    streets.map((street) => {
      const findings = new Map(street.findings.map((finding) => [finding.rule, finding]));
      return csvRow(columns.map(({ cell }) => cell({ year, district, street, findings })));
    });
  // A district follows its streets.
  let streets: Subject[] = [];
  for (const subject of assessment.subjects) {
    if (subject.scope === 'street') streets.push(subject);
    else {
      yield* rowsOf(streets, subject);
      streets = [];
    }
  }
  yield* rowsOf(streets, null);
}

function* diagnosticRows(assessment: Assessment, { language }: ReportContext): Iterable<string> {
  const placeText = shownPlaces(assessment);
  yield csvRow(diagnosticColumns.map(({ heading }) => heading[language]));
  for (const diagnostic of assessment.diagnostics)
    yield csvRow(diagnosticColumns.map(({ cell }) => cell({ diagnostic, placeText, language })));
}

/**
 * For spreadsheets: a row per subject and rule, or with `summary` a row per street; where nothing was judged, a row
 * per diagnostic.
 */
export const csvReporter: Reporter = function* (assessment, context) {
  yield BOM;
  if (assessment.verdict === null) yield* diagnosticRows(assessment, context);
  else if (context.summary) yield* summaryRows(assessment, context);
  else yield* findingRows(assessment, context);
};
