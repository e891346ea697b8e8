import { type AssessRequest, statesOf, toAssessment, withSubmission } from '../assess.ts';
import type { Planned } from '../model/plan.ts';
import { planSubject } from './plan-subject.ts';
import { rankFragile } from './rank-fragile.ts';

/** From the inputs to the plans: reads and judges them, then plans subject by subject. */
export const plan = (request: Omit<AssessRequest, 'command' | 'witnesses' | 'evidence'>): Promise<Planned> =>
  withSubmission({ ...request, witnesses: 0 }, (submission) => {
    const { ruleset } = submission;
    const plans = ruleset === null ? [] : statesOf(submission).map((state) => planSubject(state, ruleset));
    const passing = plans.filter(({ subject }) => subject.verdict === 'pass');
    return { ...toAssessment(submission, false), plans, fragile: rankFragile(passing) };
  });
