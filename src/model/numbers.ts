type Block = Float64Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;

const BITS = 12;
const LENGTH = 1 << BITS;
/** Of the first block, in bytes, until more is needed: such a small one lies with the other objects and costs nothing to free. */
const SMALL = 64;
const GROWTH = 4;
/** Most lists of a small submission stay empty. */
const NONE: never[] = [];

/** A list of numbers of any length, 0 where none was set. It grows by blocks, so that nothing but the first is ever copied. */
abstract class Numbers<B extends Block> {
  #blocks: B[] = NONE;
  protected abstract newBlock(bytes: number): B;

  at(index: number): number {
    return this.#blocks[index >>> BITS]?.[index & (LENGTH - 1)] ?? 0;
  }

  set(index: number, value: number): void {
    const at = index & (LENGTH - 1);
    let block = this.#blocks[index >>> BITS];
    if (block === undefined || at >= block.length) block = this.#makeRoom(index);
    block[at] = value;
  }

  #makeRoom(index: number): B {
    if (this.#blocks === NONE) this.#blocks = [this.newBlock(SMALL)];
    const blocks = this.#blocks as B[];
    const first = blocks[0]!;
    let { length } = first;
    while (length <= index && length < LENGTH) length = Math.min(LENGTH, GROWTH * length);
    if (length > first.length) {
      blocks[0] = this.newBlock(length * first.BYTES_PER_ELEMENT);
      blocks[0].set(first);
    }
    while (index >>> BITS >= blocks.length) blocks.push(this.newBlock(LENGTH * first.BYTES_PER_ELEMENT));
    return blocks[index >>> BITS]!;
  }
}

/** Numbers from 0 to 2³² − 1, 4 bytes each. */
export class Uint32Numbers extends Numbers<Uint32Array<ArrayBuffer>> {
  protected newBlock(bytes: number): Uint32Array<ArrayBuffer> {
    return new Uint32Array(bytes / Uint32Array.BYTES_PER_ELEMENT);
  }
}

/** Any numbers, 8 bytes each. */
export class Float64Numbers extends Numbers<Float64Array<ArrayBuffer>> {
  protected newBlock(bytes: number): Float64Array<ArrayBuffer> {
    return new Float64Array(bytes / Float64Array.BYTES_PER_ELEMENT);
  }
}

/** The last index below `length` at which `holds`, which holds up to some index and for none behind it; −1 for none. */
export const lastWhere = (length: number, holds: (index: number) => boolean): number => {
  let low = -1;
  let high = length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
};
