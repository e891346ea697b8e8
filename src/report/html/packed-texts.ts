const ENCODER = new TextEncoder();
const DECODER = new TextDecoder();

/** Texts put by as UTF-8: put together from many parts, as rendered ones are, they would take several times as much. */
export class PackedTexts {
  readonly #packed: Uint8Array[] = [];

  add(text: string): void {
    this.#packed.push(ENCODER.encode(text));
  }

  get count(): number {
    return this.#packed.length;
  }

  *[Symbol.iterator](): Iterator<string> {
    for (const bytes of this.#packed) yield DECODER.decode(bytes);
  }
}
