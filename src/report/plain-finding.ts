import type { Finding, Witness } from '../model/assessment.ts';
import { plain } from './plain.ts';

const safeText = (text: string | null): string | null => (text === null ? null : plain(text));
const safe = (witness: Witness): Witness => ({
  ...witness,
  code: safeText(witness.code),
  name: safeText(witness.name),
});

/** The same finding with nothing in its sentence that a terminal would act on. */
export const plainFinding = (finding: Finding): Finding => {
  const { failing, unknown, omitted } = finding.witnesses;
  if (failing.length + unknown.length === 0) return finding;
  return { ...finding, witnesses: { failing: failing.map(safe), unknown: unknown.map(safe), omitted } };
};
