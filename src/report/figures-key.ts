import type { Finding } from '../model/assessment.ts';

/** All that the text of a finding depends on, for one ruleset and year; null where it depends on its witnesses too. */
export const figuresKey = (finding: Finding): string | null => {
  const { rule, obligation, result, reason, witnesses } = finding;
  const { failing, unknown, omitted } = witnesses;
  if (failing.length + unknown.length + omitted.failing + omitted.unknown > 0) return null;
  if (finding.kind === 'veto') return `${rule} ${obligation} ${result} ${reason}`;
  const { met, of, missing, source } = finding;
  return `${rule} ${obligation} ${result} ${reason} ${met} ${of} ${finding.unknown} ${missing} ${source}`;
};
