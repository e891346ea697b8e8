import type { Runs } from './runs.ts';

/** Neighbouring codes to neighbouring places, groups of sixteen all over the table. */
const spread = (print: number): number => {
  const group = Math.floor(print / 16);
  const mixed = Math.imul((group >>> 0) ^ Math.imul(group / 0x100000000, 0x85ebca6b), 0x9e3779b1);
  return ((mixed >>> 4) << 4) | (print & 15);
};

/** Finds a code among codes in any order; the first of equal ones. Some 8 to 16 bytes each. */
export class CodeTable {
  readonly #codes: Runs;
  /** Index + 1 of a code; 0 for a free place. At most half of them are taken. */
  readonly #places: Uint32Array;

  /** What is not a number has no code. */
  constructor(codes: Runs) {
    const { size } = codes;
    this.#codes = codes;
    this.#places = new Uint32Array(2 ** Math.ceil(Math.log2(2 * size + 2)));
    for (let index = 0; index < size; index++) {
      const print = codes.at(index);
      if (Number.isNaN(print)) continue;
      const place = this.#placeOf(print);
      if (this.#places[place] === 0) this.#places[place] = index + 1;
    }
  }

  find(print: number): number | undefined {
    const entry = this.#places[this.#placeOf(print)]!;
    return entry === 0 ? undefined : entry - 1;
  }

  /** Where a code stands, or the free place where it would. */
  #placeOf(print: number): number {
    const mask = this.#places.length - 1;
    let place = spread(print) & mask;
    for (;;) {
      const entry = this.#places[place]!;
      if (entry === 0 || this.#codes.at(entry - 1) === print) return place;
      place = (place + 1) & mask;
    }
  }
}
