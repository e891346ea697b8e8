/** Whether a cell is a heading of some table. */
export type IsHeading = (cell: string) => boolean;

/** Known headings that make a line one of headings. */
const LIKELY = 2;
const LINES = 200;
const DELIMITERS = [',', ';', '\t', '|'];
/** As keys of YAML or JSON stand before their values. */
const KEY = /(?:^|[{,[\s-])["']?([^\s"'{}[\],:]+)["']?\s*:/gu;

const ZIP = Buffer.from('PK\u0003\u0004');
const COMPOUND = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);
const PARTS = ['xl/workbook', 'content.xml', 'Index/Tables/'].map((part) => Buffer.from(part));
/** As spreadsheet programs save “XML 表格”. */
const XML_SHEET = Buffer.from('urn:schemas-microsoft-com:office:spreadsheet');
const STREAMS = ['Workbook', 'Book'].map((name) => Buffer.from(name, 'utf16le'));

/** The last character may be cut in half. */
const decoded = (bytes: Buffer): string => {
  const by = (encoding: string) => new TextDecoder(encoding).decode(bytes, { stream: true });
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return by('utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return by('utf-16be');
  const text = by('utf-8');
  return text.includes('\ufffd') ? by('gb18030') : text;
};

const bare = (cell: string): string => cell.trim().replace(/^="?|^["']|["']$/gu, '');

/** The first bytes of a file and its last. */
export interface Glance {
  readonly head: Buffer;
  readonly tail: Buffer;
}

/** Whether a file is a workbook by the bytes at its ends, or text that begins with the headings of a table. */
export const looksLikeTable = ({ head, tail }: Glance, isHeading: IsHeading): boolean => {
  const begins = (mark: Buffer) => head.subarray(0, mark.length).equals(mark);
  const holds = (mark: Buffer) => head.includes(mark) || tail.includes(mark);
  if (begins(ZIP)) return PARTS.some(holds);
  if (begins(COMPOUND)) return STREAMS.some(holds);
  if (head.includes(XML_SHEET)) return true;
  const lines = decoded(head).split(/\r\n?|\n/u, LINES);
  const isEnough = (cells: Iterable<string>) => new Set([...cells].map(bare).filter(isHeading)).size >= LIKELY;
  if (lines.some((line) => DELIMITERS.some((delimiter) => isEnough(line.split(delimiter))))) return true;
  return isEnough(lines.flatMap((line) => Array.from(line.matchAll(KEY), ([, key]) => key!)));
};
