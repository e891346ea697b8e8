/**
 * Finds record ends in CSV bytes without parsing them, by the same quoting rules as the parser: a quote opens a
 * cell only at its beginning; inside, `""` is a quote, and a quote before a delimiter, line break or the end
 * closes; any other quote is a plain character. Works on every encoding in which the ASCII bytes stand for
 * themselves only (UTF-8, GB18030 below 0x30).
 */
const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;

/**
 * Byte ranges of quoted cells, `[from, to)` alternating; `open` is where an unclosed one begins, or -1. Text behind a
 * closing quote is let pass, but not where delimiters or line breaks stand between: then the quote was left `open` and
 * the next one only seems to close it (`stray`), however many bytes follow.
 */
export interface Quoted {
  readonly ranges: readonly number[];
  readonly open: number;
  readonly stray: boolean;
}

const NONE: Quoted = { ranges: [], open: -1, stray: false };

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
      if (after !== undefined && !endsCell(after, delimiter) && holdsBreak(bytes, from, end, delimiter)) {
        return { ranges, open: from, stray: true };
      }
      break;
    }
    if (end < 0) return { ranges, open: from, stray: false };
    ranges.push(from, end);
    at = bytes.indexOf(QUOTE, end);
  }
  return { ranges, open: -1, stray: false };
};

/** The parser takes a NUL for the end of a quoted cell, too. */
const endsCell = (byte: number, delimiter: number): boolean =>
  byte === delimiter || byte === LF || byte === CR || byte === 0;

const holdsBreak = (bytes: Uint8Array, from: number, to: number, delimiter: number): boolean => {
  for (let at = from; at < to; at++) {
    const byte = bytes[at];
    if (byte === delimiter || byte === LF || byte === CR) return true;
  }
  return false;
};

/** Where the quoted cell around `at` begins, or -1. */
const quoteAround = (ranges: readonly number[], at: number): number => {
  for (let i = ranges.length - 2; i >= 0; i -= 2) {
    if (at >= ranges[i]!) return at < ranges[i + 1]! ? ranges[i]! : -1;
  }
  return -1;
};

/** The last `byte` before `limit` that stands in no quoted cell, or -1. */
const lastUnquoted = (bytes: Uint8Array, byte: number, limit: number, { ranges }: Quoted): number => {
  while (limit > 0) {
    const at = bytes.lastIndexOf(byte, limit - 1);
    const quote = at < 0 ? -1 : quoteAround(ranges, at);
    if (quote < 0) return at;
    limit = quote;
  }
  return -1;
};

/**
 * The end of the last whole record in the first `length` bytes (0 when there is none). A carriage return at the
 * very end may be half a line break and does not count.
 */
export const lastRecordEnd = (bytes: Uint8Array, length: number, quoted: Quoted): number => {
  const limit = quoted.open >= 0 ? quoted.open : length;
  const lineFeed = lastUnquoted(bytes, LF, limit, quoted);
  return 1 + (lineFeed >= 0 ? lineFeed : lastUnquoted(bytes, CR, Math.min(limit, length - 1), quoted));
};

/** Four times the columns of any spreadsheet; a record with more takes memory for each of them. */
export const CELL_LIMIT = 1 << 16;

/** Where the first record with more cells than the limit begins in the first `length` bytes, or -1. */
export const firstWide = (bytes: Uint8Array, length: number, delimiter: number, { ranges }: Quoted): number => {
  if (length < CELL_LIMIT) return -1;
  let start = 0;
  let cells = 1;
  let range = 0;
  for (let at = 0; at < length; at++) {
    if (at === ranges[range]) {
      at = ranges[range + 1]! - 1;
      range += 2;
    } else if (bytes[at] === delimiter) {
      if (++cells > CELL_LIMIT) return start;
    } else if (bytes[at] === LF || bytes[at] === CR) {
      start = at + 1;
      cells = 1;
    }
  }
  return -1;
};

/** A first guess; longer lists are copied. */
const BYTES_PER_RECORD = 64;

/** Where each record of the first `length` bytes begins. Outside the heap: many such lists are kept for a while. */
export const recordStarts = (bytes: Uint8Array, length: number, delimiter: number): Uint32Array => {
  const { ranges } = findQuoted(bytes, length, delimiter);
  let starts = new Uint32Array(16 + Math.ceil(length / BYTES_PER_RECORD));
  let count = 0;
  let at = 0;
  let range = 0;
  while (at < length) {
    if (count === starts.length) {
      const longer = new Uint32Array(2 * count);
      longer.set(starts);
      starts = longer;
    }
    starts[count++] = at;
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
  return starts.subarray(0, count);
};

const nextBreak = (bytes: Uint8Array, from: number, length: number): number => {
  for (let at = from; at < length; at++) {
    const byte = bytes[at];
    if (byte === LF || byte === CR) return at;
  }
  return length;
};
