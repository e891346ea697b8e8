import { grown } from '../model/grown.ts';
import { codePrint, fingerprint } from './fingerprints.ts';

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

/** No print is ever this. */
const NONE = Number.NaN;
const NO_NAME = 0;
/** So many of one name are enough to say that it is ambiguous. */
export const MANY = 20;

export const namePrint = (folded: string): number => fingerprint(folded) + 1;

/** Neighbouring codes to neighbouring places, groups of sixteen all over the table. */
const spread = (print: number): number => {
  const group = Math.floor(print / 16);
  const mixed = Math.imul((group >>> 0) ^ Math.imul(group / 0x100000000, 0x85ebca6b), 0x9e3779b1);
  return ((mixed >>> 4) << 4) | (print & 15);
};

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

  /** `print` is that of its code; null where it has none. */
  add(print: number | null, folded: string | null, street: number, row: number): void {
    const index = this.#size++;
    this.#codes = grown(this.#codes, this.#size);
    this.#names = grown(this.#names, this.#size);
    this.#streets = grown(this.#streets, this.#size);
    this.#rows = grown(this.#rows, this.#size);
    this.#names[index] = folded === null ? NO_NAME : namePrint(folded);
    this.#streets[index] = street;
    this.#rows[index] = row;
    this.#byName = undefined;
    this.#codes[index] = print ?? NONE;
    if (print === null) return;
    if (this.#size * 2 > this.#table.length) this.#rehash();
    else this.#insert(index);
  }

  #rehash(): void {
    this.#table = new Uint32Array(this.#table.length * 2);
    for (let index = 0; index < this.#size; index++) if (!Number.isNaN(this.#codes[index])) this.#insert(index);
  }

  #insert(index: number): void {
    const slot = this.#slotOf(this.#codes[index]!);
    if (this.#table[slot] === 0) this.#table[slot] = index + 1;
  }

  /** Where a code stands in the table, or the free place where it would. */
  #slotOf(print: number): number {
    const mask = this.#table.length - 1;
    let slot = spread(print) & mask;
    for (;;) {
      const entry = this.#table[slot]!;
      if (entry === 0 || this.#codes[entry - 1] === print) return slot;
      slot = (slot + 1) & mask;
    }
  }

  byCode(code: string): Community | undefined {
    const entry = this.#table[this.#slotOf(codePrint(code))]!;
    return entry === 0 ? undefined : this.#at(entry - 1);
  }

  /** Those of that name, in one street if given and without a code if asked; the first `MANY` of them. */
  byName(folded: string, street: number | null, codeless = false): Community[] {
    this.#byName ??= this.#indexNames();
    const found: Community[] = [];
    for (const index of this.#byName.get(namePrint(folded)) ?? []) {
      if (street !== null && this.#streets[index] !== street) continue;
      if (codeless && !Number.isNaN(this.#codes[index]!)) continue;
      if (found.push(this.#at(index)) === MANY) break;
    }
    return found;
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
