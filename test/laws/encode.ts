export const ENCODINGS = ['utf-8', 'utf-8 with BOM', 'utf-16le', 'utf-16be', 'gb18030'] as const;
export type Encoding = (typeof ENCODINGS)[number];

let known: Map<string, readonly number[]> | undefined;

/** The four bytes of a GB18030 pointer. */
const fourBytes = (pointer: number): number[] => [
  0x81 + Math.floor(pointer / 12_600),
  0x30 + (Math.floor(pointer / 1260) % 10),
  0x81 + (Math.floor(pointer / 10) % 126),
  0x30 + (pointer % 10),
];

/** Node decodes GB18030 but does not encode it: the table is turned round. */
const gb18030Table = (): Map<string, readonly number[]> => {
  const decoder = new TextDecoder('gb18030');
  const table = new Map<string, readonly number[]>();
  const learn = (bytes: readonly number[]) => {
    const character = decoder.decode(Uint8Array.from(bytes));
    if ([...character].length === 1 && character !== '\ufffd' && !table.has(character)) table.set(character, bytes);
  };
  for (let byte = 0; byte < 0x80; byte++) learn([byte]);
  for (let lead = 0x81; lead <= 0xfe; lead++) for (let trail = 0x40; trail <= 0xfe; trail++) learn([lead, trail]);
  for (let pointer = 0; pointer < 39_420; pointer++) learn(fourBytes(pointer));
  return table;
};

const encodeGb18030 = (text: string): Buffer => {
  known ??= gb18030Table();
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0)!;
    const found = code > 0xffff ? fourBytes(189_000 + code - 0x1_0000) : known.get(character);
    if (found === undefined) throw new RangeError(`not in GB18030: ${JSON.stringify(character)}`);
    bytes.push(...found);
  }
  return Buffer.from(bytes);
};

export const encode = (text: string, encoding: Encoding): Buffer => {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text);
    case 'utf-8 with BOM':
      return Buffer.from(`\ufeff${text}`);
    case 'utf-16le':
      return Buffer.from(`\ufeff${text}`, 'utf16le');
    case 'utf-16be':
      return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
    case 'gb18030':
      return encodeGb18030(text);
    default:
      return encoding satisfies never;
  }
};
