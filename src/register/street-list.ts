import { Codes } from './codes.ts';
import { codePrint } from './fingerprints.ts';
import { Street, type StreetFacts } from './street.ts';
import { StreetNames } from './street-names.ts';

/** Three times the townships of the whole nation (41,352 in 2023): beyond, a column of streets holds something else. */
export const MOST_STREETS = 1 << 17;
/** Of all that is kept of streets as text, in characters. */
const MOST_TEXT = 1 << 23;

/** The streets of a year, found by code and by name. */
export class StreetList {
  readonly all: Street[] = [];
  /** Of those from a streets table, which come first. */
  readonly #codes = new Codes();
  /** Those whose code another table gave. */
  readonly #byCode = new Map<string, Street>();
  readonly #fold: (name: string) => string;
  /** Put together when first asked for, as most registers name streets by code. */
  #named: StreetNames | undefined;
  /** Those that a row names without a code. */
  readonly namedOnly: StreetNames;
  #text = 0;

  constructor(fold: (name: string) => string) {
    this.#fold = fold;
    this.namedOnly = new StreetNames(this.all, fold);
  }

  /** Whether no more can be kept: there are too many, or their names are too long to be names. */
  get isFull(): boolean {
    return this.all.length > MOST_STREETS || this.#text >= MOST_TEXT;
  }

  add(facts: StreetFacts): Street {
    const { code, name, says } = facts;
    const added = new Street(this.all.length, facts);
    this.all.push(added);
    for (const text of [code, name, says.district]) this.countText(text);
    if (added.fromTable) this.#codes.add(code === null ? null : codePrint(code));
    else if (code !== null && !this.#byCode.has(code)) this.#byCode.set(code, added);
    this.#named?.add(added);
    if (code === null) this.namedOnly.add(added);
    return added;
  }

  /** Text that is kept of a street, also of one that is left out. */
  countText(text: string | null): void {
    this.#text += text?.length ?? 0;
  }

  giveCode(street: Street, code: string): void {
    street.code = code;
    this.#byCode.set(code, street);
  }

  giveName(street: Street, name: string): void {
    const { named } = this;
    street.name = name;
    this.countText(name);
    named.add(street);
  }

  coded(code: string): Street | undefined {
    const listed = this.all[this.#codes.find(codePrint(code)) ?? -1];
    return listed?.code === code ? listed : this.#byCode.get(code);
  }

  get named(): StreetNames {
    if (this.#named === undefined) {
      this.#named = new StreetNames(this.all, this.#fold);
      for (const street of this.all) this.#named.add(street);
    }
    return this.#named;
  }
}
