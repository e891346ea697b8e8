import type { Source } from '../intake/source.ts';

const BATCH = 1 << 18;
const UTF8 = new TextEncoder();

/** The pieces of a text as UTF-8, so many together that comparing them is cheap. */
export function* batchesOf(pieces: Iterable<string>): Iterable<Uint8Array> {
  let held: string[] = [];
  let length = 0;
  for (const piece of pieces) {
    held.push(piece);
    length += piece.length;
    if (length >= BATCH) {
      yield UTF8.encode(held.join(''));
      held = [];
      length = 0;
    }
  }
  yield UTF8.encode(held.join(''));
}

export function* bytesOf(source: Source): Iterable<Uint8Array> {
  for (let offset = 0; offset < source.size; offset += BATCH) yield source.read(offset, BATCH);
}
