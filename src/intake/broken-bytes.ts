import { countBreaks } from './count-breaks.ts';
import type { Source } from './source.ts';

const BLOCK = 1 << 20;
const LF = 0x0a;

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
  if (encoding.startsWith('utf-16')) return placeWithin(source.read(0, source.size), encoding);
  let before = { line: 1, column: 1 };
  for (let at = 0; at < source.size; ) {
    const bytes = wholeLines(source, at);
    if (!decodes(bytes, encoding)) return placeWithin(bytes, encoding, before);
    before = { line: before.line + countBreaks(bytes.toString('latin1')), column: 1 };
    at += bytes.length;
  }
  return { line: 0, column: 0 };
};

/** From `at` about a block, up to the end of a line, so that no character is cut. */
const wholeLines = (source: Source, at: number): Buffer => {
  const bytes = source.read(at, BLOCK);
  if (at + bytes.length >= source.size) return bytes;
  const end = bytes.lastIndexOf(LF) + 1;
  return end > 0 ? bytes.subarray(0, end) : source.read(at, source.size - at);
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

/** Where bytes that do not decode stop doing so; they begin at `begin`. */
const placeWithin = (bytes: Uint8Array, encoding: string, begin = { line: 1, column: 1 }) => {
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (middle <= bytes.length && decodes(bytes.subarray(0, middle), encoding, true)) good = middle;
    else bad = middle;
  }
  const before = new TextDecoder(encoding).decode(bytes.subarray(0, good), { stream: true });
  const lastLine = before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1);
  return { line: begin.line + countBreaks(before), column: lastLine.length + 1 };
};
