import { type Assessment, RESULTS, type Subject } from '../../model/assessment.ts';
import { nounsOf } from '../nouns.ts';

/**
 * How much of a subject the page has: `card` all of it, `row` its figures in the summary table, `name` its name, code
 * and verdict.
 */
export type Detail = 'card' | 'row' | 'name';

/** Beyond so many subjects those that pass have no card of their own. */
const WITH_CARDS = 500;
/** Beyond so many those that pass are listed by name. */
const WITH_ROWS = 2_500;

/** More than the nation has (41,352 in 2023): a page of them, a gigabyte, is opened by nothing. */
const WITH_SUBJECTS = 50_000;

export const subjectsOf = ({ totals }: Assessment): number =>
  RESULTS.reduce((sum, result) => sum + totals.subjects[result], 0);

/** Whether a page shows the subjects one by one, or only what is true of all. */
export const showsSubjects = (assessment: Assessment): boolean => subjectsOf(assessment) <= WITH_SUBJECTS;

/** Whether each subject of the submission has its card, so that what is pooled from them stands on the page already. */
export const hasEveryCard = (assessment: Assessment): boolean =>
  assessment.options.subjects.length === 0 && subjectsOf(assessment) <= WITH_CARDS;

/** Only subjects that pass are ever reduced; the limits are explained in NOTES.md. */
export const detailOf = (assessment: Assessment): ((subject: Pick<Subject, 'scope' | 'verdict'>) => Detail) => {
  const { level } = nounsOf(assessment.ruleset);
  const subjects = subjectsOf(assessment);
  const passing = subjects > WITH_ROWS ? 'name' : subjects > WITH_CARDS ? 'row' : 'card';
  return ({ scope, verdict }) => (scope === level && verdict === 'pass' ? passing : 'card');
};
