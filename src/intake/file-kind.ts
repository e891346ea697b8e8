import type { Diagnostics } from '../diagnostics/diagnostics.ts';
import { NO_TABLES, SPREADSHEET_KINDS } from '../diagnostics/entries/bytes.ts';
import { whereIn } from './open-table.ts';
import { type Archive, asciiOf, type Bytes, type Glance } from './source.ts';

/** How files of these kinds begin. */
const ZIP = 'PK\x03\x04';
const EMPTY_ZIP = 'PK\x05\x06';
/** A compound file, which .xls and .et are, and a workbook with a password. */
const COMPOUND_FILE = '\xd0\xcf\x11\xe0';
/** As spreadsheet programs save “XML 表格”. */
const XML_SHEET = 'urn:schemas-microsoft-com:office:spreadsheet';

type Kind = keyof typeof SPREADSHEET_KINDS;

/** An input by its name, which standard input has not. */
interface Named {
  readonly file: string | null;
  readonly path: string;
}

/** A text of ASCII as it stands in the directory of a compound file. */
const inUtf16 = (text: string): string => [...text].map((character) => `${character}\0`).join('');

/** In bytes; what stands before the mark of a PDF is no longer (ISO 32000-1, annex H.3.4.1). */
const LOOK = 1024;
const PDF = '%PDF-';
const PDF_END = '%%EOF';
/** Also as one file with its pictures. */
const HTML =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|meta|body|table|style)\b|^MIME-Version:/i;
const XML = /^\s*<\?(?:xml|mso-application)\b/i;
/** What no text holds. */
const BINARY = /[\0-\x08\x0e-\x1a\x1c-\x1f]/;

/** Text that is to be looked at only for ASCII. */
const asText = (bytes: Uint8Array): string => {
  const ascii = asciiOf(bytes);
  const utf16 = { '\xff\xfe': 'utf-16le', '\xfe\xff': 'utf-16be' }[ascii.slice(0, 2)];
  const text = utf16 === undefined ? ascii : new TextDecoder(utf16).decode(bytes);
  return text.replace(/^(?:\ufeff|\xef\xbb\xbf)/, '');
};

const isPdf = (source: Bytes, head: string): boolean => {
  const at = head.indexOf(PDF);
  if (at < 0) return false;
  const tail = asciiOf(source.read(Math.max(0, source.size - LOOK), LOOK));
  return head.slice(0, at).trim() === '' || tail.includes(PDF_END);
};

/** What is saved as .xls may be no workbook, and no CSV either. */
const ENDING = /\.(xls[xmb]?|ett?|ods|numbers)$/i;
const BY_ENDING = { xls: 'xls', et: 'et', ett: 'et', ods: 'ods', numbers: 'numbers', xlsb: 'xlsb' } as const;

/** Says of a file that is neither text under a name of text nor a workbook what it is; false where it may be read. */
export const tellForeign = ({ file, path }: Named, source: Bytes, diagnostics: Diagnostics): boolean => {
  if (isArchive(source)) return false;
  const at = whereIn(path);
  const head = asText(source.read(0, LOOK));
  const tellKind = (kind: Kind): true => {
    diagnostics.add('input.spreadsheet', { path, kind: SPREADSHEET_KINDS[kind] }, at);
    return true;
  };
  if (isPdf(source, head)) {
    diagnostics.add('input.no-table', { path, kind: NO_TABLES.pdf }, at);
    return true;
  }
  if (HTML.test(head)) return tellKind('html');
  if (XML.test(head) && head.includes(XML_SHEET)) return tellKind('xml');
  const [ending = '', name = ''] = ENDING.exec(file ?? '') ?? [];
  const kind = (BY_ENDING as Readonly<Record<string, Kind>>)[name.toLowerCase()];
  if (ending !== '' && source.size > 0 && !BINARY.test(head)) {
    if (XML.test(head)) return tellKind(kind ?? 'xml');
    diagnostics.add('input.misnamed', { path, ending }, at);
    return true;
  }
  return kind !== undefined && tellKind(kind);
};

const beginsAs = (source: Bytes, ...marks: readonly string[]): boolean => marks.includes(asciiOf(source.read(0, 4)));

const isArchive = (source: Bytes): boolean => beginsAs(source, ZIP, EMPTY_ZIP, COMPOUND_FILE);

/** Whether it is to be opened as a workbook; what is inside may still be another format. */
export const isWorkbook = ({ file }: Pick<Named, 'file'>, source: Bytes): boolean =>
  isArchive(source) || /\.xls[xm]$/i.test(file ?? '');

/** The stream of a workbook with a password, in the directory of the compound file ([MS-OFFCRYPTO] 2.3). */
const ENCRYPTED = inUtf16('EncryptedPackage');
const DIRECTORY_BYTES = 1 << 16;

/** Whether it begins as a compound file: .xls, .et, or a workbook with a password. */
export const isCompoundFile = (source: Bytes): boolean => beginsAs(source, COMPOUND_FILE);

const isEncrypted = (source: Bytes): boolean => {
  const header = source.read(0, 512);
  if (header.length < 512) return false;
  const fields = new DataView(header.buffer, header.byteOffset, header.length);
  const sector = 1 << Math.min(16, fields.getUint16(30, true));
  const directory = (fields.getUint32(48, true) + 1) * sector;
  return directory < source.size && asciiOf(source.read(directory, DIRECTORY_BYTES)).includes(ENCRYPTED);
};

export const kindOfCompound = (source: Bytes, path: string): Kind | 'encrypted' => {
  if (isEncrypted(source)) return 'encrypted';
  return /\.ett?$/i.test(path) ? 'et' : 'xls';
};

/** What an archive is that holds no workbook of the format read. */
export const foreignKind = (archive: Archive, path: string): Kind => {
  const names = [...archive.names()];
  if (names.some((name) => /^xl\/workbook\.bin$/.test(name))) return 'xlsb';
  if (names.some((name) => name.endsWith('.iwa'))) return 'numbers';
  if (archive.has('mimetype') && archive.has('content.xml')) return 'ods';
  return /\.ett?$/i.test(path) ? 'et' : 'archive';
};

/** Whether a cell is a heading of some table. */
export type IsHeading = (cell: string) => boolean;

/** Known headings that make a line one of headings. */
const HEADINGS = 2;
const MOST_LINES = 200;
const DELIMITERS = [',', ';', '\t', '|'];
/** As keys of YAML or JSON stand before their values. */
const KEY = /(?:^|[{,[\s-])["']?([^\s"'{}[\],:]+)["']?\s*:/gu;

const PARTS = ['xl/workbook', 'content.xml', 'Index/Tables/'];
const STREAMS = ['Workbook', 'Book'].map(inUtf16);

/** The last character may be cut in half. */
const decoded = (bytes: Uint8Array): string => {
  const by = (encoding: string) => new TextDecoder(encoding).decode(bytes, { stream: true });
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return by('utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return by('utf-16be');
  const text = by('utf-8');
  return text.includes('\ufffd') ? by('gb18030') : text;
};

const bare = (cell: string): string => cell.trim().replace(/^="?|^["']|["']$/gu, '');

/** Whether a file is a workbook by the bytes at its ends, or text that begins with the headings of a table. */
export const looksLikeTable = ({ head, tail }: Glance, isHeading: IsHeading): boolean => {
  const [begin, end] = [asciiOf(head), asciiOf(tail)];
  const holds = (mark: string) => begin.includes(mark) || end.includes(mark);
  if (begin.startsWith(ZIP)) return PARTS.some(holds);
  if (begin.startsWith(COMPOUND_FILE)) return STREAMS.some(holds);
  if (begin.includes(XML_SHEET)) return true;
  const lines = decoded(head).split(/\r\n?|\n/u, MOST_LINES);
  const isEnough = (cells: Iterable<string>) => new Set([...cells].map(bare).filter(isHeading)).size >= HEADINGS;
  if (lines.some((line) => DELIMITERS.some((delimiter) => isEnough(line.split(delimiter))))) return true;
  return isEnough(lines.flatMap((line) => Array.from(line.matchAll(KEY), ([, key]) => key!)));
};
