import type { Finding, Subject } from '../model/assessment.ts';
import type { SavedFinding, SavedSubject } from './open-report.ts';

const toFinding = (saved: SavedFinding): Finding => {
  const { rule, obligation, result, clause, witnesses } = saved;
  if (saved.kind === 'veto') {
    return { kind: 'veto', rule, obligation, result, reason: saved.reason.code, clause, witnesses };
  }
  const { met, of, unknown, missing = 0, source, atLeast, effectiveTarget, shortfall, margin } = saved;
  return {
    kind: 'share',
    rule,
    obligation,
    result,
    reason: saved.reason.code,
    clause,
    met,
    of,
    unknown,
    missing,
    source,
    atLeast,
    effectiveTarget,
    shortfall,
    margin,
    witnesses,
  };
};

/** A saved subject as it was judged, with nothing in it that a report does not ask for. */
export const toSubject = ({ scope, code, name, verdict, verdictWithoutVetoes, findings }: SavedSubject): Subject => ({
  scope,
  code,
  name,
  verdict,
  verdictWithoutVetoes,
  findings: findings.map(toFinding),
});
