import type { Result } from '../model/assessment.ts';

/** The signs of the four results; one column each. */
export const MARKS = { pass: '✓', fail: '✗', unknown: '?', 'not-applicable': '–' } as const satisfies Record<
  Result,
  string
>;
