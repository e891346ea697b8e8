import { grown } from '../model/grown.ts';
import { fingerprint } from './fingerprints.ts';

/** Belongs to no street because the ruleset leaves it out. */
export const LEFT_OUT = 0xffffffff;

/** A community as compounds refer to it. */
export interface Community {
  /** Index of its street, or LEFT_OUT. */
  readonly street: number;
  readonly row: number;
  /** Fingerprint of its folded name; 0 where it has none. */
  readonly name: number;
}

const EMPTY = 0;
const CODE_SEED = 1;
const NAME_SEED = 2;

export const namePrint = (folded: string): number => fingerprint(folded, NAME_SEED);

/** The communities of the year judged, by code and by name, in about 30 bytes each. */
export class Communities {
  #codes = new Float64Array(1024);
  #names = new Float64Array(1024);
  #streets = new Uint32Array(1024);
  #rows = new Uint32Array(1024);
  #table = new Uint32Array(4096);
  #size = 0;
  #byName: Map<number, number[]> | undefined;

  get size(): number {
    return this.#size;
  }

  add(code: string | null, folded: string | null, street: number, row: number): void {
    const index = this.#size++;
    this.#codes = grown(this.#codes, this.#size);
    this.#names = grown(this.#names, this.#size);
    this.#streets = grown(this.#streets, this.#size);
    this.#rows = grown(this.#rows, this.#size);
    this.#names[index] = folded === null ? EMPTY : namePrint(folded);
    this.#streets[index] = street;
    this.#rows[index] = row;
    this.#byName = undefined;
    if (code === null) return;
    this.#codes[index] = fingerprint(code, CODE_SEED);
    if (this.#size * 2 > this.#table.length) this.#rehash();
    else this.#insert(index);
  }

  #rehash(): void {
    this.#table = new Uint32Array(this.#table.length * 2);
    for (let index = 0; index < this.#size; index++) if (this.#codes[index] !== EMPTY) this.#insert(index);
  }

  #insert(index: number): void {
    const slot = this.#slotOf(this.#codes[index]!);
    if (this.#table[slot] === 0) this.#table[slot] = index + 1;
  }

  /** Where a code stands in the table, or the free place where it would. */
  #slotOf(print: number): number {
    const mask = this.#table.length - 1;
    let slot = (print >>> 0) & mask;
    for (;;) {
      const entry = this.#table[slot]!;
      if (entry === 0 || this.#codes[entry - 1] === print) return slot;
      slot = (slot + 1) & mask;
    }
  }

  byCode(code: string): Community | undefined {
    const entry = this.#table[this.#slotOf(fingerprint(code, CODE_SEED))]!;
    return entry === 0 ? undefined : this.#at(entry - 1);
  }

  /** All of that name, in one street if given. */
  byName(folded: string, street: number | null): Community[] {
    this.#byName ??= this.#indexNames();
    const all = (this.#byName.get(namePrint(folded)) ?? []).map((index) => this.#at(index));
    return street === null ? all : all.filter((community) => community.street === street);
  }

  #indexNames(): Map<number, number[]> {
    const byName = new Map<number, number[]>();
    for (let index = 0; index < this.#size; index++) {
      const print = this.#names[index]!;
      const same = byName.get(print);
      if (same) same.push(index);
      else byName.set(print, [index]);
    }
    return byName;
  }

  #at(index: number): Community {
    return { street: this.#streets[index]!, row: this.#rows[index]!, name: this.#names[index]! };
  }
}
