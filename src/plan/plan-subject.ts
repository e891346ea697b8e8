import type { SubjectPlan, SubjectState } from '../model/plan.ts';
import type { Ruleset } from '../model/ruleset.ts';
import { holdOf } from './hold.ts';
import { questionsOf } from './questions.ts';
import { openRules } from './rule-states.ts';
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
