import type { Archive } from './archive.ts';
import { tooLarge } from './fault.ts';
import { decodeText } from './string-item.ts';
import { parseXml } from './xml.ts';

const PART_BYTES = 512 << 20;
/** In bytes of UTF-8, with 4 for each string: they are held in memory. */
const MAX_KEPT = 128 << 20;
const BLOCK = 1 << 20;
const INDEX_BLOCK = 1 << 16;
const REMEMBERED = 1 << 13;

/** The texts that cells share, held as bytes outside the heap. */
export class SharedStrings {
  readonly #blocks: Buffer[] = [];
  readonly #starts: Uint32Array[] = [];
  readonly #texts: (string | undefined)[] = new Array(REMEMBERED);
  readonly #indexes = new Int32Array(REMEMBERED).fill(-1);
  #room = 0;
  #kept = 0;
  size = 0;

  add(text: string): void {
    const length = Buffer.byteLength(text);
    this.#kept += length + 8;
    if (this.#kept > MAX_KEPT) throw tooLarge('strings');
    // No text is as long as a block (`MAX_TEXT`).
    if (this.#room < length + 4) {
      this.#blocks.push(Buffer.allocUnsafe(BLOCK));
      this.#room = BLOCK;
    }
    const block = this.#blocks.at(-1)!;
    const at = BLOCK - this.#room;
    block.writeUInt32LE(length, at);
    block.write(text, at + 4);
    this.#room -= length + 4;
    if (this.size % INDEX_BLOCK === 0) this.#starts.push(new Uint32Array(INDEX_BLOCK));
    this.#starts.at(-1)![this.size % INDEX_BLOCK] = (this.#blocks.length - 1) * BLOCK + at;
    this.size++;
  }

  /** The length of a text in bytes; `index` is below `size`. */
  bytesAt(index: number): number {
    const { block, at } = this.#find(index);
    return block.readUInt32LE(at);
  }

  #find(index: number): { readonly block: Buffer; readonly at: number } {
    const start = this.#starts[Math.floor(index / INDEX_BLOCK)]![index % INDEX_BLOCK]!;
    return { block: this.#blocks[Math.floor(start / BLOCK)]!, at: start % BLOCK };
  }

  /** `index` is below `size`. */
  at(index: number): string {
    const slot = index % REMEMBERED;
    if (this.#indexes[slot] === index) return this.#texts[slot]!;
    const { block, at } = this.#find(index);
    const text = block.toString('utf8', at + 4, at + 4 + block.readUInt32LE(at));
    this.#indexes[slot] = index;
    this.#texts[slot] = text;
    return text;
  }
}

export const readSharedStrings = async (
  archive: Archive,
  part: string | null,
  signal: AbortSignal | undefined,
): Promise<SharedStrings> => {
  const strings = new SharedStrings();
  if (part === null || !archive.has(part)) return strings;
  const item = decodeText();
  await parseXml(
    part,
    archive.read(part, PART_BYTES),
    {
      open: (name, _, depth) => {
        if (depth === 2 && name === 'si') item.start();
        else item.open(name);
      },
      close: (name, depth) => {
        if (depth === 2 && name === 'si') strings.add(item.end());
        else item.close(name);
      },
      text: item.text,
    },
    signal,
  );
  return strings;
};
