import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CsvFile } from '../../src/intake/csv-file.ts';
import { countBreaks, findQuoted, recordStarts, splitCells, withoutBreak } from '../../src/intake/csv-grammar.ts';
import { parseRows, rowsOf } from '../../src/intake/csv-rows.ts';
import { decode } from '../../src/intake/encoding.ts';
import { fromBytes } from '../../src/intake/node/source.ts';

/** 社 and 𠀀 in the encodings: two, three and four bytes, some of them digits. */
const LETTERS = {
  'utf-8': { 社: [0xe7, 0xa4, 0xbe], 𠀀: [0xf0, 0xa0, 0x80, 0x80] },
  gb18030: { 社: [0xc9, 0xe7], 𠀀: [0x95, 0x32, 0x82, 0x36] },
} as const;
type Encoding = keyof typeof LETTERS;

const toBytes = (characters: readonly string[], encoding: Encoding): Buffer =>
  Buffer.from(
    characters.flatMap((character) => {
      const bytes = LETTERS[encoding][character as '社'];
      return bytes === undefined ? [character.charCodeAt(0)] : [...bytes];
    }),
  );

const characters = fc.array(fc.constantFrom('"', '"', ',', '\r', '\n', 'a', '社', '𠀀', '\0', '\t', ';'), {
  maxLength: 40,
});
const encodings = fc.constantFrom<Encoding>('utf-8', 'gb18030');
const delimiters = fc.constantFrom(',', ';', '\t');

test('records cut and split without the parser are the rows of the parser, each cell where its text stands', () => {
  fc.assert(
    fc.property(characters, encodings, delimiters, (text, encoding, delimiter) => {
      const bytes = toBytes(text, encoding);
      const toText = (part: Uint8Array) => new TextDecoder(encoding, { ignoreBOM: true }).decode(part);
      const mark = delimiter.charCodeAt(0);
      const quoted = findQuoted(bytes, mark);
      const { open, stray } = quoted;
      fc.pre(!stray);
      if (open >= 0) {
        expect(() => parseRows(toText(bytes), delimiter)).toThrow(/Quote Not Closed/);
        return;
      }
      const starts = [...recordStarts(bytes, quoted)];
      const records = starts.map((start, nth) => {
        const end = starts[nth + 1] ?? bytes.length;
        return { bytes: bytes.subarray(start, withoutBreak(bytes, end)), decode: toText };
      });
      const cells = records.map((record) => splitCells(record, mark, 1).map((cell) => cell.text));
      expect(cells).toEqual(parseRows(toText(bytes), delimiter));
    }),
    { numRuns: 3000 },
  );
});

test('line breaks are counted as they break text into lines', () => {
  fc.assert(
    fc.property(characters, (text) => {
      const ascii = text.filter((character) => character < '\x7f').join('');
      expect(countBreaks(Buffer.from(ascii))).toBe(ascii.split(/\r\n|\r|\n/).length - 1);
    }),
    { numRuns: 1000 },
  );
});

const beginnings = fc.constantFrom('2012,', '2012,社,', '2012,社', '2012,"社",', '2012,"社,', ',', ',,', '2012', '');
const endings = fc.constantFrom('a', 'a,b', '社,', '"a,b"', '"a\n2012,社,"', 'a"b,c', '"a"b,c', '', '\0');
const repetitive = fc.array(
  fc.tuple(beginnings, endings, fc.constantFrom('\n', '\n', '\r\n', '\r')).map((parts) => parts.join('')),
  { maxLength: 12 },
);

test('rows that begin as those above are the rows that they are alone', () => {
  fc.assert(
    fc.property(repetitive, fc.boolean(), (lines, isCut) => {
      const text = isCut ? lines.join('').trimEnd() : lines.join('');
      const options = { record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true, relax_quotes: true };
      let expected: string[][];
      try {
        expected = parse(text, options) as unknown as string[][];
      } catch {
        expect(() => parseRows(text, ',')).toThrow(/Quote Not Closed/);
        return;
      }
      expect(parseRows(text, ',')).toEqual(expected);
    }),
    { numRuns: 2000 },
  );
});

/** What a reader gets of it: the rows, and where and why it ended early. */
const readAll = async (bytes: Buffer, encoding: Encoding, chunkBytes?: number) => {
  const source = fromBytes(bytes);
  const decoded = decode(source, source.survey().isUtf8, encoding);
  if (!('source' in decoded)) throw new Error('decodes');
  const csv = new CsvFile(decoded, ',', () => {}, chunkBytes === undefined ? {} : { chunkBytes });
  const rows: (readonly string[])[] = [];
  for await (const batch of csv.batches()) {
    expect(batch.first).toBe(rows.length);
    rows.push(...batch.rows);
  }
  return { rows, ended: csv.endless(0), cells: rows.map((_, row) => csv.locate(row)) };
};

const runs = fc.array(
  fc.oneof(
    fc.record({ text: fc.constantFrom('\n', '\r\n', '\r', '\n\r'), times: fc.integer({ min: 1, max: 150 }) }),
    fc.record({ text: fc.constantFrom('a', 'a,b', '"', '"",', '"a\n"', ' '), times: fc.integer({ min: 1, max: 2 }) }),
  ),
  { maxLength: 8 },
);

test('long runs of line breaks are the rows that the parser takes them for', () => {
  fc.assert(
    fc.property(runs, (parts) => {
      const bytes = Buffer.from(parts.map(({ text, times }) => text.repeat(times)).join(''));
      const quoted = findQuoted(bytes, 0x2c);
      fc.pre(!quoted.stray && quoted.open < 0);
      const rows = rowsOf(bytes, quoted.ranges, (part) => parseRows(part, ','));
      expect(rows).toEqual(bytes.length === 0 ? [] : parseRows(bytes, ','));
    }),
    { numRuns: 1000 },
  );
});

test.each([
  ['a row too long behind others', `a\n${','.repeat(70_000)}\nb\n`, 1],
  ['a row too long at the end', `a\nb\n${','.repeat(70_000)}`, 2],
  ['delimiters in quotes are none', `a\n"${','.repeat(70_000)}"\nb`, 3],
  ['many rows together', ',,,,\n'.repeat(70_000), 70_000],
])('%s', async (_, text, rows) => {
  for (const chunkBytes of [100, undefined]) {
    const read = await readAll(Buffer.from(text), 'utf-8', chunkBytes);
    expect(read.rows).toHaveLength(rows);
    const isWide = text.includes(','.repeat(70_000)) && !text.includes('"');
    expect(read.ended).toEqual(isWide ? { kind: 'too-many-cells', line: rows + 1, column: 1 } : undefined);
  }
});

test('a file read in chunks of 1 to 7 bytes gives the rows, the places and the open quote of the whole', async () => {
  await fc.assert(
    fc.asyncProperty(characters, encodings, fc.integer({ min: 1, max: 7 }), async (text, encoding, chunkBytes) => {
      const bytes = toBytes(text, encoding);
      const whole = await readAll(bytes, encoding);
      expect(await readAll(bytes, encoding, chunkBytes)).toEqual(whole);
      expect(whole.cells.map((cells) => cells.map((cell) => cell.text))).toEqual(whole.rows);
    }),
    { numRuns: 1000 },
  );
});

/** Line and column counted character by character, as an editor shows them. */
const cellsByHand = (text: string): { line: number; column: number }[] => {
  const begins = [{ line: 1, column: 1 }];
  let [line, column, quoted, cellStart] = [1, 1, false, true];
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    const isBreak = character === '\n' || (character === '\r' && text[at + 1] !== '\n');
    if (isBreak) [line, column] = [line + 1, 1];
    else column++;
    if (cellStart && character === '"') quoted = true;
    else if (quoted && character === '"' && text[at + 1] === '"') {
      at++;
      column++;
    } else if (quoted && character === '"') quoted = false;
    cellStart = !quoted && (character === ',' || isBreak);
    if (cellStart && at + 1 < text.length + (character === ',' ? 1 : 0)) begins.push({ line, column });
  }
  return begins;
};

test('every cell stands on the line and column that an editor shows', async () => {
  await fc.assert(
    fc.asyncProperty(characters, encodings, async (characters, encoding) => {
      const bytes = toBytes(characters, encoding);
      const { cells, ended } = await readAll(bytes, encoding, 3);
      fc.pre(ended === undefined);
      const text = characters.join('');
      fc.pre(text.length > 0);
      expect(cells.flat().map(({ line, column }) => ({ line, column }))).toEqual(cellsByHand(text));
    }),
    { numRuns: 1000 },
  );
});
