import { distance } from './distance.ts';

/** Farther than this nothing was misspelt. */
const FAR = 2;

/** Of the words known, those that `word` is nearest to, if it may be one of them misspelt. */
export const nearest = (word: string, known: readonly string[]): readonly string[] => {
  if (word.length > 100) return [];
  const found = known.map((other) => ({ other, away: distance(word.toLowerCase(), other.toLowerCase()) }));
  const least = Math.min(...found.map(({ away }) => away));
  const isNear = least <= FAR && least * 2 < word.length;
  return isNear ? found.filter(({ away }) => away === least).map(({ other }) => other) : [];
};
