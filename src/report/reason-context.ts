import type { Assessment } from '../model/assessment.ts';
import type { ReasonContext } from './reasons.ts';

/** What a reason says of the run besides its finding. */
export const reasonContext = ({ year, ruleset }: Assessment): ReasonContext => ({
  year,
  ...(ruleset?.from === undefined ? {} : { from: ruleset.from }),
});
