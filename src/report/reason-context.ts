import type { Assessment } from '../model/assessment.ts';

/** What a reason says of the run besides its finding. */
export const reasonContext = ({ year, ruleset }: Assessment): { year: number; from?: number } => ({
  year: year ?? 0,
  ...(ruleset?.from === undefined ? {} : { from: ruleset.from }),
});
