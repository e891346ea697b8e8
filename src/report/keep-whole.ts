import type { Piece } from './wrap.ts';

/** A sentence with some of its parts kept whole. */
export const keepWhole = (sentence: string, parts: readonly string[]): Piece[] => {
  const pieces: Piece[] = [];
  let rest = sentence;
  while (rest !== '') {
    const next = parts
      .map((part) => ({ part, at: part === '' ? -1 : rest.indexOf(part) }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at || b.part.length - a.part.length)[0];
    if (next === undefined) return [...pieces, rest];
    pieces.push(rest.slice(0, next.at), { solid: next.part });
    rest = rest.slice(next.at + next.part.length);
  }
  return pieces;
};
