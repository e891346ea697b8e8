import { countBreaks } from './csv-grammar.ts';
import { type Bytes, inMemory } from './source.ts';

const BLOCK = 1 << 20;
const LF = 0x0a;

const BOMS = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
] as const;

/** Bytes as the readers take them: UTF-8 or GB18030, from `start` (behind a byte order mark). */
export interface Decoded {
  readonly source: Bytes;
  readonly start: number;
  /** What the input was; for people and for the report. */
  readonly encoding: string;
  readonly decode: (bytes: Uint8Array) => string;
}

/** Where the bytes stop making sense; line and column from 1. */
export interface Undecodable {
  readonly encoding: string;
  readonly line: number;
  readonly column: number;
  /** Whether it is UTF-8 that was damaged, rather than another encoding. */
  readonly damaged: boolean;
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
const decodeUtf8 = (bytes: Uint8Array): string => utf8.decode(bytes);

const bomOf = (source: Bytes) => {
  const head = source.read(0, 3);
  return BOMS.find(({ bytes }) => bytes.every((byte, i) => head[i] === byte));
};

/** Whether `label` is one that text can be decoded by. */
export const isEncodingLabel = (label: string): boolean => {
  try {
    new TextDecoder(label, { fatal: true });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
};

/** `gbk` names the older subset, which Node decodes wrongly in places; GB18030 contains it. */
const canonicalLabel = (label: string): string => {
  const encoding = new TextDecoder(label).encoding;
  return encoding === 'gbk' ? 'gb18030' : encoding;
};

/**
 * Whether bytes that are no UTF-8 were UTF-8 once: most of their longer sequences still are. In GB18030 text such
 * sequences are rare accidents, so that a damaged file is not read as Chinese of another spelling.
 */
const looksLikeBrokenUtf8 = (source: Bytes): boolean => {
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
const firstUndecodable = (source: Bytes, encoding: string): { line: number; column: number } => {
  if (encoding.startsWith('utf-16')) return placeWithin(source.read(0, source.size), encoding);
  let before = { line: 1, column: 1 };
  for (let at = 0; at < source.size; ) {
    const bytes = wholeLines(source, at);
    if (!decodes(bytes, encoding)) return placeWithin(bytes, encoding, before);
    before = { line: before.line + countBreaks(bytes), column: 1 };
    at += bytes.length;
  }
  return { line: 0, column: 0 };
};

/** From `at` about a block, up to the end of a line, so that no character is cut. */
const wholeLines = (source: Bytes, at: number): Uint8Array => {
  const bytes = source.read(at, BLOCK);
  if (at + bytes.length >= source.size) return bytes;
  const end = bytes.lastIndexOf(LF) + 1;
  return end > 0 ? bytes.subarray(0, end) : source.read(at, source.size - at);
};

/** Whether bytes are text of an encoding throughout; of the beginning of a text (`stream`), as far as they go. */
export const decodes = (bytes: Uint8Array, encoding: string, stream = false): boolean => {
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
  return { line: begin.line + before.split(/\r\n|[\r\n]/).length - 1, column: lastLine.length + 1 };
};

/**
 * A byte order mark decides; else the label asked for; else strict UTF-8 over the whole input (`isUtf8`); else GB18030.
 * Bytes that the encoding does not explain are never replaced.
 */
export const decode = (source: Bytes, isUtf8: boolean, asked: string | null): Decoded | Undecodable => {
  const bom = bomOf(source);
  const encoding = bom?.encoding ?? (asked === null ? (isUtf8 ? 'utf-8' : 'gb18030') : canonicalLabel(asked));
  if (encoding === 'utf-8') {
    if (!isUtf8) return { ...firstUndecodable(source, encoding), encoding, damaged: true };
    return { source, start: bom ? 3 : 0, encoding, decode: decodeUtf8 };
  }
  if (encoding === 'gb18030') {
    if (asked === null && looksLikeBrokenUtf8(source)) {
      return { ...firstUndecodable(source, 'utf-8'), encoding: 'utf-8', damaged: true };
    }
    const broken = firstUndecodable(source, encoding);
    if (broken.line > 0) return { ...broken, encoding, damaged: false };
    const decoder = new TextDecoder('gb18030');
    return { source, start: 0, encoding, decode: (bytes) => decoder.decode(bytes) };
  }
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(source.read(0, source.size));
    return { source: inMemory(new TextEncoder().encode(text)), start: 0, encoding, decode: decodeUtf8 };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { ...firstUndecodable(source, encoding), encoding, damaged: false };
  }
};
