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

const BLOCK = 1 << 12;
/** Of the first block, until it is needed whole: most lists of a small submission are short. */
const SMALL = 1 << 3;
const GROWTH = 4;

/**
 * Rising numbers from 0 as the first and the differences, seven bits to a byte: a sorted register takes little more
 * than one byte each. Below 0 a difference might not be exact.
 */
const packed = (rising: Float64Array): Uint8Array => {
  const bytes = new Uint8Array(8 * rising.length);
  let at = 0;
  for (let i = 1; i < rising.length; i++) {
    let difference = rising[i]! - rising[i - 1]!;
    for (; difference >= 128; difference = Math.floor(difference / 128)) bytes[at++] = 128 | (difference % 128);
    bytes[at++] = difference;
  }
  return bytes.slice(0, at);
};

const unpack = (first: number, bytes: Uint8Array, target: Float64Array, from: number): void => {
  let to = from;
  let value = first;
  target[to++] = value;
  let weight = 1;
  for (const byte of bytes) {
    value += (byte & 127) * weight;
    weight *= 128;
    if (byte >= 128) continue;
    target[to++] = value;
    weight = 1;
  }
};

interface Packed {
  readonly first: number;
  readonly bytes: Uint8Array;
}

/** Fingerprints of any number of units, 8 bytes each at most (a JavaScript Set would end at 2²⁴). */
export class Fingerprints {
  readonly #full: (Packed | Float64Array)[] = [];
  #last = new Float64Array(SMALL);
  #used = 0;
  #latest = Number.NEGATIVE_INFINITY;
  #rising = true;
  #risingInBlock = true;

  get size(): number {
    return this.#full.length * BLOCK + this.#used;
  }

  add(print: number): void {
    if (this.#used === this.#last.length) this.#makeRoom();
    if (print <= this.#latest) {
      this.#rising = false;
      if (this.#used > 0) this.#risingInBlock = false;
    }
    this.#latest = print;
    this.#last[this.#used++] = print;
  }

  #makeRoom(): void {
    if (this.#used === BLOCK) {
      this.#put();
      return;
    }
    const larger = new Float64Array(Math.min(BLOCK, GROWTH * this.#used));
    larger.set(this.#last);
    this.#last = larger;
  }

  #put(): void {
    if (this.#risingInBlock && this.#last[0]! >= 0)
      this.#full.push({ first: this.#last[0]!, bytes: packed(this.#last) });
    else {
      this.#full.push(this.#last);
      this.#last = new Float64Array(BLOCK);
    }
    this.#used = 0;
    this.#risingInBlock = true;
  }

  /** Whether each was greater than the one before, so that none occurs twice. */
  get isRising(): boolean {
    return this.#rising;
  }

  /** All of them, as they came. */
  copyTo(target: Float64Array, from: number): void {
    this.#full.forEach((block, index) => {
      const to = from + index * BLOCK;
      if (block instanceof Float64Array) target.set(block, to);
      else unpack(block.first, block.bytes, target, to);
    });
    target.set(this.#last.subarray(0, this.#used), from + this.#full.length * BLOCK);
  }
}

/** All fingerprints of the lists, sorted. */
export const sortedPrints = (lists: readonly Fingerprints[]): Float64Array => {
  const all = new Float64Array(lists.reduce((sum, { size }) => sum + size, 0));
  let at = 0;
  for (const list of lists) {
    list.copyTo(all, at);
    at += list.size;
  }
  return all.sort();
};

/** Those that occur more than once in all of the lists together, sorted. */
export const repeatedIn = (lists: readonly Fingerprints[]): Float64Array => {
  const filled = lists.filter(({ size }) => size > 0);
  if (filled.length === 0 || (filled.length === 1 && filled[0]!.isRising)) return new Float64Array();
  const all = sortedPrints(filled);
  return all.filter((print, at) => print === all[at + 1] && print !== all[at - 1]);
};
