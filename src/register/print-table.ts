import { Uint32Numbers } from '../model/numbers.ts';

/** Neighbouring codes to neighbouring places, groups of sixteen all over the table; even where all end in the same bits. */
const spread = (print: number): number => {
  const group = Math.floor(print / 16);
  const mixed = Math.imul((group >>> 0) ^ Math.imul(group / 0x100000000, 0x85ebca6b), 0x9e3779b1);
  return ((mixed ^ (mixed >>> 15)) << 4) | (print & 15);
};

const SMALLEST = 16;

/** Finds what was added to a list of prints by its print: 8 to 16 bytes each, and 4 of every one if any is repeated. */
export class PrintTable {
  readonly #printAt: (index: number) => number;
  /** 1 + the latest index of a print; 0 for a free place. At most half of them are taken. */
  #places = new Uint32Array(SMALLEST);
  #taken = 0;
  /** Where a print is repeated: 1 + the next index of it, after the latest the first. */
  readonly #next = new Uint32Numbers();

  /** `printAt` answers for everything that was added. */
  constructor(printAt: (index: number) => number) {
    this.#printAt = printAt;
  }

  /** What comes later is found later. */
  add(index: number): void {
    const place = this.#placeOf(this.#printAt(index));
    const latest = this.#places[place]!;
    this.#places[place] = index + 1;
    if (latest === 0) {
      if (2 * ++this.#taken > this.#places.length) this.#grow();
      return;
    }
    this.#next.set(index, this.#next.at(latest - 1) || latest);
    this.#next.set(latest - 1, index + 1);
  }

  /** The first that was added of a print. */
  first(print: number): number | undefined {
    const latest = this.#places[this.#placeOf(print)]!;
    return latest === 0 ? undefined : (this.#next.at(latest - 1) || latest) - 1;
  }

  /** All of a print, as they were added. */
  *all(print: number): Generator<number, void> {
    const latest = this.#places[this.#placeOf(print)]!;
    if (latest === 0) return;
    let at = latest;
    do {
      at = this.#next.at(at - 1) || at;
      yield at - 1;
    } while (at !== latest);
  }

  #grow(): void {
    const old = this.#places;
    this.#places = new Uint32Array(2 * old.length);
    for (const latest of old) if (latest !== 0) this.#places[this.#placeOf(this.#printAt(latest - 1))] = latest;
  }

  /** Where a print stands, or the free place where it would. */
  #placeOf(print: number): number {
    const mask = this.#places.length - 1;
    let place = spread(print) & mask;
    for (;;) {
      const latest = this.#places[place]!;
      if (latest === 0 || this.#printAt(latest - 1) === print) return place;
      place = (place + 1) & mask;
    }
  }
}
