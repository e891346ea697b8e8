import type { Archive } from '../source.ts';
import { damaged, tooLarge } from './fault.ts';
import { decodeText, type StringItem } from './string-item.ts';
import { parseXml } from './xml.ts';

const PART_BYTES = 512 << 20;
/** In bytes of UTF-8, with 4 for each string: they are held in memory. */
const MAX_KEPT = 128 << 20;
const BLOCK = 1 << 20;
const INDEX_BLOCK = 1 << 16;
const REMEMBERED = 1 << 13;
/** In front of a text stands its length, which leaves this bit free. */
const WITHDRAWN = 1 << 30;

/** The texts that cells share, held as bytes outside the heap. */
export class SharedStrings {
  readonly #blocks: Buffer[] = [];
  readonly #starts: Uint32Array[] = [];
  readonly #texts: (string | undefined)[] = new Array(REMEMBERED);
  readonly #indexes = new Int32Array(REMEMBERED).fill(-1);
  #room = 0;
  #kept = 0;
  size = 0;

  add({ text, isWithdrawn }: StringItem): void {
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
    block.writeUInt32LE(isWithdrawn ? length | WITHDRAWN : length, at);
    block.write(text, at + 4);
    this.#room -= length + 4;
    if (this.size % INDEX_BLOCK === 0) this.#starts.push(new Uint32Array(INDEX_BLOCK));
    this.#starts.at(-1)![this.size % INDEX_BLOCK] = (this.#blocks.length - 1) * BLOCK + at;
    this.size++;
  }

  /** The length of a text in bytes; `index` is below `size`. */
  bytesAt(index: number): number {
    const { block, at } = this.#find(index);
    return block.readUInt32LE(at) & ~WITHDRAWN;
  }

  /** Whether some of a text is struck out or raised; `index` is below `size`. */
  isWithdrawn(index: number): boolean {
    const { block, at } = this.#find(index);
    return (block.readUInt32LE(at) & WITHDRAWN) !== 0;
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
    const text = block.toString('utf8', at + 4, at + 4 + (block.readUInt32LE(at) & ~WITHDRAWN));
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
  let section = '';
  await parseXml(
    part,
    archive.read(part, PART_BYTES),
    {
      open: (name, attributes, depth) => {
        if (depth === 2) {
          // Cells count the items: one that was passed over would give each of them the text of another.
          if (name !== 'si' && name !== 'extLst') throw damaged('stray', `<${name}>`);
          section = name;
          item.start();
        } else if (section === 'si') item.open(name, attributes);
      },
      close: (_, depth) => {
        if (depth === 2) {
          if (section === 'si') strings.add(item.end());
          section = '';
        } else if (section === 'si') item.close();
      },
      text: (text) => {
        if (section === 'si') item.text(text);
        else if (section === '' && text.trim() !== '') throw damaged('stray', text.trim().slice(0, 40));
      },
    },
    signal,
  );
  return strings;
};
