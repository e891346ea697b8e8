import { parse } from 'csv-parse/sync';

const LF = 0x0a;
const CR = 0x0d;
const ANY_BREAK = ['\r\n', '\n', '\r'];

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

/**
 * The rows of `text`, which holds whole records only; blank lines are rows of one blank cell. Lenient where the
 * office's spreadsheets are (`="440308001002"`, rows of any length): what is wrong is said later, with its place.
 * Nothing is parsed behind the first `limit` rows.
 */
export const parseRows = (text: Buffer | string, delimiter: string, limit?: number): string[][] => {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  return parse(bytes, {
    delimiter,
    record_delimiter: lineBreaksIn(bytes),
    relax_column_count: true,
    relax_quotes: true,
    ...(limit === undefined ? {} : { to: limit }),
  }) as unknown as string[][];
};
