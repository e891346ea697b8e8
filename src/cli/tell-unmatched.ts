import type { NearSubjects } from '../model/assessment.ts';
import { judgedLevel } from '../model/levels.ts';
import type { Ruleset } from '../model/ruleset.ts';
import type { Words } from './words.ts';

/** That `--subject` names subjects which the data does not have, and which it has instead. */
export const tellUnmatched = (
  wishes: readonly string[],
  { listed, total }: NearSubjects = { listed: [], total: 0 },
  ruleset: Ruleset,
  { usage }: Words,
): string => {
  const judged = judgedLevel(ruleset);
  const there = listed.map(({ code, name }) => [code, name].filter((part) => part !== null).join(' '));
  return `${usage.subjectNotFound(wishes, judged)}${usage.subjectsThere(there, total, judged)}`;
};
