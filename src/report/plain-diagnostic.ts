import type { Diagnostic, Slot } from '../model/diagnostic.ts';
import { plain } from './plain.ts';

const safeSlot = (slot: Slot): Slot => {
  if (typeof slot === 'number') return slot;
  if (typeof slot === 'string') return plain(slot);
  return 'zh' in slot ? { zh: plain(slot.zh), en: plain(slot.en) } : slot.map(plain);
};

/** The same diagnostic with nothing in it that a terminal would act on. */
export const plainDiagnostic = (diagnostic: Diagnostic): Diagnostic => ({
  ...diagnostic,
  text: diagnostic.text === null ? null : plain(diagnostic.text),
  params: Object.fromEntries(Object.entries(diagnostic.params).map(([slot, value]) => [slot, safeSlot(value)])),
});
