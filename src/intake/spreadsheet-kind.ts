import type { Diagnostics } from '../diagnostics/diagnostics.ts';
import { NO_TABLES, SPREADSHEET_KINDS } from '../diagnostics/entries/bytes.ts';
import type { FoundInput } from './find-inputs.ts';
import type { Source } from './source.ts';

/** A zip archive, or a compound file, which a workbook with a password is. */
const ARCHIVES = new Set([0x504b0304, 0x504b0506, 0xd0cf11e0]);

/** In bytes; what stands before the mark of a PDF is no longer (ISO 32000-1, annex H.3.4.1). */
const LOOK = 1024;
const PDF = '%PDF-';
const PDF_END = '%%EOF';
/** Also as one file with its pictures. */
const HTML =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|meta|body|table|style)\b|^MIME-Version:/i;
const XML = /^\s*<\?(?:xml|mso-application)\b/i;
/** As spreadsheet programs save “XML 表格”. */
const XML_SHEET = 'urn:schemas-microsoft-com:office:spreadsheet';
/** What no text holds. */
const BINARY = /[\0-\x08\x0e-\x1a\x1c-\x1f]/;

/** Text that is to be looked at only for ASCII. */
const asText = (bytes: Buffer): string => {
  const utf16 = { '\xff\xfe': 'utf-16le', '\xfe\xff': 'utf-16be' }[bytes.toString('latin1', 0, 2)];
  const text = utf16 === undefined ? bytes.toString('latin1') : new TextDecoder(utf16).decode(bytes);
  return text.replace(/^(?:\ufeff|\xef\xbb\xbf)/, '');
};

const isPdf = (source: Source, head: string): boolean => {
  const at = head.indexOf(PDF);
  if (at < 0) return false;
  const tail = source.read(Math.max(0, source.size - LOOK), LOOK).toString('latin1');
  return head.slice(0, at).trim() === '' || tail.includes(PDF_END);
};

/** By its ending: what is saved as .xls may be no workbook, and no CSV either. */
const kindByName = (file: string): keyof typeof SPREADSHEET_KINDS | undefined => {
  const [, ending] = /\.(xls|ett?|ods|numbers|xlsb)$/i.exec(file) ?? [];
  const kind = ending?.toLowerCase();
  return kind === 'ett' ? 'et' : (kind as 'xls' | 'et' | 'ods' | 'numbers' | 'xlsb' | undefined);
};

/** Says of a file that is neither text under a name of text nor a workbook what it is; false where it may be read. */
export const tellForeign = ({ file, path }: FoundInput, source: Source, diagnostics: Diagnostics): boolean => {
  if (isArchive(source)) return false;
  const at = { path, place: () => ({ path, line: 1, column: 1 }) };
  const head = asText(source.read(0, LOOK));
  const tellKind = (kind: keyof typeof SPREADSHEET_KINDS): true => {
    diagnostics.add('input.spreadsheet', { path, kind: SPREADSHEET_KINDS[kind] }, at);
    return true;
  };
  if (isPdf(source, head)) {
    diagnostics.add('input.no-table', { path, kind: NO_TABLES.pdf }, at);
    return true;
  }
  if (HTML.test(head)) return tellKind('html');
  if (XML.test(head) && head.includes(XML_SHEET)) return tellKind('xml');
  const kind = kindByName(file ?? '');
  const [ending = ''] = /\.(?:xls[xm]?|ett?|ods|numbers|xlsb)$/i.exec(file ?? '') ?? [];
  if (ending !== '' && source.size > 0 && !BINARY.test(head)) {
    if (XML.test(head)) return tellKind(kind ?? 'xml');
    diagnostics.add('input.misnamed', { path, ending }, at);
    return true;
  }
  return kind !== undefined && tellKind(kind);
};

const isArchive = (source: Source): boolean => {
  const head = source.read(0, 4);
  return head.length === 4 && ARCHIVES.has(head.readUInt32BE(0));
};

/** Whether it is to be opened as a workbook; what is inside may still be another format. */
export const isWorkbook = ({ file }: FoundInput, source: Source): boolean =>
  isArchive(source) || /\.xls[xm]$/i.test(file ?? '');
