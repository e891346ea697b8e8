import { explanationOf, isDiagnosticCode } from '../diagnostics/catalogue.ts';
import { diagnose } from '../diagnostics/diagnostics.ts';
import { UNKNOWN_CODE, WRONG_SLOTS } from '../diagnostics/entries/reports.ts';
import { messageOf } from '../diagnostics/message.ts';
import type { Diagnostic, Slot } from '../model/diagnostic.ts';
import type { Text } from '../model/text.ts';
import { SavedReportError } from './saved-report-error.ts';

export type SavedDiagnostic = Diagnostic & { readonly message: Text };

const LANGUAGES = ['zh', 'en'] as const;

const kindOf = (slot: Slot): string => (Array.isArray(slot) ? 'list' : typeof slot);

const fit = (params: Diagnostic['params'], slots: Readonly<Record<string, Slot>>): boolean =>
  Object.keys(params).length === Object.keys(slots).length &&
  Object.entries(slots).every(([name, slot]) => Object.hasOwn(params, name) && kindOf(params[name]!) === kindOf(slot));

/** The diagnostics of a saved report, as far as their sentences can be written again. */
export const toDiagnostics = (saved: Iterable<SavedDiagnostic>, path: string): readonly Diagnostic[] =>
  Array.from(saved, (diagnostic, index) => {
    const { code, severity, place, related, text, count, params, message } = diagnostic;
    const fault = (key: string, problem: typeof UNKNOWN_CODE) =>
      new SavedReportError(diagnose('report.invalid', { path, pointer: `/diagnostics/${index}/${key}`, problem }));
    if (!isDiagnosticCode(code)) throw fault('code', UNKNOWN_CODE);
    if (!fit(params, explanationOf(code).example.slots)) throw fault('params', WRONG_SLOTS);
    const read = { code, severity, place, related, text, count, params };
    for (const language of LANGUAGES) {
      const [recorded, computed] = [message[language], messageOf(read, language)];
      if (recorded !== computed) {
        const slot = { path, pointer: `/diagnostics/${index}/message/${language}`, recorded, computed };
        throw new SavedReportError(diagnose('report.contradiction', slot));
      }
    }
    return read;
  });
