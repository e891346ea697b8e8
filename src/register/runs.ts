import { lastWhere } from '../model/last-where.ts';
import { Float64Numbers, Uint32Numbers } from '../model/numbers.ts';

/**
 * A list of numbers of which most are `step` more than the one before, as rows and codes of a sorted register are: 12
 * bytes for each run of such.
 */
export class Runs {
  readonly #step: number;
  readonly #starts = new Uint32Numbers();
  readonly #values = new Float64Numbers();
  #runs = 0;
  #size = 0;
  #next: number | undefined;
  /** The run of the last answer: the next is mostly there or right behind. */
  #near = 0;

  constructor(step: number) {
    this.#step = step;
  }

  get size(): number {
    return this.#size;
  }

  push(value: number): void {
    if (!Object.is(value, this.#next)) {
      this.#starts.set(this.#runs, this.#size);
      this.#values.set(this.#runs++, value);
    }
    this.#next = value + this.#step;
    this.#size++;
  }

  at(index: number): number {
    let run = this.#near;
    if (!this.#holds(run, index) && !this.#holds(++run, index)) {
      run = lastWhere(this.#runs, (other) => this.#starts.at(other) <= index);
    }
    this.#near = run;
    return this.#values.at(run) + (index - this.#starts.at(run)) * this.#step;
  }

  #holds(run: number, index: number): boolean {
    return run < this.#runs && this.#starts.at(run) <= index && index < this.#end(run);
  }

  #end(run: number): number {
    return run + 1 < this.#runs ? this.#starts.at(run + 1) : this.#size;
  }

  /** Where `value` stands in a list that rises from each number to the next. */
  indexOfRising(value: number): number | undefined {
    let run = this.#near;
    if (!this.#reaches(run, value) && !this.#reaches(++run, value)) {
      run = lastWhere(this.#runs, (other) => this.#values.at(other) <= value);
      if (run < 0) return undefined;
    }
    this.#near = run;
    const index = this.#starts.at(run) + (value - this.#values.at(run)) / this.#step;
    return index < this.#end(run) && Number.isInteger(index) ? index : undefined;
  }

  /** Whether a value that rises would be in this run, or behind it and before the next. */
  #reaches(run: number, value: number): boolean {
    if (run >= this.#runs || value < this.#values.at(run)) return false;
    return run + 1 >= this.#runs || value < this.#values.at(run + 1);
  }
}
