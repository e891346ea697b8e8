import { PrintTable } from './print-table.ts';
import { Runs } from './runs.ts';

/** In place of the print of what has no code; no print is ever this. */
const NONE = Number.NaN;

/**
 * The prints of the codes of units, in the order of the input: found by search in a register that is sorted by code,
 * else through a table. To be filled before anything is looked for.
 */
export class Codes {
  readonly #prints = new Runs(1);
  #latest = Number.NEGATIVE_INFINITY;
  #rising = true;
  #table: PrintTable | undefined;

  get size(): number {
    return this.#prints.size;
  }

  /** `print` is null for a unit without a code. */
  add(print: number | null): void {
    this.#prints.push(print ?? NONE);
    this.#table = undefined;
    if (print === null || print <= this.#latest) this.#rising = false;
    else this.#latest = print;
  }

  /** Not a number where it has none. */
  at(index: number): number {
    return this.#prints.at(index);
  }

  /** Index of the first unit of a code. */
  find(print: number): number | undefined {
    if (this.#rising) return this.#prints.indexOfRising(print);
    this.#table ??= this.#tabulate();
    return this.#table.first(print);
  }

  #tabulate(): PrintTable {
    const table = new PrintTable((index) => this.#prints.at(index));
    for (let index = 0; index < this.size; index++) if (!Number.isNaN(this.#prints.at(index))) table.add(index);
    return table;
  }
}
