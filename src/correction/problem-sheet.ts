import { messageOf } from '../diagnostics/message.ts';
import type { Assessment } from '../model/assessment.ts';
import type { Place } from '../model/place.ts';
import { diagnosticGroups, elsewhere } from '../report/diagnostic-list.ts';
import { plain, plainDiagnostic, visible } from '../report/plain.ts';
import type { ReportContext } from '../report/reporter.ts';
import { shownPlaces } from '../report/shown-places.ts';
import { words as reportWords } from '../report/words.ts';
import { headlines, resultStyles, type TableColumn, TableSheet } from '../report/xlsx/table-sheet.ts';
import type { WrittenSheet } from '../workbook/write-workbook.ts';
import { correctionWords } from './correction-words.ts';

/** Where a place of an input stands in the correction copy. */
export interface CopiedPlace {
  readonly text: string;
  readonly location: string;
  readonly heading: string | null;
  readonly labels: readonly string[];
}

const LOOKS = [
  { kind: 'result', width: 8 },
  { kind: 'link', width: 24 },
  { kind: 'long', width: 16 },
  { kind: 'long', width: 24 },
  { kind: 'long', width: 80 },
  { kind: 'long', width: 28 },
] as const;

/** The first sheet: every problem with a link to its cell, below what to do with the workbook. */
export const problemSheet = (
  assessment: Assessment,
  context: ReportContext,
  remarks: readonly string[],
  locate: (place: Place) => CopiedPlace | null,
): readonly WrittenSheet[] => {
  const { language } = context;
  const words = correctionWords[language];
  const placeText = shownPlaces(assessment);
  const columns = LOOKS.map((look, at): TableColumn => ({ heading: words.columns[at]!, look }));
  const notes = assessment.diagnostics.filter(({ severity }) => severity === 'note');
  const more = notes.filter(({ code }) => code === 'diagnostics.more');
  const left = notes.length - more.length;
  const above = [words.title, ...headlines(assessment, context), ...remarks, ...(left > 0 ? [words.notes(left)] : [])];
  const sheet = new TableSheet(
    { title: words.title, above, columns, frozenColumns: 0, styles: resultStyles(language) },
    true,
  );
  const listed = assessment.diagnostics.filter(({ severity }) => severity !== 'note');
  const textOf = (place: Place): string => locate(place)?.text ?? placeText(place);
  for (const group of diagnosticGroups([...listed, ...more])) {
    const { severity, place, text } = group.first;
    const copied = place === null ? null : locate(place);
    const others = elsewhere(group, reportWords[language], textOf);
    const message = visible(messageOf(plainDiagnostic(group.first), language));
    sheet.add([
      words.severities[severity],
      copied ?? (place === null ? null : placeText(place)),
      copied?.heading ?? null,
      text === null ? null : plain(text),
      others === '' ? message : `${message} ${others}`,
      copied === null || copied.labels.length === 0 ? null : words.list(copied.labels),
    ]);
  }
  return sheet.end();
};
