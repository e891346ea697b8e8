import { Float64Numbers } from '../model/numbers.ts';
import { Codes } from './codes.ts';
import { codePrint, fingerprint } from './fingerprints.ts';
import { PrintTable } from './print-table.ts';
import { Runs } from './runs.ts';

/** In place of a street: of a unit that the ruleset leaves out. */
export const LEFT_OUT = 0xffffffff;
/** In place of the street of a unit that is left out: its street is left out, too, or is not known. */
export const OF_NO_STREET = 0x7ffffffe;
export const OF_UNKNOWN_STREET = 0x7fffffff;

/** A community as compounds refer to it. */
export interface Community {
  /** Index of its street, or LEFT_OUT. */
  readonly street: number;
  /** Index of its street even if it is left out, or one of the above. */
  readonly of: number;
  readonly row: number;
  /** Print of its code; not a number where it has none. */
  readonly code: number;
  /** Fingerprint of its folded name; 0 where it has none. */
  readonly name: number;
}

const NO_NAME = 0;
/** Set in the street of a community that is left out. */
const OUT = 0x80000000;
/** So many of one name are enough to say that it is ambiguous. */
export const MANY = 20;

/** Print of a name within a street. */
const inStreet = (name: number, street: number): number =>
  (name + Math.imul(street + 1, 0x9e3779b1) * 0x200000) % Number.MAX_SAFE_INTEGER;

export const namePrint = (folded: string): number => fingerprint(folded) + 1;

/** The communities of the year judged, by code and by name: about 10 bytes each in a sorted register, else up to 44. */
export class Communities {
  readonly #codes = new Codes();
  readonly #names = new Float64Numbers();
  readonly #streets = new Runs(0);
  readonly #rows = new Runs(1);
  /** By name, alone or with the street; of all, or of those without a code. Each when first asked for. */
  readonly #byName = new Map<string, PrintTable>();

  /** `print` is that of its code, null where it has none; `of` its street if it is left out. */
  add(print: number | null, folded: string | null, street: number, row: number, of = OF_UNKNOWN_STREET): void {
    this.#names.set(this.#codes.size, folded === null ? NO_NAME : namePrint(folded));
    this.#codes.add(print);
    this.#streets.push(street === LEFT_OUT ? OUT + of : street);
    this.#rows.push(row);
    // `clear` makes room anew even where there is nothing to clear: 50 MB of it for a nation.
    if (this.#byName.size > 0) this.#byName.clear();
  }

  byCode(code: string): Community | undefined {
    const index = this.#codes.find(codePrint(code));
    return index === undefined ? undefined : this.#at(index);
  }

  /** Those of that name, in one street if given and without a code if asked; the first `MANY` of them. */
  byName(folded: string, street: number | null, codeless = false): Community[] {
    const name = namePrint(folded);
    const found: Community[] = [];
    for (const index of this.#named(street !== null, codeless).all(street === null ? name : inStreet(name, street))) {
      if (this.#names.at(index) !== name || (street !== null && this.#streets.at(index) % OUT !== street)) continue;
      if (found.push(this.#at(index)) === MANY) break;
    }
    return found;
  }

  #named(withStreet: boolean, codeless: boolean): PrintTable {
    const key = `${withStreet} ${codeless}`;
    let table = this.#byName.get(key);
    if (table === undefined) {
      const nameAt = (index: number) => this.#names.at(index);
      table = new PrintTable(withStreet ? (index) => inStreet(nameAt(index), this.#streets.at(index) % OUT) : nameAt);
      for (let index = 0; index < this.#codes.size; index++) {
        if (nameAt(index) !== NO_NAME && !(codeless && !Number.isNaN(this.#codes.at(index)))) table.add(index);
      }
      this.#byName.set(key, table);
    }
    return table;
  }

  #at(index: number): Community {
    const street = this.#streets.at(index);
    return {
      street: street >= OUT ? LEFT_OUT : street,
      of: street % OUT,
      row: this.#rows.at(index),
      code: this.#codes.at(index),
      name: this.#names.at(index),
    };
  }
}
