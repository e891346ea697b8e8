import { messageOf } from '../../diagnostics/messages.ts';
import type { Diagnostic, Severity } from '../../model/diagnostic.ts';
import type { Language, Text } from '../../model/text.ts';
import { plain, visible } from '../plain.ts';
import { plainDiagnostic } from '../plain-diagnostic.ts';
import type { ShownPlaces } from '../shown-places.ts';
import { csvWords } from './csv-words.ts';
import type { Column } from './finding-columns.ts';

/** What a row of diagnostics is made of. */
export interface DiagnosticRow {
  readonly diagnostic: Diagnostic;
  readonly placeText: ShownPlaces;
  readonly language: Language;
}

const SEVERITIES = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  note: { zh: '提示', en: 'note' },
} as const satisfies Record<Severity, Text>;

export const diagnosticColumns: readonly Column<DiagnosticRow>[] = [
  {
    heading: { zh: '级别', en: 'severity' },
    cell: ({ diagnostic, language }) => SEVERITIES[diagnostic.severity][language],
  },
  { heading: { zh: '代码', en: 'code' }, cell: ({ diagnostic }) => diagnostic.code },
  {
    heading: { zh: '位置', en: 'place' },
    cell: ({ diagnostic: { place }, placeText }) => (place === null ? null : placeText(place)),
  },
  {
    heading: { zh: '原文', en: 'text' },
    cell: ({ diagnostic: { text } }) => (text === null ? null : plain(text)),
  },
  {
    heading: { zh: '说明', en: 'message' },
    cell: ({ diagnostic, language }) => visible(messageOf(plainDiagnostic(diagnostic), language)),
  },
  { heading: { zh: '处数', en: 'count' }, cell: ({ diagnostic }) => diagnostic.count },
  {
    heading: { zh: '相关位置', en: 'see also' },
    cell: ({ diagnostic: { related }, placeText, language }) =>
      related.map(placeText).join(csvWords[language].semicolon),
  },
];
