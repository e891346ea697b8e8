import type { Archive } from '../source.ts';
import { damaged, tooLarge } from './fault.ts';
import { isWithdrawing } from './styles.ts';
import { type Attributes, parseXml } from './xml.ts';

/** In characters. Excel's own limit is half of it. */
export const MAX_TEXT = 1 << 16;
const ESCAPE = /_x([0-9a-f]{4})_/gi;

/** What may stand in a string item and in its parts (ECMA-376 part 1, 18.4.8); in others anything but text. */
const CHILDREN: Readonly<Record<string, ReadonlySet<string>>> = {
  item: new Set(['t', 'r', 'rPh', 'phoneticPr']),
  r: new Set(['rPr', 't']),
  rPh: new Set(['t']),
  t: new Set(),
};

/** Characters that XML cannot hold are written `_x000D_` (ECMA-376 part 1, 22.9.2.19). */
export const unescapeText = (text: string): string =>
  text.includes('_x')
    ? text.replace(ESCAPE, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;

export interface StringItem {
  readonly text: string;
  /** Some of it is struck out or raised. */
  readonly isWithdrawn: boolean;
}

/**
 * Gathers the text of a string item: its runs joined, without the phonetic ones. Throws where something stands in it
 * that the format has no place for. `cell` names the one it stands in.
 */
export const decodeText = (cell?: () => string | undefined) => {
  let joined = '';
  let isWithdrawn = false;
  /** The elements that are open, the item itself first. */
  const open = ['item'];
  /** Of the item, or of the run that is open. */
  let hasText = false;
  const run = { from: 0, isWithdrawn: false };
  const stray = (what: string) => damaged('stray', what.slice(0, 40), cell?.());
  return {
    start: (): void => {
      joined = '';
      isWithdrawn = false;
      open.length = 1;
      hasText = false;
    },
    open: (name: string, attributes: () => Attributes): void => {
      const parent = open.at(-1)!;
      if (CHILDREN[parent]?.has(name) === false || (name === 't' && hasText)) throw stray(`<${name}>`);
      open.push(name);
      if (name === 't') hasText = true;
      else if (name === 'r' || name === 'rPh') {
        hasText = false;
        run.from = joined.length;
        run.isWithdrawn = false;
      } else if (isWithdrawing(name, attributes)) run.isWithdrawn = true;
    },
    close: (): void => {
      if (open.pop() === 'r' && run.isWithdrawn && joined.slice(run.from).trim() !== '') isWithdrawn = true;
    },
    text: (text: string): void => {
      if (open.at(-1) !== 't') {
        if (text.trim() !== '') throw stray(text.trim());
        return;
      }
      if (open.at(-2) === 'rPh') return;
      joined += text;
      if (joined.length > MAX_TEXT) throw tooLarge('text', cell?.());
    },
    end: (): StringItem => ({ text: unescapeText(joined), isWithdrawn }),
  };
};

const ENCODER = new TextEncoder();
const DECODER = new TextDecoder('utf-8', { ignoreBOM: true });

export const encodeUtf8 = (text: string): Uint8Array => ENCODER.encode(text);

/** Codes and numbers, which are the most, are read without the decoder's ado. */
export const decodeUtf8 = (bytes: Uint8Array, from: number, to: number): string => {
  const part = bytes.subarray(from, to);
  return part.length < SHORT && part.every(isAscii) ? String.fromCharCode(...part) : DECODER.decode(part);
};

const SHORT = 32;
const isAscii = (byte: number): boolean => byte < 0x80;

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
  readonly #blocks: DataView<ArrayBuffer>[] = [];
  readonly #starts: Uint32Array[] = [];
  readonly #texts: (string | undefined)[] = new Array(REMEMBERED);
  readonly #indexes = new Int32Array(REMEMBERED).fill(-1);
  #room = 0;
  #kept = 0;
  size = 0;

  add({ text, isWithdrawn }: StringItem): void {
    const bytes = encodeUtf8(text);
    const { length } = bytes;
    this.#kept += length + 8;
    if (this.#kept > MAX_KEPT) throw tooLarge('strings');
    // No text is as long as a block (`MAX_TEXT`).
    if (this.#room < length + 4) {
      this.#blocks.push(new DataView(new ArrayBuffer(BLOCK)));
      this.#room = BLOCK;
    }
    const block = this.#blocks.at(-1)!;
    const at = BLOCK - this.#room;
    block.setUint32(at, isWithdrawn ? length | WITHDRAWN : length);
    new Uint8Array(block.buffer).set(bytes, at + 4);
    this.#room -= length + 4;
    if (this.size % INDEX_BLOCK === 0) this.#starts.push(new Uint32Array(INDEX_BLOCK));
    this.#starts.at(-1)![this.size % INDEX_BLOCK] = (this.#blocks.length - 1) * BLOCK + at;
    this.size++;
  }

  /** The length of a text in bytes; `index` is below `size`. */
  bytesAt(index: number): number {
    const { block, at } = this.#find(index);
    return block.getUint32(at) & ~WITHDRAWN;
  }

  /** Whether some of a text is struck out or raised; `index` is below `size`. */
  isWithdrawn(index: number): boolean {
    const { block, at } = this.#find(index);
    return (block.getUint32(at) & WITHDRAWN) !== 0;
  }

  #find(index: number): { readonly block: DataView<ArrayBuffer>; readonly at: number } {
    const start = this.#starts[Math.floor(index / INDEX_BLOCK)]![index % INDEX_BLOCK]!;
    return { block: this.#blocks[Math.floor(start / BLOCK)]!, at: start % BLOCK };
  }

  /** `index` is below `size`. */
  at(index: number): string {
    const slot = index % REMEMBERED;
    if (this.#indexes[slot] === index) return this.#texts[slot]!;
    const { block, at } = this.#find(index);
    const text = decodeUtf8(new Uint8Array(block.buffer), at + 4, at + 4 + (block.getUint32(at) & ~WITHDRAWN));
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
