/** @param {readonly number[]} numbers */
const median = (numbers) => {
  const sorted = numbers.toSorted((a, b) => a - b);
  const upper = sorted[sorted.length >> 1] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[(sorted.length >> 1) - 1] ?? Number.NaN)) / 2;
};

/**
 * Medians of two commands measured in turn, A B A B, so that a slow spell of the machine hits both. A first
 * round warms the file cache and is thrown away.
 * @param {(args: readonly string[]) => number} measure
 * @param {number} runs
 * @param {readonly string[]} a
 * @param {readonly string[]} b
 * @returns {[number, number]}
 */
export const compare = (measure, runs, a, b) => {
  const rounds = Array.from({ length: runs + 1 }, () => ({ a: measure(a), b: measure(b) })).slice(1);
  return [median(rounds.map((round) => round.a)), median(rounds.map((round) => round.b))];
};
