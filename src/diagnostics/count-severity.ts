import type { Diagnostic, Severity } from '../model/diagnostic.ts';
import { severityOf } from './severities.ts';
import type { DiagnosticCode } from './slots.ts';

/** Those that are listed, and those of which only the number is told. */
const countOf =
  (wanted: Severity) =>
  (diagnostics: readonly Diagnostic[]): number =>
    diagnostics.reduce((sum, { code, severity, params }) => {
      const isMore = code === 'diagnostics.more' && severityOf(params.code as DiagnosticCode) === wanted;
      return sum + (severity === wanted ? 1 : 0) + (isMore ? Number(params.more) : 0);
    }, 0);

export const countWarnings = countOf('warning');
export const countErrors = countOf('error');
