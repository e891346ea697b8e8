import { messageOf } from '../../diagnostics/message.ts';
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
  /** Where else the same was found, where the row stands for several. */
  readonly others?: string;
}

export const SEVERITY_WORDS = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  note: { zh: '提示', en: 'note' },
} as const satisfies Record<Severity, Text>;

export const diagnosticColumns: readonly Column<DiagnosticRow>[] = [
  {
    heading: { zh: '级别', en: 'severity' },
    cell: ({ diagnostic, language }) => SEVERITY_WORDS[diagnostic.severity][language],
    sheet: { kind: 'result', width: 9 },
  },
  {
    heading: { zh: '代码', en: 'code' },
    cell: ({ diagnostic }) => diagnostic.code,
    sheet: { kind: 'text', width: 24 },
  },
  {
    heading: { zh: '位置', en: 'place' },
    cell: ({ diagnostic: { place }, placeText }) => (place === null ? null : placeText(place)),
    sheet: { kind: 'long', width: 36 },
  },
  {
    heading: { zh: '原文', en: 'text' },
    cell: ({ diagnostic: { text } }) => (text === null ? null : plain(text)),
    sheet: { kind: 'long', width: 24 },
  },
  {
    heading: { zh: '说明', en: 'message' },
    cell: ({ diagnostic, language }) => visible(messageOf(plainDiagnostic(diagnostic), language)),
    sheet: { kind: 'long', width: 70 },
  },
  {
    heading: { zh: '处数', en: 'count' },
    cell: ({ diagnostic }) => diagnostic.count,
    sheet: { kind: 'count', width: 8 },
  },
  {
    heading: { zh: '相关位置', en: 'see also' },
    cell: ({ diagnostic: { related }, placeText, language, others = '' }) =>
      [...related.map(placeText), ...(others === '' ? [] : [others])].join(csvWords[language].semicolon),
    sheet: { kind: 'long', width: 36 },
  },
];
