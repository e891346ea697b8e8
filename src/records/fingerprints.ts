/** A 53-bit hash of `text`, well spread. Never taken for equality without a second look. */
export const fingerprint = (text: string): number => {
  let low = 0xdeadbeef;
  let high = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    low = Math.imul(low ^ code, 0x9e3779b1);
    high = Math.imul(high ^ code, 0x5f356495);
  }
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  return (high & 0x1fffff) * 0x100000000 + (low >>> 0);
};

const ZERO = 48;

/**
 * A code as a number: up to 15 digits without a leading zero as they are, so that nearly every code is exact and a
 * sorted register needs no sorting; any other text as a negative hash.
 */
export const codePrint = (code: string): number => {
  const { length } = code;
  if (length > 15 || code.charCodeAt(0) === ZERO) return -1 - fingerprint(code);
  let value = 0;
  for (let at = 0; at < length; at++) {
    const digit = code.charCodeAt(at) - ZERO;
    if (digit < 0 || digit > 9) return -1 - fingerprint(code);
    value = value * 10 + digit;
  }
  return value;
};

const BLOCK = 1 << 16;

/** Fingerprints of any number of units, 8 bytes each (a JavaScript Set would end at 2²⁴). */
export class Fingerprints {
  readonly #blocks: Float64Array[] = [];
  #last = new Float64Array(0);
  #used = 0;
  #latest = Number.NEGATIVE_INFINITY;
  #rising = true;

  get size(): number {
    return this.#blocks.length === 0 ? 0 : (this.#blocks.length - 1) * BLOCK + this.#used;
  }

  add(print: number): void {
    if (this.#used === this.#last.length) {
      this.#last = new Float64Array(BLOCK);
      this.#blocks.push(this.#last);
      this.#used = 0;
    }
    if (print <= this.#latest) this.#rising = false;
    this.#latest = print;
    this.#last[this.#used++] = print;
  }

  /** Those that occur more than once. */
  repeated(): Set<number> {
    const repeated = new Set<number>();
    if (this.#rising) return repeated;
    const all = new Float64Array(this.size);
    this.#blocks.forEach((block, index) => {
      const at = index * BLOCK;
      all.set(at + BLOCK <= all.length ? block : block.subarray(0, all.length - at), at);
    });
    all.sort();
    for (let i = 1; i < all.length; i++) if (all[i] === all[i - 1]) repeated.add(all[i]!);
    return repeated;
  }
}
