import { parse } from 'csv-parse/sync';
import { findQuoted, isBreak, quoteAround, recordStarts } from './csv-grammar.ts';

const LF = 0x0a;
const QUOTE = 0x22;
const CR = 0x0d;
const ANY_BREAK = ['\r\n', '\n', '\r'];
/** So many bytes of line breaks behind one another are counted: the parser would take a row of its own for each. */
const RUN = 64;
const BLANK: readonly string[] = [''];

type Rows = readonly (readonly string[])[];

const isOnlyCrlf = (bytes: Uint8Array): boolean => {
  let returns = 0;
  for (let at = bytes.indexOf(CR); at >= 0; at = bytes.indexOf(CR, at + 1)) {
    if (bytes[at + 1] !== LF) return false;
    returns++;
  }
  let feeds = 0;
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) feeds++;
  return returns === feeds;
};

/** The line breaks that occur; each further kind costs the parser time at every byte. */
const lineBreaksIn = (bytes: Uint8Array): string[] => {
  if (!bytes.includes(CR)) return ['\n'];
  if (!bytes.includes(LF)) return ['\r'];
  return isOnlyCrlf(bytes) ? ['\r\n'] : ANY_BREAK;
};

/** For the bytes of a chunk at a time: what is parsed of them is copied. */
const ROOM = new Uint8Array(1 << 16);

/**
 * Records of a register mostly begin as the one above does, with the year and what they lie in: such cells need not be
 * parsed again. They are left blank, not left out, since the parser is slow where records differ in length.
 */
const blankRepeated = (bytes: Uint8Array, mark: number, starts: Uint32Array) => {
  const rest = bytes.length > ROOM.length ? new Uint8Array(bytes.length) : ROOM;
  /** How many cells of each record are those of the one above. */
  const repeated = new Uint32Array(starts.length);
  let size = 0;
  let above = 0;
  for (let record = 0; record < starts.length; record++) {
    const start = starts[record]!;
    const end = starts[record + 1] ?? bytes.length;
    let from = start;
    for (let at = start, other = above; other < start && at < end; at++, other++) {
      const byte = bytes[at];
      if (byte !== bytes[other] || byte === QUOTE) break;
      if (byte !== mark) continue;
      rest[size++] = mark;
      repeated[record]!++;
      from = at + 1;
    }
    for (let at = from; at < end; at++) rest[size++] = bytes[at]!;
    above = start;
  }
  return { rest: rest.subarray(0, size), repeated };
};

/**
 * The rows of UTF-8 or text, which holds whole records only; blank lines are rows of one blank cell. Lenient where the
 * office's spreadsheets are (`="440308001002"`, rows of any length): what is wrong is said later, with its place.
 * Nothing is parsed behind the first `limit` rows.
 */
export const parseRows = (text: Uint8Array | string, delimiter: string, limit?: number): string[][] => {
  const given = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  // The parser takes twice the time once it was handed both bytes of this kind and a `Buffer`, which is one too.
  const bytes = new Uint8Array(given.buffer, given.byteOffset, given.length);
  const mark = delimiter.charCodeAt(0);
  const quoted = findQuoted(bytes, mark);
  const { rest, repeated } =
    limit === undefined && quoted.open < 0
      ? blankRepeated(bytes, mark, recordStarts(bytes, quoted))
      : { rest: bytes, repeated: [] };
  const rows = parse(rest, {
    delimiter,
    record_delimiter: lineBreaksIn(bytes),
    relax_column_count: true,
    relax_quotes: true,
    ...(limit === undefined ? {} : { to: limit }),
  }) as unknown as string[][];
  for (let row = 1; row < repeated.length; row++) {
    for (let cell = 0; cell < repeated[row]!; cell++) rows[row]![cell] = rows[row - 1]![cell]!;
  }
  return rows;
};

/** The rows of whole records as `parse` gives them, with long runs of blank lines left out of what it parses. */
export const rowsOf = (bytes: Uint8Array, quoted: readonly number[], parse: (part: Uint8Array) => Rows): Rows => {
  const rows: (readonly string[])[] = [];
  let from = 0;
  const take = (to: number) => {
    if (to > from) for (const row of parse(bytes.subarray(from, to))) rows.push(row);
  };
  for (let probe = RUN - 1; probe < bytes.length; probe += RUN) {
    if (!isBreak(bytes[probe]) || quoteAround(quoted, probe) >= 0) continue;
    let at = probe;
    while (at > from && isBreak(bytes[at - 1])) at--;
    let end = probe;
    while (end < bytes.length && isBreak(bytes[end])) end++;
    if (end - at < RUN) continue;
    const next = () => {
      at += bytes[at] === CR && bytes[at + 1] === LF ? 2 : 1;
    };
    // The first ends the record before.
    if (at > from) next();
    take(at);
    for (; at < end; next()) rows.push(BLANK);
    from = at;
    probe = end - (end % RUN) - 1;
  }
  if (from === 0) return parse(bytes);
  take(bytes.length);
  return rows;
};
