/**
 * Mulberry32, written out so that the same seed gives the same register on every Node.
 * @param {number} seed
 */
export const seededRandom = (seed) => {
  let state = seed >>> 0;

  /** Uniform in [0, 1). */
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };

  /** An integer in [0, below). @param {number} below */
  const integer = (below) => Math.floor(next() * below);

  /** True with the probability given. @param {number} probability */
  const chance = (probability) => next() < probability;

  /** Log-normal with the median given, by Box and Muller. @param {number} median @param {number} sigma */
  const logNormal = (median, sigma) => {
    const normal = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
    return median * Math.exp(sigma * normal);
  };

  return { next, integer, chance, logNormal };
};

/** @typedef {ReturnType<typeof seededRandom>} Random */
