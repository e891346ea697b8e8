import { constants, deflateRawSync } from 'node:zlib';
import { type SheetText, workbook, workbookParts, zipParts } from './workbook.ts';
import { type ZipPart, zip } from './zip.ts';

const HEADINGS = ['年度', '街道代码', '街道', '小区代码', '小区', '创建等级'];
const RECORD = [2012, '440308003', '沙头角街道', '440308003003001', '一村', '标兵'];
const SHEET: SheetText = { name: '小区', rows: [HEADINGS, RECORD] };
const SHEET_PART = 'xl/worksheets/sheet1.xml';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** The parts of a sound workbook, some of them replaced; null takes one out. */
const spoilt = (changes: Readonly<Record<string, string | Uint8Array | null>>): Map<string, string | Uint8Array> => {
  const parts = new Map<string, string | Uint8Array>(workbookParts([SHEET]));
  for (const [name, content] of Object.entries(changes)) {
    if (content === null) parts.delete(name);
    else parts.set(name, content);
  }
  return parts;
};

const withSheet = (xml: string) => zipParts(spoilt({ [SHEET_PART]: `<worksheet xmlns="${MAIN}">${xml}</worksheet>` }));
const withRows = (rows: string) => withSheet(`<sheetData>${rows}</sheetData>`);

const asParts = (parts: ReadonlyMap<string, string | Uint8Array>): ZipPart[] =>
  [...parts].map(([name, content]) => ({ name, bytes: Buffer.from(content) }));

/** A part in place of the sheet: what it is packed as, and the size it is said to inflate to. */
const withPacked = ({ packed, size }: { readonly packed: Uint8Array; readonly size: number }) =>
  zip([
    ...asParts(spoilt({ [SHEET_PART]: null })),
    { name: SHEET_PART, bytes: new Uint8Array(), packed, size, checksum: 0 },
  ]);

const BLOCK = 15 << 20;

/** `head`, then `unit` over and over for about `length` bytes, packed; and what it inflates to. */
const packedRun = (head: string, unit: string, length: number) => {
  const whole = BLOCK - (BLOCK % unit.length);
  const times = Math.round(length / whole);
  const flush = { level: 9, finishFlush: constants.Z_FULL_FLUSH };
  // After a full flush nothing refers back, so that a packed block may be repeated.
  const block = deflateRawSync(Buffer.alloc(whole, unit), flush);
  const first = deflateRawSync(head, flush);
  const packed = Buffer.concat([first, ...Array.from({ length: times }, () => block), deflateRawSync('')]);
  return { packed, size: head.length + times * whole };
};

const directoryOnly = (entries: number): Buffer => {
  const bytes = zipParts(spoilt({}));
  const end = Buffer.alloc(76 + 22);
  const at = bytes.length - 22;
  end.writeUInt32LE(0x06064b50, 0);
  end.writeBigUInt64LE(44n, 4);
  end.writeBigUInt64LE(BigInt(entries), 24);
  end.writeBigUInt64LE(BigInt(entries), 32);
  end.writeBigUInt64LE(BigInt(bytes.readUInt32LE(at + 12)), 40);
  end.writeBigUInt64LE(BigInt(bytes.readUInt32LE(at + 16)), 48);
  end.writeUInt32LE(0x07064b50, 56);
  end.writeBigUInt64LE(BigInt(at), 64);
  end.writeUInt32LE(1, 72);
  bytes.copy(end, 76, at);
  return Buffer.concat([bytes.subarray(0, at), end]);
};

/** A compound file with one stream of a name in its directory. */
const compound = (stream: string): Buffer => {
  const bytes = Buffer.alloc(4096);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes);
  bytes.writeUInt16LE(9, 30);
  bytes.writeUInt32LE(1, 48);
  bytes.write(stream, 1024, 'utf16le');
  return bytes;
};

const cell = (name: string, value: string) => `<c r="${name}"><v>${value}</v></c>`;
const GIGABYTES = 1_500_000_000;

export interface HostileFile {
  readonly name: string;
  readonly file?: string;
  readonly bytes: () => Buffer;
  readonly told: string;
}

const AT_SHEET = 'a.xlsx#小区!A1';
const damagedAt = (place = AT_SHEET) => `error xlsx.damaged ${place}`;
const tooLargeAt = (place = AT_SHEET) => `error xlsx.too-large ${place}`;

/** A text of 60,000 characters in each of 30,000 cells. */
const echoed = () => {
  const cells = Array.from(
    { length: 30_000 },
    (_, at) => `<row r="${at + 1}"><c r="A${at + 1}" t="s"><v>0</v></c></row>`,
  );
  const sheet = `<worksheet xmlns="${MAIN}"><sheetData>${cells.join('')}</sheetData></worksheet>`;
  const strings = `<sst xmlns="${MAIN}"><si><t>${'a'.repeat(60_000)}</t></si></sst>`;
  return zipParts(spoilt({ [SHEET_PART]: sheet, 'xl/sharedStrings.xml': strings }));
};

export const bombs: readonly HostileFile[] = [
  { name: '1.5 GB of zeros', bytes: () => withPacked(packedRun('', '\0', GIGABYTES)), told: tooLargeAt() },
  {
    name: '1.5 GB of cells',
    bytes: () => withPacked(packedRun(`<worksheet xmlns="${MAIN}"><sheetData><row>`, '<c><v>1</v></c>', GIGABYTES)),
    told: tooLargeAt(),
  },
  {
    name: '1.5 GB said to be 1 MB',
    bytes: () => withPacked({ ...packedRun('', '\0', GIGABYTES), size: 1_000_000 }),
    told: damagedAt(),
  },
  {
    name: 'huge shared strings',
    bytes: () => {
      const run = packedRun(`<sst xmlns="${MAIN}">`, '<si><t>x</t></si>', 400_000_000);
      const sound = asParts(spoilt({ 'xl/sharedStrings.xml': null }));
      return zip([...sound, { name: 'xl/sharedStrings.xml', bytes: new Uint8Array(), ...run }]);
    },
    told: 'error xlsx.too-large a.xlsx:1:1',
  },
  { name: 'a million entries', bytes: () => directoryOnly(1_000_000), told: tooLargeAt('a.xlsx:1:1') },
  {
    name: 'cells A1 and XFD1048576 only',
    bytes: () => withRows(`<row r="1">${cell('A1', '1')}</row><row r="1048576">${cell('XFD1048576', '1')}</row>`),
    told: tooLargeAt('a.xlsx#小区!XFD1048576'),
  },
  {
    name: 'a cell of 10 MB',
    bytes: () => withRows(`<row r="1"><c r="A1" t="inlineStr"><is><t>${'字'.repeat(3_500_000)}</t></is></c></row>`),
    told: tooLargeAt(),
  },
  {
    name: 'a cell of 10 MB in short runs',
    bytes: () =>
      withRows(
        `<row r="1"><c r="A1" t="inlineStr"><is>${`<r><t>${'字'.repeat(30_000)}</t></r>`.repeat(120)}</is></c></row>`,
      ),
    told: tooLargeAt(),
  },
  {
    name: 'a text that is too long within its cell',
    bytes: () => withRows(`<row><c/><c t="inlineStr"><is><t>${'一'.repeat(65_537)}</t></is></c></row>`),
    told: tooLargeAt('a.xlsx#小区!B1'),
  },
  { name: 'a long text shared by all cells', bytes: echoed, told: tooLargeAt('a.xlsx#小区!A17896') },
  {
    name: 'a value in a million pieces',
    bytes: () => withRows(`<row r="1"><c r="A1"><v>${'<![CDATA[1]]>'.repeat(1_000_000)}</v></c></row>`),
    told: tooLargeAt('a.xlsx#小区!A1'),
  },
  {
    name: 'a number format without end',
    bytes: () => {
      const code = '['.repeat(500_000);
      const styles = `<styleSheet xmlns="${MAIN}"><numFmts><numFmt numFmtId="170" formatCode="${code}"/></numFmts></styleSheet>`;
      return zipParts(spoilt({ 'xl/styles.xml': styles, [SHEET_PART]: null }));
    },
    told: damagedAt(),
  },
];

export const damages: readonly HostileFile[] = [
  {
    name: 'a sheet that leads nowhere, before another one',
    bytes: () => {
      const parts = new Map(workbookParts([{ ...SHEET, name: '甲' }, SHEET]));
      const rels = 'xl/_rels/workbook.xml.rels';
      parts.set(rels, String(parts.get(rels)).replace(/<Relationship [^>]*sheet1\.xml[^>]*>/, ''));
      return zipParts(parts);
    },
    told: damagedAt('a.xlsx:1:1'),
  },
  { name: 'cut off', bytes: () => workbook(SHEET).subarray(0, 900), told: damagedAt('a.xlsx:1:1') },
  { name: 'other bytes under the name', bytes: () => Buffer.from([1, 2, 0, 7]), told: damagedAt('a.xlsx:1:1') },
  { name: 'nothing under the name', bytes: () => Buffer.from(''), told: damagedAt('a.xlsx:1:1') },
  { name: 'rows in wrong order', bytes: () => withRows('<row r="2"/><row r="1"/>'), told: damagedAt() },
  { name: 'a row twice', bytes: () => withRows('<row r="2"/><row r="2"/>'), told: damagedAt('a.xlsx#小区!A2') },
  { name: 'a row without end', bytes: () => withRows('<row r="1048577"/>'), told: damagedAt() },
  {
    name: 'a cell of another row',
    bytes: () => withRows(`<row r="2">${cell('A3', '1')}</row>`),
    told: damagedAt('a.xlsx#小区!A2'),
  },
  {
    name: 'a cell twice',
    bytes: () => withRows(`<row r="2">${cell('B2', '1').repeat(2)}</row>`),
    told: damagedAt('a.xlsx#小区!B2'),
  },
  {
    name: 'a cell beyond the format',
    bytes: () => withRows(`<row r="1">${cell('XFE1', '1')}</row>`),
    told: damagedAt(),
  },
  {
    name: 'a text that is not there',
    bytes: () => withRows('<row r="1"><c r="A1" t="s"><v>99</v></c></row>'),
    told: damagedAt(),
  },
  { name: 'a number that is none', bytes: () => withRows(`<row r="1">${cell('A1', '0x10')}</row>`), told: damagedAt() },
  { name: 'a missing sheet', bytes: () => zipParts(spoilt({ [SHEET_PART]: null })), told: damagedAt() },
  {
    name: 'overlapping merges',
    bytes: () => withSheet('<sheetData/><mergeCells><mergeCell ref="A1:A3"/><mergeCell ref="A2:A4"/></mergeCells>'),
    told: damagedAt(),
  },
  {
    name: 'one merge many times',
    bytes: () => withSheet(`<sheetData/><mergeCells>${'<mergeCell ref="A1:C1"/>'.repeat(100_000)}</mergeCells>`),
    told: damagedAt(),
  },
  {
    name: 'a wrong checksum',
    bytes: () => zip(asParts(spoilt({})).map((part) => ({ ...part, checksum: 1 }))),
    told: damagedAt('a.xlsx:1:1'),
  },
  {
    name: 'two parts of one name',
    bytes: () => zip([...asParts(spoilt({})), { name: 'XL/WORKBOOK.XML', bytes: Buffer.from('x') }]),
    told: damagedAt('a.xlsx:1:1'),
  },
  {
    name: 'a document type',
    bytes: () =>
      zipParts(
        spoilt({
          [SHEET_PART]: `<!DOCTYPE worksheet [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet xmlns="${MAIN}"><sheetData/></worksheet>`,
        }),
      ),
    told: damagedAt(),
  },
  {
    name: 'an entity of its own',
    bytes: () => withRows('<row r="1"><c r="A1" t="inlineStr"><is><t>&lol;</t></is></c></row>'),
    told: damagedAt(),
  },
  {
    name: 'deep nesting',
    bytes: () => withSheet(`${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}`),
    told: damagedAt(),
  },
  { name: 'tags that do not match', bytes: () => withSheet('<sheetData></row>'), told: damagedAt() },
  {
    name: 'XML that ends early',
    bytes: () => zipParts(spoilt({ [SHEET_PART]: '<worksheet><sheetData>' })),
    told: damagedAt(),
  },
  {
    name: 'broken characters',
    bytes: () => zipParts(spoilt({ [SHEET_PART]: Buffer.from([0x3c, 0x77, 0x3e, 0xff, 0xfe, 0x3c]) })),
    told: damagedAt(),
  },
  {
    name: 'a sheet that is something else',
    bytes: () => zipParts(spoilt({ [SHEET_PART]: '<chartsheet/>' })),
    told: damagedAt(),
  },
  {
    name: 'an encrypted part',
    bytes: () => zip(asParts(spoilt({})).map((part) => ({ ...part, flags: 0x801 }))),
    told: damagedAt('a.xlsx:1:1'),
  },
];

export const foreign: readonly HostileFile[] = [
  { name: 'a password', bytes: () => compound('EncryptedPackage'), told: 'error xlsx.encrypted a.xlsx:1:1' },
  { name: '.xls', file: 'a.xls', bytes: () => compound('Workbook'), told: 'error input.spreadsheet a.xls:1:1' },
  { name: '.et', file: 'a.et', bytes: () => compound('Workbook'), told: 'error input.spreadsheet a.et:1:1' },
  { name: '.xls under another name', bytes: () => compound('Workbook'), told: 'error input.spreadsheet a.xlsx:1:1' },
  {
    name: '.ods',
    file: 'a.ods',
    bytes: () =>
      zip([
        { name: 'mimetype', bytes: Buffer.from('x') },
        { name: 'content.xml', bytes: Buffer.from('x') },
      ]),
    told: 'error input.spreadsheet a.ods:1:1',
  },
  {
    name: '.numbers',
    file: 'a.numbers',
    bytes: () => zip([{ name: 'Index/Document.iwa', bytes: Buffer.from('x') }]),
    told: 'error input.spreadsheet a.numbers:1:1',
  },
  {
    name: '.xlsb',
    file: 'a.xlsb',
    bytes: () =>
      zipParts(
        new Map([
          ['[Content_Types].xml', '<Types/>'],
          ['xl/workbook.bin', 'x'],
        ]),
      ),
    told: 'error input.spreadsheet a.xlsb:1:1',
  },
  {
    name: 'a document',
    bytes: () =>
      zipParts(
        new Map([
          ['[Content_Types].xml', '<Types/>'],
          ['word/document.xml', '<d/>'],
        ]),
      ),
    told: 'error input.spreadsheet a.xlsx:1:1',
  },
];
