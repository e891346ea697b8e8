import type { NearSubjects } from '../model/assessment.ts';
import type { Words } from './words.ts';

/** That `--street` names streets which the data does not have, and which it has instead. */
export const tellUnmatched = (
  wishes: readonly string[],
  { listed, total }: NearSubjects = { listed: [], total: 0 },
  { usage }: Words,
): string => {
  const streets = listed.map(({ code, name }) => [code, name].filter((part) => part !== null).join(' '));
  return `${usage.streetNotFound(wishes)}${usage.streetsThere(streets, total)}`;
};
