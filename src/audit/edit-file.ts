import { cellSpan, findQuoted, recordStarts, withoutBreak } from '../intake/csv-grammar.ts';
import { findHead } from '../intake/csv-table.ts';
import { type Decoded, decode, decodes } from '../intake/encoding.ts';
import { equalBytes, inMemory, joinBytes } from '../intake/source.ts';
import { foldHeading } from '../model/fold.ts';
import type { RecordSchema, Ruleset } from '../model/ruleset.ts';
import { CannotEditError } from './audited-files.ts';
import type { HeldTable } from './held-tables.ts';
import type { ValueChange, ValuePlace } from './yaml-edit.ts';

/** The cells of a row as they are, and as they shall be. */
interface RowChange {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Quoted where it was, or where the text would else be read as something other. */
export const cellText = (text: string, delimiter: string, wasQuoted = false): string =>
  wasQuoted || text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/**
 * CSV bytes with other texts in some cells and all else as it was, to the byte. `bytes` are UTF-8 or GB18030 without
 * byte order mark. Throws `CannotEditError` where the encoding cannot hold a text.
 */
const editCsv = (
  bytes: Uint8Array,
  delimiter: string,
  changes: ReadonlyMap<number, RowChange>,
  encode: Encode,
): Uint8Array => {
  const mark = delimiter.charCodeAt(0);
  const between = Uint8Array.of(mark);
  const starts = recordStarts(bytes, findQuoted(bytes, mark));
  const encoded = (text: string): Uint8Array => {
    const found = encode(text);
    if (found === null) throw new CannotEditError('encoding');
    return found;
  };

  const editRow = (record: Uint8Array, { before, after }: RowChange): Uint8Array[] => {
    const edited: Uint8Array[] = [];
    let cell = 0;
    for (let at = 0; at <= record.length; cell++) {
      const { to, quote } = cellSpan(record, mark, at);
      const text = after[cell] ?? '';
      const isSame = text === (before[cell] ?? '');
      if (cell > 0) edited.push(between);
      edited.push(isSame ? record.subarray(at, to) : encoded(cellText(text, delimiter, quote >= 0)));
      at = to + 1;
    }
    for (const text of after.slice(cell)) edited.push(between, encoded(cellText(text, delimiter)));
    return edited;
  };

  const parts: Uint8Array[] = [];
  let kept = 0;
  for (const [row, change] of [...changes].toSorted(([a], [b]) => a - b)) {
    const from = starts[row]!;
    const to = withoutBreak(bytes, starts[row + 1] ?? bytes.length);
    parts.push(bytes.subarray(kept, from), ...editRow(bytes.subarray(from, to), change));
    kept = to;
  }
  return joinBytes([...parts, bytes.subarray(kept)]);
};

/** The bytes in the encoding of the file, of a text or of bytes that intake had converted to UTF-8. */
const rebuild = (bytes: Uint8Array, decoded: Decoded, edited: Uint8Array): Uint8Array => {
  if (!decoded.encoding.startsWith('utf-16')) return joinBytes([bytes.subarray(0, decoded.start), edited]);
  return joinBytes([
    bytes.subarray(0, 2),
    encoderOf(decoded.encoding)(new TextDecoder('utf-8', { ignoreBOM: true }).decode(edited))!,
  ]);
};

/** The rows in which two states of a table differ, its headings in the row `head`. */
const rowChanges = (before: HeldTable, after: HeldTable, head: number): ReadonlyMap<number, RowChange> => {
  const rows = after.rows.flatMap((cells, row): [number, RowChange][] =>
    cells === before.rows[row] ? [] : [[row, { before: before.rows[row]!, after: cells }]],
  );
  const isWider = after.headings.length > before.headings.length;
  return new Map([...(isWider ? [[head, { before: before.headings, after: after.headings }] as const] : []), ...rows]);
};

/** The values in which two states of a table differ. */
const valueChanges = (before: HeldTable, after: HeldTable, { fields }: RecordSchema): ValueChange[] =>
  after.rows.flatMap((cells, row) => {
    if (cells === before.rows[row]) return [];
    const places = after.places[row]!;
    const placeOf = (field: number): ValuePlace => {
      const { line, column } = places[after.columns[field]!] ?? places[0]!;
      return { line, column, keys: new Set(fields[field]!.headings.map(foldHeading)) };
    };
    const keys = fields.flatMap(({ role }, at) => (role === 'code' || role === 'name' ? [at] : []));
    const beside = keys.filter((at) => after.columns[at]! >= 0).map(placeOf);
    return fields.flatMap(({ kind }, at) => {
      const cell = after.columns[at]!;
      const text = cells[cell] ?? '';
      if (cell < 0 || text === (before.rows[row]![cell] ?? '')) return [];
      return [{ ...placeOf(at), beside, text, isCount: kind === 'count', key: after.headings[cell]! }];
    });
  });

interface Readable {
  readonly decoded: Decoded;
  /** UTF-8 or GB18030, without byte order mark. */
  readonly bytes: Uint8Array;
  readonly encode: Encode;
}

const toReadable = (file: Uint8Array): Readable => {
  const decoded = decode(inMemory(file), decodes(file, 'utf-8'), null);
  if (!('source' in decoded)) throw new CannotEditError('shape');
  const bytes = decoded.source.read(decoded.start, decoded.source.size - decoded.start);
  return { decoded, bytes, encode: encoderOf(decoded.encoding === 'gb18030' ? 'gb18030' : 'utf-8') };
};

const editTable = ({ bytes, decoded, encode }: Readable, before: HeldTable, after: HeldTable, ruleset: Ruleset) => {
  const { row, delimiter } = findHead(decoded, ruleset);
  return editCsv(bytes, delimiter, rowChanges(before, after, row), encode);
};

const editRecords = async (
  { bytes, decoded, encode }: Readable,
  before: readonly HeldTable[],
  after: readonly HeldTable[],
  { records }: Ruleset,
): Promise<Uint8Array> => {
  const text = decoded.decode(bytes);
  const again = encode(text);
  if (again === null || !equalBytes(again, bytes)) throw new CannotEditError('encoding');
  const { editYaml } = await import('./yaml-edit.ts');
  const changes = before.flatMap((table, at) => valueChanges(table, after[at]!, records[table.table]!));
  const edited = encode(editYaml(text, changes));
  if (edited === null) throw new CannotEditError('encoding');
  return edited;
};

/** Throws `CannotEditError` where a file can be read but not be written to, whatever the answers. */
export const assertEditable = async (
  file: Uint8Array,
  tables: readonly HeldTable[],
  ruleset: Ruleset,
): Promise<void> => {
  if (tables[0]?.isSheet !== true) await editRecords(toReadable(file), tables, tables, ruleset);
};

/**
 * The bytes of a file with the cells in which its tables differ as they are `after`, and everything else as it was.
 * `before` are those that intake opened of these bytes. Throws `CannotEditError` where encoding or syntax cannot take it.
 */
export const editFile = async (
  file: Uint8Array,
  before: readonly HeldTable[],
  after: readonly HeldTable[],
  ruleset: Ruleset,
): Promise<Uint8Array> => {
  const [table] = before;
  if (table === undefined || before.every((each, at) => each === after[at])) return file;
  const readable = toReadable(file);
  const edited = table.isSheet
    ? editTable(readable, table, after[0]!, ruleset)
    : await editRecords(readable, before, after, ruleset);
  return rebuild(file, readable.decoded, edited);
};

/** The bytes of a text; null where the encoding cannot hold it. */
export type Encode = (text: string) => Uint8Array | null;

const decoder = new TextDecoder('gb18030');

/** Four bytes in GB18030: two of 126 × 10 each, counted from 81 30 81 30. */
const fourBytes = (index: number): number[] => [
  0x81 + Math.floor(index / 12_600),
  0x30 + (Math.floor(index / 1_260) % 10),
  0x81 + (Math.floor(index / 10) % 126),
  0x30 + (index % 10),
];
/** Of the 39,420 for characters up to U+FFFF, and of U+10000. */
const LOW = 39_420;
const SUPPLEMENTARY = 189_000;

let table: ReadonlyMap<string, readonly number[]> | undefined;

/** Every character up to U+FFFF with its bytes: what the decoder makes of all of them, since Node has no encoder. */
const lowTable = (): ReadonlyMap<string, readonly number[]> => {
  const known = new Map<string, readonly number[]>();
  const learn = (bytes: readonly number[]) => {
    const text = decoder.decode(Uint8Array.from(bytes));
    if (text.length === 1 && text !== '\ufffd' && !known.has(text)) known.set(text, bytes);
  };
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) learn([lead, trail]);
  for (let index = 0; index < LOW; index++) learn(fourBytes(index));
  return known;
};

const gb18030Of = (character: string): readonly number[] => {
  const point = character.codePointAt(0)!;
  if (point < 0x80) return [point];
  if (point >= 0x10000) return fourBytes(SUPPLEMENTARY + point - 0x10000);
  table ??= lowTable();
  return table.get(character) ?? [];
};

const encodeGb18030 = (text: string): Uint8Array => Uint8Array.from([...text].flatMap(gb18030Of));

const utf8 = new TextEncoder();

const encodeUtf16 = (text: string, isLittle: boolean): Uint8Array => {
  const units = new DataView(new ArrayBuffer(2 * text.length));
  for (let at = 0; at < text.length; at++) units.setUint16(2 * at, text.charCodeAt(at), isLittle);
  return new Uint8Array(units.buffer);
};

const ENCODERS: Readonly<Record<string, (text: string) => Uint8Array>> = {
  'utf-8': (text) => utf8.encode(text),
  'utf-16le': (text) => encodeUtf16(text, true),
  'utf-16be': (text) => encodeUtf16(text, false),
  gb18030: encodeGb18030,
};

/** The encoder of an encoding as intake names it; what does not come back as it went in cannot be held. */
export const encoderOf = (encoding: string): Encode => {
  const encode = ENCODERS[encoding];
  if (encode === undefined) throw new RangeError(`no encoder for ${encoding}`);
  const decoding = new TextDecoder(encoding, { ignoreBOM: encoding === 'utf-8' });
  return (text) => {
    const bytes = encode(text);
    return decoding.decode(bytes) === text ? bytes : null;
  };
};
