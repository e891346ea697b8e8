import type { ShareFinding, Subject } from '../model/assessment.ts';
import type { TargetReason } from './sample.ts';

type Turn = Extract<TargetReason, { kind: 'turns' }>;

/** How few units turn a share: those that are spare and one more, or those that are missing; null where none can. */
const turnOf = ({ rule, result, margin, shortfall, effectiveTarget }: ShareFinding): Turn | null => {
  if (result === 'pass') return effectiveTarget ? { kind: 'turns', rule, changes: margin! + 1, result } : null;
  return result === 'fail' && shortfall !== null ? { kind: 'turns', rule, changes: shortfall, result } : null;
};

/** The required shares of a subject that units can turn, those that the fewest can first. */
export const turnsOf = ({ findings }: Subject): readonly Turn[] =>
  findings
    .flatMap((finding) => {
      const turn = finding.kind === 'share' && finding.obligation === 'required' ? turnOf(finding) : null;
      return turn === null ? [] : [turn];
    })
    .sort((a, b) => a.changes - b.changes);

/**
 * How few units turn the verdict of a subject: of one that passes those that lose its weakest share, of one that fails by
 * a single share those that it lacks. Null where something else stands in the way, or where it is undecided.
 */
export const changesToTurn = (subject: Subject): number | null => {
  const turns = turnsOf(subject);
  if (subject.verdict === 'pass') return turns[0]?.changes ?? null;
  if (subject.verdict !== 'fail') return null;
  const standing = subject.findings.filter(
    ({ obligation, result }) => obligation === 'required' && result !== 'pass' && result !== 'not-applicable',
  );
  return standing.length === 1 ? (turns.find(({ rule }) => rule === standing[0]!.rule)?.changes ?? null) : null;
};

/** The shares that a passing subject holds with no unit to spare: each unit that meets one carries it. */
export const carriedRules = (subject: Subject): readonly string[] =>
  subject.verdict === 'pass'
    ? turnsOf(subject).flatMap(({ rule, changes, result }) => (result === 'pass' && changes === 1 ? [rule] : []))
    : [];
