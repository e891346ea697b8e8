import type { Source } from '../intake/source.ts';

const BLOCK = 1 << 20;
/** In bytes. Only a subject that lists every record of a hundred thousand others comes near it. */
const LONGEST = 100 << 20;

/** What lies between two marks is more than is held. */
export class PartTooLong extends Error {}

/** Walks through a source from mark to mark, and holds no more of it than what lies between two. */
export class ByteCursor {
  readonly #source: Source;
  /** Where the window begins in the source, and how much of the window is passed. */
  #start: number;
  #passed = 0;
  #window: Buffer = Buffer.alloc(0);

  constructor(source: Source, offset: number) {
    this.#source = source;
    this.#start = offset;
  }

  get offset(): number {
    return this.#start + this.#passed;
  }

  get isAtEnd(): boolean {
    return this.offset >= this.#source.size;
  }

  /** Passes and returns the bytes up to and with the next `mark`; null where none comes. Throws `PartTooLong` beyond 100 MiB. */
  through(mark: Buffer): Buffer | null {
    let searched = 0;
    for (;;) {
      const found = this.#window.indexOf(mark, this.#passed + searched);
      const held = (found >= 0 ? found : this.#window.length) - this.#passed;
      if (held > LONGEST) throw new PartTooLong();
      if (found >= 0) {
        const piece = this.#window.subarray(this.#passed, found + mark.length);
        this.#passed = found + mark.length;
        return piece;
      }
      searched = Math.max(0, held - mark.length + 1);
      if (!this.#readOn()) return null;
    }
  }

  /** Passes `bytes` if they come next. */
  pass(bytes: Buffer): boolean {
    while (this.#window.length - this.#passed < bytes.length && this.#readOn());
    const comes = this.#window.subarray(this.#passed, this.#passed + bytes.length).equals(bytes);
    if (comes) this.#passed += bytes.length;
    return comes;
  }

  /** Drops what is passed; the more is held, the more is read at once. */
  #readOn(): boolean {
    const next = this.#start + this.#window.length;
    if (next >= this.#source.size) return false;
    const held = this.#window.subarray(this.#passed);
    this.#window = Buffer.concat([held, this.#source.read(next, Math.max(BLOCK, held.length))]);
    this.#start += this.#passed;
    this.#passed = 0;
    return true;
  }
}
