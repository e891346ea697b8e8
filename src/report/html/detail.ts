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

/** Only streets that pass are ever reduced; the limits are explained in NOTES.md. */
export const detailOf = ({ totals }: Assessment): ((subject: Pick<Subject, 'scope' | 'verdict'>) => Detail) => {
  const streets = RESULTS.reduce((sum, result) => sum + totals.streets[result], 0);
  const passing = streets > WITH_ROWS ? 'name' : streets > WITH_CARDS ? 'row' : 'card';
  return ({ scope, verdict }) => (scope === 'street' && verdict === 'pass' ? passing : 'card');
};
