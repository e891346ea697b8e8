/** What names a unit that has no row of its own. */
export interface Reference {
  readonly code: string | null;
  readonly name: string | null;
}

interface Names {
  readonly codes: Set<string>;
  readonly names: Set<string>;
}

/**
 * Units that others name, where their own table did not come, counted for each street: by code and by name, of which
 * the larger number is the least that there must be.
 */
export class NamedUnits {
  readonly #fold: (name: string) => string;
  readonly #byStreet: (Names | undefined)[] = [];
  #last: Reference | undefined;
  #lastStreet = -1;

  constructor(fold: (name: string) => string) {
    this.#fold = fold;
  }

  add(street: number, reference: Reference): void {
    if (reference === this.#last && street === this.#lastStreet) return;
    this.#last = reference;
    this.#lastStreet = street;
    const { code, name } = reference;
    if (code === null && name === null) return;
    this.#byStreet[street] ??= { codes: new Set(), names: new Set() };
    if (code !== null) this.#byStreet[street].codes.add(code);
    if (name !== null) this.#byStreet[street].names.add(this.#fold(name));
  }

  of(street: number): number {
    const found = this.#byStreet[street];
    return found === undefined ? 0 : Math.max(found.codes.size, found.names.size);
  }
}
