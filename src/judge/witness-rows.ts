import { Uint32Numbers } from '../model/numbers.ts';

/** Many lists of row numbers, 8 bytes for each number and 4 for each list. */
export class WitnessRows {
  /** The last entry of each list; 0 for an empty one. */
  readonly #last = new Uint32Numbers();
  readonly #rows = new Uint32Numbers();
  /** The entry before in the same list; 0 where there is none. */
  readonly #before = new Uint32Numbers();
  #size = 1;

  add(list: number, row: number): void {
    const entry = this.#size++;
    this.#rows.set(entry, row);
    this.#before.set(entry, this.#last.at(list));
    this.#last.set(list, entry);
  }

  /** In the order in which they were added. */
  of(list: number): number[] {
    const rows: number[] = [];
    for (let entry = this.#last.at(list); entry !== 0; entry = this.#before.at(entry)) rows.push(this.#rows.at(entry));
    return rows.reverse();
  }
}
