import type { Source } from '../intake/source.ts';

const BATCH = 1 << 18;

/** The pieces of a text as UTF-8, so many together that comparing them is cheap. */
export function* batchesOf(pieces: Iterable<string>): Iterable<Buffer> {
  let held: string[] = [];
  let length = 0;
  for (const piece of pieces) {
    held.push(piece);
    length += piece.length;
    if (length >= BATCH) {
      yield Buffer.from(held.join(''));
      held = [];
      length = 0;
    }
  }
  yield Buffer.from(held.join(''));
}

export function* bytesOf(source: Source): Iterable<Buffer> {
  for (let offset = 0; offset < source.size; offset += BATCH) yield source.read(offset, BATCH);
}
