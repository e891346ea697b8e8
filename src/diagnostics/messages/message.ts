import type { Language } from '../../model/text.ts';
import type { DiagnosticCode, DiagnosticSlots } from '../slots.ts';

/** One self-contained sentence in each language. Slot values are quoted as they come; the reporter sanitises them. */
export type Message<C extends DiagnosticCode> = {
  readonly [L in Language]: (slots: DiagnosticSlots[C]) => string;
};

/** The messages of the codes that begin with one of the families. */
export type Messages<Family extends string> = {
  readonly [C in Extract<DiagnosticCode, `${Family}.${string}`>]: Message<C>;
};
