import { diagnose } from '../diagnostics/diagnose.ts';
import { messageOf } from '../diagnostics/messages.ts';
import { UNKNOWN_CODE, WRONG_SLOTS } from '../diagnostics/report-problems.ts';
import type { DiagnosticCode } from '../diagnostics/slots.ts';
import type { Diagnostic, Slot } from '../model/diagnostic.ts';
import type { Text } from '../model/text.ts';
import { SavedReportError } from './saved-report-error.ts';

export type SavedDiagnostic = Diagnostic & { readonly message: Text };

const LANGUAGES = ['zh', 'en'] as const;

type SlotsOf = (code: DiagnosticCode) => Readonly<Record<string, Slot>>;

/** The example of each code has a value of the right kind in every slot. */
const loadSlots = async (): Promise<(code: string) => Readonly<Record<string, Slot>> | null> => {
  const { diagnosticExplanations } = await import('../diagnostics/explanations.ts');
  const slotsOf: SlotsOf = (code) => diagnosticExplanations[code].example.slots;
  return (code) => (Object.hasOwn(diagnosticExplanations, code) ? slotsOf(code as DiagnosticCode) : null);
};

const kindOf = (slot: Slot): string => (Array.isArray(slot) ? 'list' : typeof slot);

const fit = (params: Diagnostic['params'], slots: Readonly<Record<string, Slot>>): boolean =>
  Object.keys(params).length === Object.keys(slots).length &&
  Object.entries(slots).every(([name, slot]) => Object.hasOwn(params, name) && kindOf(params[name]!) === kindOf(slot));

/** The diagnostics of a saved report, as far as their sentences can be written again. */
export const toDiagnostics = async (saved: Iterable<SavedDiagnostic>, path: string): Promise<readonly Diagnostic[]> => {
  const slotsOf = await loadSlots();
  return Array.from(saved, (diagnostic, index) => {
    const { code, severity, place, related, text, count, params, message } = diagnostic;
    const slots = slotsOf(code);
    const fault = (key: string, problem: typeof UNKNOWN_CODE) =>
      new SavedReportError(diagnose('report.invalid', { path, pointer: `/diagnostics/${index}/${key}`, problem }));
    if (slots === null) throw fault('code', UNKNOWN_CODE);
    if (!fit(params, slots)) throw fault('params', WRONG_SLOTS);
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
};
