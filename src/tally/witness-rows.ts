import { grown } from '../model/grown.ts';

const FIRST = 64;

/** For each of many lists the first few row numbers added to it, 8 bytes each. */
export class WitnessRows {
  /** Greatest length of a list. */
  readonly #limit: number;
  #heads = new Uint32Array(FIRST);
  #tails = new Uint32Array(FIRST);
  #lengths = new Uint32Array(FIRST);
  #rows = new Uint32Array(FIRST);
  #next = new Uint32Array(FIRST);
  /** 0 ends a list. */
  #size = 1;

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(list: number, row: number): void {
    if (list >= this.#heads.length) {
      this.#heads = grown(this.#heads, list + 1);
      this.#tails = grown(this.#tails, list + 1);
      this.#lengths = grown(this.#lengths, list + 1);
    }
    if (this.#lengths[list]! >= this.#limit) return;
    const entry = this.#size++;
    this.#rows = grown(this.#rows, this.#size);
    this.#next = grown(this.#next, this.#size);
    this.#rows[entry] = row;
    if (this.#lengths[list]!++ === 0) this.#heads[list] = entry;
    else this.#next[this.#tails[list]!] = entry;
    this.#tails[list] = entry;
  }

  of(list: number): number[] {
    const rows: number[] = [];
    for (let entry = this.#heads[list] ?? 0; entry !== 0; entry = this.#next[entry]!) rows.push(this.#rows[entry]!);
    return rows;
  }
}
