import type { Assessment } from '../model/assessment.ts';
import type { Place } from '../model/place.ts';
import { columnWords } from '../report/columns.ts';
import { type DiagnosticGroup, diagnosticGroups, elsewhere } from '../report/diagnostic-list.ts';
import { titledHeadline } from '../report/headline.ts';
import { plain } from '../report/plain.ts';
import type { ReportContext } from '../report/reporter.ts';
import { joined, tellerOf } from '../report/teller.ts';
import { type SheetTable, tableSheets } from '../report/xlsx/table-sheets.ts';
import type { WrittenSheet } from '../workbook/write-workbook.ts';
import { correctionWords } from './correction-words.ts';

/** Where a place of an input stands in the correction copy. */
export interface CopiedPlace {
  readonly text: string;
  readonly location: string;
  readonly heading: string | null;
  readonly labels: readonly string[];
}

/** The first sheet: every problem with a link to its cell, below what to do with the workbook. */
export const problemSheet = (
  assessment: Assessment,
  context: ReportContext,
  remarks: readonly string[],
  locate: (place: Place) => CopiedPlace | null,
): readonly WrittenSheet[] => {
  const { language } = context;
  const words = correctionWords[language];
  const teller = tellerOf(assessment, language);
  const notes = assessment.diagnostics.filter(({ severity }) => severity === 'note');
  const more = notes.filter(({ code }) => code === 'diagnostics.more');
  const left = notes.length - more.length;
  const listed = assessment.diagnostics.filter(({ severity }) => severity !== 'note');
  const textOf = (place: Place): string => locate(place)?.text ?? teller.placeText(place);
  const copyOf = ({ first: { place } }: DiagnosticGroup) => place && locate(place);
  const { columns } = words;
  const { severities } = columnWords[language];
  const table: SheetTable<DiagnosticGroup> = {
    title: words.title,
    language,
    above: [words.title, ...titledHeadline(assessment, context), ...remarks, ...(left > 0 ? [words.notes(left)] : [])],
    columns: [
      {
        heading: columns.severity,
        cell: ({ first }) => severities[first.severity],
        sheet: { kind: 'result', width: 8 },
      },
      {
        heading: columns.place,
        cell: (group) => copyOf(group) ?? (group.first.place && teller.placeText(group.first.place)),
        sheet: { kind: 'link', width: 24 },
      },
      { heading: columns.heading, cell: (group) => copyOf(group)?.heading ?? null, sheet: { kind: 'long', width: 16 } },
      { heading: columns.text, cell: ({ first: { text } }) => text && plain(text), sheet: { kind: 'long', width: 24 } },
      {
        heading: columns.message,
        cell: (group) => joined([teller.messageOf(group.first), elsewhere(group, teller.words, textOf)], ' '),
        sheet: { kind: 'long', width: 80 },
      },
      {
        heading: columns.labels,
        cell: (group) => words.list(copyOf(group)?.labels ?? []),
        sheet: { kind: 'long', width: 28 },
      },
    ],
    rows: diagnosticGroups([...listed, ...more]),
    isFirst: true,
  };
  return tableSheets(table);
};
