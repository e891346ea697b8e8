import { Uint32Numbers } from '../model/numbers.ts';
import type { Outcome } from '../model/ruleset.ts';
import { WitnessRows } from './witness-rows.ts';

/** `{met, of, unknown}` of one indicator for one subject. */
export interface Tallied {
  readonly met: number;
  readonly of: number;
  readonly unknown: number;
}

/** One indicator counted for every street, with the rows of the first units that fail it or leave it open. */
export class Tally {
  readonly #counts: Readonly<Record<Outcome, Uint32Numbers>> = {
    yes: new Uint32Numbers(),
    no: new Uint32Numbers(),
    unknown: new Uint32Numbers(),
  };
  readonly #witnesses = { no: new WitnessRows(), unknown: new WitnessRows() };
  readonly #limit: number;

  /** `limit` bounds the rows kept for each street and outcome; 0 keeps all. */
  constructor(limit: number) {
    this.#limit = limit === 0 ? Number.POSITIVE_INFINITY : limit;
  }

  add(street: number, outcome: Outcome, row: number): void {
    const counts = this.#counts[outcome];
    const before = counts.at(street);
    counts.set(street, before + 1);
    if (outcome !== 'yes' && before < this.#limit) this.#witnesses[outcome].add(street, row);
  }

  counts(street: number): Tallied {
    const met = this.#counts.yes.at(street);
    const unknown = this.#counts.unknown.at(street);
    return { met, of: met + this.#counts.no.at(street) + unknown, unknown };
  }

  /** Row numbers in the order of the input. */
  rows(street: number, outcome: 'no' | 'unknown'): number[] {
    return this.#witnesses[outcome].of(street);
  }
}
