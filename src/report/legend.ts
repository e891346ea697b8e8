import type { Assessment } from '../model/assessment.ts';
import type { Words } from './words.ts';

/** What the signs of the grid mean. */
export const legend = ({ ruleset }: Assessment, text: Words): string[] => {
  const hasAdvisory = ruleset?.rules.some(
    ({ obligation, requiredFrom, scopes }) =>
      scopes.includes('street') && (obligation === 'advisory' || requiredFrom !== undefined),
  );
  return [text.legend, ...(hasAdvisory ? [text.advisoryLegend] : []), text.pooled];
};
