import { type Assessment, RESULTS, type Subject } from '../../model/assessment.ts';

/**
 * How much of a subject the page has: `card` all of it, `row` its figures in the summary table, `name` its name, code
 * and verdict.
 */
export type Detail = 'card' | 'row' | 'name';

/** Beyond so many streets those that pass have no card of their own. */
const WITH_CARDS = 500;
/** Beyond so many those that pass are listed by name. */
const WITH_ROWS = 2_500;

/** More than the nation has (41,352 in 2023): a page of them, a gigabyte, is opened by nothing. */
const WITH_STREETS = 50_000;

export const streetsOf = ({ totals }: Assessment): number =>
  RESULTS.reduce((sum, result) => sum + totals.streets[result], 0);

/** Whether a page shows the streets one by one, or only what is true of all. */
export const showsStreets = (assessment: Assessment): boolean => streetsOf(assessment) <= WITH_STREETS;

/** Whether each street of the submission has its card, so that what is pooled from them stands on the page already. */
export const hasEveryCard = (assessment: Assessment): boolean =>
  assessment.options.street.length === 0 && streetsOf(assessment) <= WITH_CARDS;

/** Only streets that pass are ever reduced; the limits are explained in NOTES.md. */
export const detailOf = (assessment: Assessment): ((subject: Pick<Subject, 'scope' | 'verdict'>) => Detail) => {
  const streets = streetsOf(assessment);
  const passing = streets > WITH_ROWS ? 'name' : streets > WITH_CARDS ? 'row' : 'card';
  return ({ scope, verdict }) => (scope === 'street' && verdict === 'pass' ? passing : 'card');
};
