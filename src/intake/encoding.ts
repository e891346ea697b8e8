import { isUtf8 } from 'node:buffer';
import { createHash, hash as hashAtOnce } from 'node:crypto';
import { firstUndecodable, looksLikeBrokenUtf8 } from './broken-bytes.ts';
import { fromBytes, type Source } from './source.ts';

const BLOCK = 1 << 20;
const BOMS = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
] as const;

/** Bytes as the readers take them: UTF-8 or GB18030, from `start` (behind a byte order mark). */
export interface Decoded {
  readonly source: Source;
  readonly start: number;
  /** What the input was; for people and for the report. */
  readonly encoding: string;
  readonly decode: (bytes: Uint8Array) => string;
  readonly sha256: string;
}

/** Where the bytes stop making sense; line and column from 1. */
export interface Undecodable {
  readonly sha256: string;
  readonly encoding: string;
  readonly line: number;
  readonly column: number;
  /** Whether it is UTF-8 that was damaged, rather than another encoding. */
  readonly damaged: boolean;
}

const decodeUtf8 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');

/** Whether and how the whole of it is UTF-8, with its hash: one pass, since the last byte may decide. */
const survey = (source: Source): { utf8: boolean; sha256: string } => {
  if (source.size <= BLOCK) {
    const whole = source.read(0, source.size);
    return { utf8: isUtf8(whole), sha256: hashAtOnce('sha256', whole) };
  }
  const hash = createHash('sha256');
  let utf8 = true;
  let rest: Buffer = Buffer.alloc(0);
  const room = Buffer.allocUnsafe(Math.min(BLOCK, source.size));
  for (let at = 0; at < source.size; at += BLOCK) {
    const block = source.read(at, BLOCK, room);
    hash.update(block);
    if (!utf8) continue;
    const joined = rest.length > 0 ? Buffer.concat([rest, block]) : block;
    const end = at + BLOCK >= source.size ? joined.length : lastCharacterEnd(joined);
    utf8 = isUtf8(joined.subarray(0, end));
    rest = Buffer.from(joined.subarray(end));
  }
  return { utf8, sha256: hash.digest('hex') };
};

/** The end of the last UTF-8 character that is certainly whole. */
const lastCharacterEnd = (bytes: Uint8Array): number => {
  let at = bytes.length;
  for (let back = 0; back < 3 && at > 0 && (bytes[at - 1]! & 0xc0) === 0x80; back++) at--;
  return at > 0 && bytes[at - 1]! >= 0xc0 ? at - 1 : bytes.length;
};

const bomOf = (source: Source) => {
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
 * A byte order mark decides; else the label asked for; else strict UTF-8 over the whole input; else GB18030.
 * Bytes that the encoding does not explain are never replaced.
 */
export const decode = (source: Source, asked: string | null): Decoded | Undecodable => {
  const { utf8, sha256 } = survey(source);
  const bom = bomOf(source);
  const encoding = bom?.encoding ?? (asked === null ? (utf8 ? 'utf-8' : 'gb18030') : canonicalLabel(asked));
  if (encoding === 'utf-8') {
    if (!utf8) return { ...firstUndecodable(source, encoding), sha256, encoding, damaged: true };
    return { source, start: bom ? 3 : 0, encoding, decode: decodeUtf8, sha256 };
  }
  if (encoding === 'gb18030') {
    if (asked === null && looksLikeBrokenUtf8(source)) {
      return { ...firstUndecodable(source, 'utf-8'), sha256, encoding: 'utf-8', damaged: true };
    }
    const broken = firstUndecodable(source, encoding);
    if (broken.line > 0) return { ...broken, sha256, encoding, damaged: false };
    const decoder = new TextDecoder('gb18030');
    return { source, start: 0, encoding, decode: (bytes) => decoder.decode(bytes), sha256 };
  }
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(source.read(0, source.size));
    return { source: fromBytes(Buffer.from(text)), start: 0, encoding, decode: decodeUtf8, sha256 };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { ...firstUndecodable(source, encoding), sha256, encoding, damaged: false };
  }
};
