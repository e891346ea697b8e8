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
