import type { TableName } from '../model/ruleset.ts';

/** Units whose own rows were refused: that other rows refer to them is no further fault. */
export class RefusedUnits {
  readonly #fold: (name: string) => string;
  readonly #known = new Set<string>();
  readonly #tables = new Set<TableName>();

  constructor(fold: (name: string) => string) {
    this.#fold = fold;
  }

  add(table: TableName, code: string | null, name: string | null): void {
    this.#tables.add(table);
    // Nothing refers to a compound.
    if (table === 'compounds') return;
    if (code !== null) this.#known.add(`${table} code ${code}`);
    if (name !== null) this.#known.add(`${table} name ${this.#fold(name)}`);
  }

  /** Whether any row of a table was refused. */
  hasAny(table: TableName): boolean {
    return this.#tables.has(table);
  }

  has(table: TableName, code: string | null, name: string | null): boolean {
    if (this.#known.size === 0) return false;
    return (
      (code !== null && this.#known.has(`${table} code ${code}`)) ||
      (name !== null && this.#known.has(`${table} name ${this.#fold(name)}`))
    );
  }
}
