import type { Outcome } from '../model/ruleset.ts';
import { WitnessRows } from './witness-rows.ts';

const FIRST = 256;

const grown = (array: Uint32Array, length: number): Uint32Array => {
  if (length <= array.length) return array;
  const next = new Uint32Array(Math.max(length, array.length * 2));
  next.set(array);
  return next;
};

/** `{met, of, unknown}` of one indicator for one subject. */
export interface Tallied {
  readonly met: number;
  readonly of: number;
  readonly unknown: number;
}

/** The counts of two parts of the input add up to those of the whole; the order does not matter. */
export const addTallied = (a: Tallied, b: Tallied): Tallied => ({
  met: a.met + b.met,
  of: a.of + b.of,
  unknown: a.unknown + b.unknown,
});

/** One indicator counted for every street, with the rows of the first units that fail it or leave it open. */
export class Tally {
  #met = new Uint32Array(FIRST);
  #of = new Uint32Array(FIRST);
  #unknown = new Uint32Array(FIRST);
  readonly #witnesses: WitnessRows;

  /** `limit` bounds the rows kept for each street and outcome; 0 keeps all. */
  constructor(limit: number) {
    this.#witnesses = new WitnessRows(limit === 0 ? Number.POSITIVE_INFINITY : limit);
  }

  add(street: number, outcome: Outcome, row: number): void {
    if (street >= this.#of.length) {
      this.#met = grown(this.#met, street + 1);
      this.#of = grown(this.#of, street + 1);
      this.#unknown = grown(this.#unknown, street + 1);
    }
    this.#of[street]!++;
    if (outcome === 'yes') {
      this.#met[street]!++;
      return;
    }
    if (outcome === 'unknown') this.#unknown[street]!++;
    this.#witnesses.add(street * 2 + (outcome === 'no' ? 0 : 1), row);
  }

  counts(street: number): Tallied {
    return { met: this.#met[street] ?? 0, of: this.#of[street] ?? 0, unknown: this.#unknown[street] ?? 0 };
  }

  /** Row numbers in the order of the input. */
  rows(street: number, outcome: 'no' | 'unknown'): number[] {
    return this.#witnesses.of(street * 2 + (outcome === 'no' ? 0 : 1));
  }
}
