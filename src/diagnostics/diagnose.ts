import type { Diagnostic } from '../model/diagnostic.ts';
import type { Place } from '../model/place.ts';
import { severityOf } from './severities.ts';
import type { DiagnosticCode, DiagnosticSlots } from './slots.ts';

interface Found {
  readonly place?: Place | null;
  readonly related?: readonly Place[];
  readonly text?: string | null;
  readonly count?: number;
}

/** A diagnostic of the catalogue; its slots are checked by type. */
export const diagnose = <C extends DiagnosticCode>(
  code: C,
  params: DiagnosticSlots[C],
  { place = null, related = [], text = null, count = 1 }: Found = {},
): Diagnostic => ({ code, severity: severityOf(code), place, related, text, count, params });
