import { Float64Numbers } from '../model/numbers.ts';
import { MANY } from './communities.ts';
import { fingerprint } from './fingerprints.ts';
import { PrintTable } from './print-table.ts';
import { isRepeated, type Street } from './street.ts';

/**
 * Streets by what their names fold to: some 20 bytes each, where a Map of texts took 150. Of one name only the first
 * `MANY`, which are enough to say that it is ambiguous, and only the first row of one that was handed in twice.
 */
export class StreetNames {
  readonly #fold: (name: string) => string;
  readonly #list: readonly Street[];
  readonly #prints = new Float64Numbers();
  readonly #table = new PrintTable((index) => this.#prints.at(index));

  /** None yet of `list`. */
  constructor(list: readonly Street[], fold: (name: string) => string) {
    this.#list = list;
    this.#fold = fold;
  }

  add(street: Street): void {
    const { index, name } = street;
    if (name === null) return;
    const same = [...this.of(name)];
    if (same.length === MANY || same.some((other) => isRepeated(street, other))) return;
    this.#prints.set(index, fingerprint(this.#fold(name)));
    this.#table.add(index);
  }

  /** All of a name that pass a test, as they were added. */
  *of(name: string, test: (street: Street) => boolean = () => true): Generator<Street, void> {
    const folded = this.#fold(name);
    for (const index of this.#table.all(fingerprint(folded))) {
      const street = this.#list[index]!;
      if ((street.name === name || this.#fold(street.name!) === folded) && test(street)) yield street;
    }
  }

  first(name: string, test?: (street: Street) => boolean): Street | undefined {
    for (const street of this.of(name, test)) return street;
    return undefined;
  }
}
