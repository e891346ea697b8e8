/**
 * Finds record ends in CSV bytes without parsing them, by the same quoting rules as the parser: a quote opens a
 * cell only at its beginning; inside, `""` is a quote, and a quote before a delimiter, line break or the end
 * closes; any other quote is a plain character. Works on every encoding in which the ASCII bytes stand for
 * themselves only (UTF-8, GB18030 below 0x30).
 */
const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;

/** Byte ranges of quoted cells, `[from, to)` alternating; `open` is where an unclosed one begins, or -1. */
export interface Quoted {
  readonly ranges: readonly number[];
  readonly open: number;
}

const NONE: Quoted = { ranges: [], open: -1 };

/** `bytes` begins at the beginning of a record; quotes are looked for in the first `length` bytes. */
export const findQuoted = (bytes: Uint8Array, length: number, delimiter: number): Quoted => {
  let at = bytes.indexOf(QUOTE);
  if (at < 0 || at >= length) return NONE;
  const ranges: number[] = [];
  while (at >= 0 && at < length) {
    const before = at === 0 ? LF : bytes[at - 1];
    if (before !== delimiter && before !== LF && before !== CR) {
      at = bytes.indexOf(QUOTE, at + 1);
      continue;
    }
    const from = at;
    let end = -1;
    let next = bytes.indexOf(QUOTE, at + 1);
    while (next >= 0 && next < length) {
      const after = next + 1 < length ? bytes[next + 1] : undefined;
      if (after === QUOTE) {
        next = bytes.indexOf(QUOTE, next + 2);
        continue;
      }
      end = next + 1;
      break;
    }
    if (end < 0) return { ranges, open: from };
    ranges.push(from, end);
    at = bytes.indexOf(QUOTE, end);
  }
  return { ranges, open: -1 };
};

const isQuotedAt = (ranges: readonly number[], at: number): boolean => {
  for (let i = ranges.length - 2; i >= 0; i -= 2) {
    if (at >= ranges[i]!) return at < ranges[i + 1]!;
  }
  return false;
};

/**
 * The end of the last whole record in the first `length` bytes (0 when there is none). A carriage return at the
 * very end may be half a line break and does not count unless `final`.
 */
export const lastRecordEnd = (bytes: Uint8Array, length: number, quoted: Quoted): number => {
  let limit = quoted.open >= 0 ? quoted.open : length;
  while (limit > 0) {
    let at = bytes.lastIndexOf(LF, limit - 1);
    if (at < 0) at = lastLoneReturn(bytes, Math.min(limit, length - 1));
    if (at < 0) return 0;
    if (!isQuotedAt(quoted.ranges, at)) return at + 1;
    limit = at;
  }
  return 0;
};

const lastLoneReturn = (bytes: Uint8Array, limit: number): number =>
  limit > 0 ? bytes.lastIndexOf(CR, limit - 1) : -1;

/** Where each record of the first `length` bytes begins. */
export const recordStarts = (bytes: Uint8Array, length: number, delimiter: number): number[] => {
  const { ranges } = findQuoted(bytes, length, delimiter);
  const starts: number[] = [];
  let at = 0;
  let range = 0;
  while (at < length) {
    starts.push(at);
    let from = at;
    for (;;) {
      const end = nextBreak(bytes, from, length);
      while (range < ranges.length && ranges[range + 1]! <= end) range += 2;
      if (range < ranges.length && ranges[range]! <= end) {
        from = ranges[range + 1]!;
        continue;
      }
      at = bytes[end] === CR && bytes[end + 1] === LF ? end + 2 : end + 1;
      break;
    }
  }
  return starts;
};

const nextBreak = (bytes: Uint8Array, from: number, length: number): number => {
  for (let at = from; at < length; at++) {
    const byte = bytes[at];
    if (byte === LF || byte === CR) return at;
  }
  return length;
};
