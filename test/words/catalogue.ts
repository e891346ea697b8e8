import { type DiagnosticCode, explanationOf } from '../../src/diagnostics/catalogue.ts';
import { diagnose } from '../../src/diagnostics/diagnostics.ts';
import { messageOf } from '../../src/diagnostics/message.ts';
import type { ReasonCode } from '../../src/model/assessment.ts';
import type { Language } from '../../src/model/text.ts';
import { exampleFinding, reasons } from '../../src/report/reasons/example-finding.ts';
import { reasonOf } from '../../src/report/reasons.ts';

export const LANGUAGES = ['zh', 'en'] as const satisfies readonly Language[];
export const REASON_CODES = Object.keys(reasons) as ReasonCode[];

/** The sentence of a code with the slots of its example. */
export const sampleMessage = (code: DiagnosticCode, language: Language, count = 1): string =>
  messageOf(diagnose(code, explanationOf(code).example.slots as never, { count }), language);

export const sampleReason = (code: ReasonCode, language: Language): string => {
  const { finding, rule, context } = exampleFinding(code);
  return reasonOf(finding, rule, language, context);
};
