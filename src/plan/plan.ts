import { type AssessRequest, statesOf, toAssessment, withSubmission } from '../assess.ts';
import type { Planned, SubjectPlan, SubjectState } from '../model/plan.ts';
import type { Ruleset } from '../model/ruleset.ts';
import { holdOf, rankFragile } from './hold.ts';
import { openRules } from './open-rules.ts';
import { questionsOf } from './questions.ts';
import { wayOut } from './way-out.ts';

/**
 * The plan of one subject: the way out where it does not pass, what to ask where it is undecided, how firmly it holds
 * where it passes. Nothing where nothing is applicable.
 */
export const planSubject = (state: SubjectState, ruleset: Ruleset): SubjectPlan => {
  const { subject } = state;
  const { verdict } = subject;
  const plan = { subject, way: null, questions: null, hold: null };
  if (verdict === 'not-applicable') return plan;
  if (verdict === 'pass') return { ...plan, hold: holdOf(subject) };
  const open = openRules(state, ruleset);
  return {
    ...plan,
    way: wayOut(state, open, ruleset),
    questions: verdict === 'unknown' ? questionsOf(state, open, ruleset) : null,
  };
};

/** From the inputs to the plans: reads and judges them, then plans subject by subject. */
export const plan = (request: Omit<AssessRequest, 'command' | 'witnesses' | 'evidence'>): Promise<Planned> =>
  withSubmission({ ...request, witnesses: 0 }, (submission) => {
    const { ruleset } = submission;
    const plans = ruleset === null ? [] : statesOf(submission).map((state) => planSubject(state, ruleset));
    return { ...toAssessment(submission, false), plans, fragile: rankFragile(plans) };
  });
