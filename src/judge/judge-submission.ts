import { type AssessOptions, type NearSubjects, NO_WITNESSES, type Result, type Subject } from '../model/assessment.ts';
import type { SubjectState } from '../model/plan.ts';
import { askedSubjects } from '../register/asked-subjects.ts';
import type { Register } from '../register/register.ts';
import { witnessFinder } from '../register/witnesses.ts';
import { evidenceOf } from './evidence.ts';
import { groupFacts, subjectFacts } from './facts.ts';
import type { CountedIndicator } from './indicator-counts.ts';
import { subjectJudge } from './judge-subject.ts';
import type { Shown } from './outer-groups.ts';
import { subjectStates } from './subject-states.ts';

export interface Judged {
  /** The deciding subjects by verdict. */
  readonly totals: Record<Result, number>;
  /** Subjects asked for that there are not. */
  readonly unmatched: readonly string[];
  near(): NearSubjects;
  /** Judged again and looked up again at each call, so that no list of a nation's witnesses is held. */
  subjects(): Iterable<Subject>;
  /** The deciding subjects in the same order, with all that a plan asks of them. */
  states(): Iterable<SubjectState>;
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
): Judged => {
  const { ruleset, index } = register;
  const judge = subjectJudge(ruleset);
  const find = witnessFinder(index, ruleset);
  const newEvidence = () => evidenceOf(indicators, find, ruleset, options.witnesses);
  const { isShown, unmatched, near } = askedSubjects(options.subjects, register.subjects, ruleset);

  const whole = newEvidence();
  const verdicts = register.subjects.map((subject) => judge.verdict(subjectFacts(subject, register, whole)));
  const totals: Record<Result, number> = { pass: 0, fail: 0, unknown: 0, 'not-applicable': 0 };
  for (const subject of register.subjects) if (isShown(subject)) totals[verdicts[subject.index]!]++;

  return {
    totals,
    unmatched,
    near,
    *subjects() {
      let evidence = newEvidence();
      for (const each of order) {
        if ('subject' in each) {
          if (isShown(each.subject)) yield judge.subject(subjectFacts(each.subject, register, evidence));
        } else if (each.group.subjects.some(isShown)) {
          yield judge.subject(groupFacts(each.group, verdicts, register, evidence));
          evidence = newEvidence();
        }
      }
    },
    *states() {
      const toState = subjectStates(indicators, register);
      for (const each of order) {
        if (!('subject' in each) || !isShown(each.subject)) continue;
        const facts = { ...subjectFacts(each.subject, register, whole), witnesses: () => NO_WITNESSES };
        yield toState(each.subject, judge.subject(facts));
      }
    },
  };
};
