import { type AssessRequest, assess, type OpenAssessment } from '../assess.ts';
import type { Planned, SubjectPlan } from '../model/plan.ts';
import { planSubject } from './plan-subject.ts';
import { rankFragile } from './rank-fragile.ts';

/** A plan that holds its inputs open until `close()`. */
export type Plan = Planned & OpenAssessment;

/** From the inputs to the plans: assess them with all witnesses at hand, then plan subject by subject. */
export const plan = async (request: Omit<AssessRequest, 'command' | 'witnesses'>): Promise<Plan> => {
  const assessment = await assess({ ...request, witnesses: 0 });
  const { ruleset } = assessment;
  function* plans(): Iterable<SubjectPlan> {
    if (ruleset === null) return;
    for (const state of assessment.states()) yield planSubject(state, ruleset);
  }
  function* passing(): Iterable<SubjectPlan> {
    if (ruleset === null) return;
    for (const state of assessment.states()) if (state.subject.verdict === 'pass') yield planSubject(state, ruleset);
  }
  return { ...assessment, plans, fragile: () => rankFragile(passing()) };
};
