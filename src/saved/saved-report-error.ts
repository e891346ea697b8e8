import type { Diagnostic } from '../model/diagnostic.ts';

/** A saved report that cannot be taken; `diagnostic` says why. */
export class SavedReportError extends Error {
  readonly diagnostic: Diagnostic;

  constructor(diagnostic: Diagnostic) {
    super(diagnostic.code);
    this.name = 'SavedReportError';
    this.diagnostic = diagnostic;
  }
}
