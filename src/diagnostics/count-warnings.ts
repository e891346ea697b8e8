import type { Diagnostic } from '../model/diagnostic.ts';
import { severityOf } from './severities.ts';
import type { DiagnosticCode } from './slots.ts';

/** Those that are listed, and those of which only the number is told. */
export const countWarnings = (diagnostics: readonly Diagnostic[]): number =>
  diagnostics.reduce((sum, { code, severity, params }) => {
    if (severity === 'warning') return sum + 1;
    const isMore = code === 'diagnostics.more' && severityOf(params.code as DiagnosticCode) === 'warning';
    return isMore ? sum + Number(params.more) : sum;
  }, 0);
