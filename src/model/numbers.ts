type Block = Float64Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;

const BITS = 12;
const LENGTH = 1 << BITS;

/** A list of numbers of any length, 0 where none was set. It grows by blocks, so that nothing is ever copied. */
class Numbers<B extends Block> {
  readonly #blocks: B[] = [];
  readonly #newBlock: (length: number) => B;

  constructor(newBlock: (length: number) => B) {
    this.#newBlock = newBlock;
  }

  at(index: number): number {
    return this.#blocks[index >>> BITS]?.[index & (LENGTH - 1)] ?? 0;
  }

  set(index: number, value: number): void {
    while (index >>> BITS >= this.#blocks.length) this.#blocks.push(this.#newBlock(LENGTH));
    this.#blocks[index >>> BITS]![index & (LENGTH - 1)] = value;
  }
}

/** Numbers from 0 to 2³² − 1, 4 bytes each. */
export class Uint32Numbers extends Numbers<Uint32Array<ArrayBuffer>> {
  constructor() {
    super((length) => new Uint32Array(length));
  }
}

/** Any numbers, 8 bytes each. */
export class Float64Numbers extends Numbers<Float64Array<ArrayBuffer>> {
  constructor() {
    super((length) => new Float64Array(length));
  }
}
