import { Float64Numbers, Uint32Numbers } from '../model/numbers.ts';
import { fingerprint } from './fingerprints.ts';

/** A row that may be of the same unit as another. */
export interface Occurrence {
  readonly row: number;
  readonly hasCode: boolean;
  /** Print of its folded name; that of '' where it has none. */
  readonly name: number;
  /** Print of the district of a street; that of '' where its row does not say. */
  readonly district: number;
}

export const NOTHING = fingerprint('');

/** Rows by what they may have in common; 36 bytes each, as all of a register may have been handed in twice. */
export class Occurrences {
  readonly #keys = new Float64Numbers();
  /** Two keys of one print differ here. */
  readonly #checks = new Uint32Numbers();
  readonly #rows = new Uint32Numbers();
  readonly #codes = new Uint32Numbers();
  readonly #names = new Float64Numbers();
  readonly #districts = new Float64Numbers();
  #size = 0;

  /** In the order of the input. */
  add(key: string, { row, hasCode, name, district }: Occurrence): void {
    const at = this.#size++;
    this.#keys.set(at, fingerprint(key));
    this.#checks.set(at, fingerprint(`\n${key}`) >>> 0);
    this.#rows.set(at, row);
    this.#codes.set(at, hasCode ? 1 : 0);
    this.#names.set(at, name);
    this.#districts.set(at, district);
  }

  /** Indices of the rows of one key where there is more than one, by the first of them. */
  *repeated(): Generator<Uint32Array, void> {
    const order = Uint32Array.from({ length: this.#size }, (_, at) => at).sort((a, b) => this.#compare(a, b) || a - b);
    const starts: number[] = [];
    for (let at = 1; at < order.length; at++) {
      const startsHere = at === 1 || this.#compare(order[at - 2]!, order[at - 1]!) !== 0;
      if (startsHere && this.#compare(order[at - 1]!, order[at]!) === 0) starts.push(at - 1);
    }
    starts.sort((a, b) => order[a]! - order[b]!);
    for (const start of starts) {
      let end = start + 2;
      while (end < order.length && this.#compare(order[start]!, order[end]!) === 0) end++;
      yield order.subarray(start, end);
    }
  }

  #compare(a: number, b: number): number {
    return this.#keys.at(a) - this.#keys.at(b) || this.#checks.at(a) - this.#checks.at(b);
  }

  at(at: number): Occurrence {
    return {
      row: this.#rows.at(at),
      hasCode: this.#codes.at(at) === 1,
      name: this.#names.at(at),
      district: this.#districts.at(at),
    };
  }
}
