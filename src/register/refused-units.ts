import { Float64Numbers } from '../model/numbers.ts';
import type { TableName } from '../model/ruleset.ts';
import { fingerprint } from './fingerprints.ts';
import { PrintTable } from './print-table.ts';

/**
 * Units whose own rows were refused: that other rows refer to them is no further fault. Only prints are kept: one that
 * is equal by chance hides nothing but a further error, and there is no verdict before all errors are gone.
 */
export class RefusedUnits {
  readonly #fold: (name: string) => string;
  readonly #prints = new Float64Numbers();
  readonly #table = new PrintTable((index) => this.#prints.at(index));
  readonly #tables = new Set<TableName>();
  #size = 0;

  constructor(fold: (name: string) => string) {
    this.#fold = fold;
  }

  add(table: TableName, code: string | null, name: string | null): void {
    this.#tables.add(table);
    // Nothing refers to a compound.
    if (table === 'compounds') return;
    for (const print of this.#printsOf(table, code, name)) {
      if (this.#table.first(print) !== undefined) continue;
      this.#prints.set(this.#size, print);
      this.#table.add(this.#size++);
    }
  }

  /** Whether any row of a table was refused. */
  hasAny(table: TableName): boolean {
    return this.#tables.has(table);
  }

  has(table: TableName, code: string | null, name: string | null): boolean {
    return this.#size > 0 && this.#printsOf(table, code, name).some((print) => this.#table.first(print) !== undefined);
  }

  #printsOf(table: TableName, code: string | null, name: string | null): number[] {
    const prints: number[] = [];
    if (code !== null) prints.push(fingerprint(`${table} code ${code}`));
    if (name !== null) prints.push(fingerprint(`${table} name ${this.#fold(name)}`));
    return prints;
  }
}
