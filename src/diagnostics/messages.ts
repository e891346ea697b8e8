import type { Diagnostic } from '../model/diagnostic.ts';
import type { Language } from '../model/text.ts';
import { fileMessages } from './messages/files.ts';
import { inputMessages } from './messages/inputs.ts';
import type { Message } from './messages/message.ts';
import { recordMessages } from './messages/records.ts';
import { reportMessages } from './messages/reports.ts';
import { rulesetMessages } from './messages/rulesets.ts';
import { tableMessages } from './messages/tables.ts';
import type { DiagnosticCode } from './slots.ts';

const MESSAGES = {
  ...inputMessages,
  ...fileMessages,
  ...tableMessages,
  ...recordMessages,
  ...rulesetMessages,
  ...reportMessages,
} satisfies { readonly [C in DiagnosticCode]: Message<C> };

const COUNTED = {
  zh: (count: number) => `（共 ${count} 处）`,
  en: (count: number) => ` (${count} places)`,
} as const satisfies Record<Language, (count: number) => string>;

/** The sentence of a diagnostic: what is wrong and what to do. Place and text stand beside it, not in it. */
export const messageOf = ({ code, params, count }: Diagnostic, language: Language): string => {
  const sentence = MESSAGES[code as DiagnosticCode][language](params as never);
  return count > 1 ? sentence + COUNTED[language](count) : sentence;
};
