import { type DiagnosticCode, explanationOf } from '../../src/diagnostics/catalogue.ts';
import { diagnose } from '../../src/diagnostics/diagnostics.ts';
import { messageOf } from '../../src/diagnostics/message.ts';
import type { ReasonCode } from '../../src/model/assessment.ts';
import type { Language } from '../../src/model/text.ts';
import { shareExplanations } from '../../src/report/reasons/share-explanations.ts';
import { vetoExplanations } from '../../src/report/reasons/veto-explanations.ts';
import { reasonOf } from '../../src/report/reasons.ts';

const reasonExplanations = { ...shareExplanations, ...vetoExplanations };

export const LANGUAGES = ['zh', 'en'] as const satisfies readonly Language[];
export const REASON_CODES = Object.keys(reasonExplanations) as ReasonCode[];

/** The sentence of a code with the slots of its example. */
export const sampleMessage = (code: DiagnosticCode, language: Language, count = 1): string =>
  messageOf(diagnose(code, explanationOf(code).example.slots as never, { count }), language);

export const sampleReason = (code: ReasonCode, language: Language): string => {
  const { finding, rule, context } = reasonExplanations[code].example;
  return reasonOf(finding, rule, language, context);
};
