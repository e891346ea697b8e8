import { Uint32Numbers } from '../model/numbers.ts';

/** How many units of one table each street has, and the row of the first. */
export class UnitCounts {
  readonly #counts = new Uint32Numbers();
  readonly #firstRows = new Uint32Numbers();

  add(street: number, row: number): void {
    const before = this.of(street);
    this.#counts.set(street, before + 1);
    if (before === 0) this.#firstRows.set(street, row);
  }

  of(street: number): number {
    return this.#counts.at(street);
  }

  firstRow(street: number): number | undefined {
    return this.of(street) === 0 ? undefined : this.#firstRows.at(street);
  }
}
