import { RESULTS, type Result } from '../../model/assessment.ts';
import type { Severity } from '../../model/diagnostic.ts';
import type { Language } from '../../model/text.ts';
import type { Style } from '../../workbook/styles.ts';
import { SEVERITY_WORDS } from '../csv/diagnostic-columns.ts';
import { words } from '../words.ts';

const OF_RESULT = {
  pass: 'good',
  fail: 'bad',
  unknown: 'open',
  'not-applicable': 'idle',
} as const satisfies Record<Result, Style>;

const OF_SEVERITY = { error: 'bad', warning: 'open', note: 'idle' } as const satisfies Record<Severity, Style>;

/** How the words of results and severities look; others, of what does not decide, are grey. */
export const resultStyles = (language: Language): ReadonlyMap<string, Style> =>
  new Map<string, Style>([
    ...RESULTS.map((result) => [words[language].results[result], OF_RESULT[result]] as const),
    ...(['error', 'warning', 'note'] as const).map(
      (severity) => [SEVERITY_WORDS[severity][language], OF_SEVERITY[severity]] as const,
    ),
  ]);
