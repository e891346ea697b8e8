import { fingerprint } from './fingerprints.ts';

/** The year of a row; null where its table names none, undefined where the row could not be read that far. */
type RowYear = number | null | undefined;

/**
 * Units whose own rows were refused: that other rows refer to them is no further fault. Only prints are kept: one that
 * is equal by chance hides nothing but a further error, and there is no verdict before all errors are gone.
 */
export class RefusedUnits {
  readonly #fold: (level: string, name: string) => string;
  readonly #prints = new Set<number>();

  constructor(fold: (level: string, name: string) => string) {
    this.#fold = fold;
  }

  add(level: string, code: string | null, name: string | null, year?: RowYear): void {
    for (const print of this.#printsOf(level, code, name, year)) this.#prints.add(print);
  }

  /** Whether any row of a level was refused that may be of a year. */
  hasAny(level: string, year: number | null): boolean {
    return this.has(level, null, null, year);
  }

  /** The same of a unit. */
  has(level: string, code: string | null, name: string | null, year: number | null): boolean {
    if (this.#prints.size === 0) return false;
    const isUnit = code !== null || name !== null;
    return [undefined, null, year].some((each) =>
      this.#printsOf(level, code, name, each)
        .slice(isUnit ? 1 : 0)
        .some((print) => this.#prints.has(print)),
    );
  }

  /** The first is that of the level. */
  #printsOf(level: string, code: string | null, name: string | null, year: RowYear): number[] {
    const prints = [fingerprint(`${year} ${level}`)];
    if (code !== null) prints.push(fingerprint(`${year} ${level} code ${code}`));
    if (name !== null) prints.push(fingerprint(`${year} ${level} name ${this.#fold(level, name)}`));
    return prints;
  }
}
