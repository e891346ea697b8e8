import type { Source } from './source.ts';

const BLOCK = 1 << 20;

/**
 * Whether bytes that are no UTF-8 were UTF-8 once: most of their longer sequences still are. In GB18030 text such
 * sequences are rare accidents, so that a damaged file is not read as Chinese of another spelling.
 */
export const looksLikeBrokenUtf8 = (source: Source): boolean => {
  let whole = 0;
  let broken = 0;
  for (let at = 0; at < source.size; at += BLOCK) {
    const bytes = source.read(at, BLOCK);
    for (let i = 0; i < bytes.length; i++) {
      const byte = bytes[i]!;
      if (byte < 0x80) continue;
      const follow = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc2 ? 1 : 0;
      let seen = 0;
      while (seen < follow && ((bytes[i + seen + 1] ?? 0) & 0xc0) === 0x80) seen++;
      if (follow >= 2 && seen === follow) whole++;
      else if (follow === 0 || seen < follow) broken++;
      i += seen;
    }
  }
  return whole > broken;
};

/** The first place that a strict decoder refuses; line 0 when there is none. Lines end as in every text here. */
export const firstUndecodable = (source: Source, encoding: string): { line: number; column: number } => {
  const wide = encoding.startsWith('utf-16');
  let line = 1;
  let lineStart = 0;
  if (wide) return placeWithin(source.read(0, source.size), encoding, 1);
  for (let at = 0; at < source.size; ) {
    let length = Math.min(BLOCK, source.size - at);
    let bytes = source.read(at, length);
    if (at + length < source.size) {
      const cut = bytes.lastIndexOf(0x0a) + 1;
      if (cut === 0) {
        bytes = source.read(at, source.size - at);
        length = bytes.length;
      } else {
        bytes = bytes.subarray(0, cut);
        length = cut;
      }
    }
    if (!decodes(bytes, encoding)) {
      for (lineStart = 0; lineStart < bytes.length; line++) {
        const end = bytes.indexOf(0x0a, lineStart);
        const next = end < 0 ? bytes.length : end + 1;
        const row = bytes.subarray(lineStart, next);
        if (!decodes(row, encoding)) return placeWithin(row, encoding, line);
        lineStart = next;
      }
    }
    for (let i = bytes.indexOf(0x0a); i >= 0; i = bytes.indexOf(0x0a, i + 1)) line++;
    at += length;
  }
  return { line: 0, column: 0 };
};

const decodes = (bytes: Uint8Array, encoding: string, stream = false): boolean => {
  try {
    new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes, { stream });
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
};

const placeWithin = (bytes: Uint8Array, encoding: string, line: number): { line: number; column: number } => {
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (middle <= bytes.length && decodes(bytes.subarray(0, middle), encoding, true)) good = middle;
    else bad = middle;
  }
  const before = new TextDecoder(encoding).decode(bytes.subarray(0, good), { stream: true });
  const lines = before.split('\n');
  return { line: line + lines.length - 1, column: (lines.at(-1)?.length ?? 0) + 1 };
};
