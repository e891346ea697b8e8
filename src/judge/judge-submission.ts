import type { AssessOptions, NearSubjects, Result, Subject } from '../model/assessment.ts';
import { askedSubjects } from '../register/asked-subjects.ts';
import type { Register } from '../register/register.ts';
import type { Subject as RegisterSubject } from '../register/subjects.ts';
import { evidenceOf } from './evidence.ts';
import { groupFacts, subjectFacts } from './facts.ts';
import type { CountedIndicator } from './indicator-counts.ts';
import { subjectJudge } from './judge-subject.ts';
import type { Shown } from './outer-groups.ts';

interface Judged {
  /** The deciding subjects by verdict. */
  readonly totals: Readonly<Record<Result, number>>;
  /** Subjects asked for that there are not. */
  readonly unmatched: readonly string[];
  near(): NearSubjects;
  readonly subjects: readonly Subject[];
}

/**
 * Judges every subject of the year, and what lies around them. Those asked for limit which are shown and decide; what
 * lies around a shown one is shown, and stays whole.
 */
export const judgeSubmission = (
  indicators: readonly CountedIndicator[],
  register: Register,
  order: readonly Shown[],
  options: AssessOptions,
  hasEvidence: boolean,
): Judged => {
  const { ruleset } = register;
  const judge = subjectJudge(ruleset);
  const limit = hasEvidence ? options.witnesses || Number.POSITIVE_INFINITY : null;
  const newEvidence = () => evidenceOf(indicators, register, limit);
  const { isShown, unmatched, near } = askedSubjects(options.subjects, register.subjects, ruleset);
  const bare = evidenceOf(indicators, register, null);

  const totals: Record<Result, number> = { pass: 0, fail: 0, unknown: 0, 'not-applicable': 0 };
  const verdicts = new Map<RegisterSubject, Result>();
  const subjects: Subject[] = [];
  let evidence = newEvidence();
  for (const each of order) {
    if ('subject' in each) {
      const { subject } = each;
      const shown = isShown(subject);
      const judged = judge(subjectFacts(subject, register, shown ? evidence : bare));
      verdicts.set(subject, judged.verdict);
      if (!shown) continue;
      totals[judged.verdict]++;
      subjects.push(judged);
    } else if (each.group.subjects.some(isShown)) {
      subjects.push(judge(groupFacts(each.group, verdicts, register, evidence)));
      evidence = newEvidence();
    }
  }
  return { totals, unmatched, near, subjects };
};
