import { NO_WITNESSES } from '../model/assessment.ts';
import type { Records } from '../register/read-records.ts';
import type { Street } from '../register/street.ts';
import type { Evidence } from './evidence.ts';
import type { Facts } from './judge-subject.ts';

/** A street as a subject: judged on its own units and its own special assessments. */
export const streetFacts = (street: Street, records: Records, evidence: Evidence): Facts => ({
  scope: 'street',
  code: street.code,
  name: street.name,
  year: records.year!,
  counts: (rule) => evidence.counts(rule, street),
  veto: (field) => {
    const value = street.values[field];
    if (value !== undefined) return { value, whyMissing: 'veto.blank' };
    if (!street.fromTable) return { value: null, whyMissing: 'veto.not-submitted' };
    return { value: null, whyMissing: records.hasColumns('streets', [field]) ? 'veto.blank' : 'veto.column-absent' };
  },
  witnesses: (rule) => {
    if (rule.kind === 'share') return evidence.witnesses(rule.id, [street]);
    const value = street.values[rule.field];
    if (value !== undefined && rule.holds(value)) return NO_WITNESSES;
    const own = [evidence.ownCell(street, rule.field)];
    return { ...NO_WITNESSES, ...(value === undefined ? { unknown: own } : { failing: own }) };
  },
});
