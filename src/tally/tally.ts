import { grown } from '../model/grown.ts';
import type { Outcome } from '../model/ruleset.ts';
import { WitnessRows } from './witness-rows.ts';

const FIRST = 64;

/** `{met, of, unknown}` of one indicator for one subject. */
export interface Tallied {
  readonly met: number;
  readonly of: number;
  readonly unknown: number;
}

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
