import { type AssessRequest, assess, type OpenAssessment } from '../assess.ts';
import type { Planned, StreetPlan } from '../model/plan.ts';
import { planStreet } from './plan-street.ts';
import { rankFragile } from './rank-fragile.ts';

/** A plan that holds its inputs open until `close()`. */
export type Plan = Planned & OpenAssessment;

/** From the inputs to the plans: assess them with all witnesses at hand, then plan street by street. */
export const plan = async (request: Omit<AssessRequest, 'command' | 'witnesses'>): Promise<Plan> => {
  const assessment = await assess({ ...request, witnesses: 0 });
  const { ruleset } = assessment;
  function* plans(): Iterable<StreetPlan> {
    if (ruleset === null) return;
    for (const state of assessment.states()) yield planStreet(state, ruleset);
  }
  function* passing(): Iterable<StreetPlan> {
    if (ruleset === null) return;
    for (const state of assessment.states()) if (state.subject.verdict === 'pass') yield planStreet(state, ruleset);
  }
  return { ...assessment, plans, fragile: () => rankFragile(passing()) };
};
