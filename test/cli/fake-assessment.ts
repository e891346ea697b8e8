import type { Assessment, InputFile } from '../../src/model/assessment.ts';

/** As `assess` gives it, with nothing in it. */
export const fakeAssessment = (wishes: Partial<Assessment> = {}) => ({
  command: 'assess' as const,
  ruleset: null,
  options: { year: null, street: [], onInvalid: 'refuse' as const, witnesses: 20, encoding: null },
  year: 2012,
  refusal: null,
  verdict: 'pass' as const,
  totals: { streets: { pass: 1, fail: 0, unknown: 0, 'not-applicable': 0 }, records: 1, skipped: 0 },
  inputs: [] as readonly InputFile[],
  subjects: [],
  diagnostics: [],
  unmatchedStreets: [] as readonly string[],
  close: () => undefined,
  ...wishes,
});
