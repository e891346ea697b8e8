import type { Diagnostic } from '../model/diagnostic.ts';
import type { Language } from '../model/text.ts';
import { catalogue, type DiagnosticCode, severityOf } from './catalogue.ts';
import { likelyRepair } from './likely-repair.ts';

const COUNTED = {
  zh: (count: number) => `（共 ${count} 处）`,
  en: (count: number) => ` (${count} places)`,
} as const satisfies Record<Language, (count: number) => string>;

/** A question, and no more. */
const LIKELY = {
  zh: (repair: string) => `是否指“${repair}”？`,
  en: (repair: string) => ` Is "${repair}" meant?`,
} as const satisfies Record<Language, (repair: string) => string>;

/** What was done about an error of a run that takes it less seriously than the catalogue does. */
const LOWERED = {
  zh: '该格已按“未知”处理。',
  en: ' The cell was taken as unknown.',
} as const satisfies Record<Language, string>;

/** The sentence of a diagnostic: what is wrong and what to do. Place and text stand beside it, not in it. */
export const messageOf = (diagnostic: Diagnostic, language: Language): string => {
  const { code, severity, params, count } = diagnostic;
  const wrong = catalogue[code as DiagnosticCode][language](params as never);
  const isLowered = severity === 'warning' && severityOf(code as DiagnosticCode) === 'error';
  const likely = likelyRepair(diagnostic);
  const sentence = wrong + (likely === '' ? '' : LIKELY[language](likely)) + (isLowered ? LOWERED[language] : '');
  return count > 1 ? sentence + COUNTED[language](count) : sentence;
};
