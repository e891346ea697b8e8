import { type ZipPart, zip } from './zip.ts';

/** A cell: a text (shared), a number, a boolean, nothing, the XML of a `<c>` whose `r` is put in, or what stands in the `<si>` of a shared text. */
export type CellValue = string | number | boolean | null | { readonly xml: string } | { readonly si: string };

export interface SheetText {
  readonly name: string;
  readonly rows: readonly (readonly CellValue[])[];
  readonly merges?: readonly string[];
  readonly state?: 'hidden' | 'veryHidden';
  /** Rows that are hidden, counted from 1. */
  readonly hiddenRows?: readonly number[];
  /** In place of all that stands in `<worksheet>`. */
  readonly xml?: string;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Styles: 1 percent, 2 date, 3 `yyyy"年"m"月"`, 4 text, 5 bold (no format), 6 `0.0%`, 7 time, 8 `0000`. */
const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="3"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="165" formatCode="0.0%"/><numFmt numFmtId="166" formatCode="0000"/></numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="9"><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="49"/><xf numFmtId="0" fontId="0"/><xf numFmtId="165"/><xf numFmtId="20"/><xf numFmtId="166"/></cellXfs></styleSheet>`;

/** Of its own number formats by their codes, and fonts by what stands in them: the styles from 9 on, formats first. */
const stylesWith = (formats: readonly string[], fonts: readonly string[]): string => {
  const codes = formats.map((code, at) => `<numFmt numFmtId="${170 + at}" formatCode="${escapeXml(code)}"/>`);
  const own = [
    ...formats.map((_, at) => `<xf numFmtId="${170 + at}"/>`),
    ...fonts.map((_, at) => `<xf fontId="${at + 1}"/>`),
  ];
  return STYLES.replace('</numFmts>', `${codes.join('')}</numFmts>`)
    .replace('</fonts>', `${fonts.map((font) => `<font>${font}</font>`).join('')}</fonts>`)
    .replace('</cellXfs>', `${own.join('')}</cellXfs>`);
};

interface Settings {
  readonly is1904?: boolean;
  /** What stands in the workbook behind its sheets. */
  readonly calculation?: string;
  readonly formats?: readonly string[];
  readonly fonts?: readonly string[];
}

export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

export const columnLetters = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : columnLetters(Math.floor(column / 26) - 1) + String.fromCharCode(65 + (column % 26));

const sheetXml = (
  { rows, merges = [], hiddenRows = [], xml }: SheetText,
  indexOf: (item: string) => number,
): string => {
  const cell = (value: CellValue, row: number, column: number): string => {
    const r = `${columnLetters(column)}${row}`;
    if (value === null) return '';
    if (typeof value === 'object' && 'si' in value) return `<c r="${r}" t="s"><v>${indexOf(value.si)}</v></c>`;
    if (typeof value === 'object') return value.xml.replace('<c', `<c r="${r}"`);
    if (typeof value === 'number') return `<c r="${r}"><v>${value}</v></c>`;
    if (typeof value === 'boolean') return `<c r="${r}" t="b"><v>${value ? 1 : 0}</v></c>`;
    const text = escapeXml(value).replaceAll('\r', '&#13;');
    return `<c r="${r}" t="s"><v>${indexOf(`<t xml:space="preserve">${text}</t>`)}</v></c>`;
  };
  const body = rows
    .map((cells, at) => {
      const inner = cells.map((value, column) => cell(value, at + 1, column)).join('');
      return inner === '' ? '' : `<row r="${at + 1}"${hiddenRows.includes(at + 1) ? ' hidden="1"' : ''}>${inner}</row>`;
    })
    .join('');
  const merged =
    merges.length === 0
      ? ''
      : `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
  return `${HEAD}<worksheet xmlns="${MAIN}">${xml ?? `<sheetData>${body}</sheetData>${merged}`}</worksheet>`;
};

/** The parts of a workbook by their names. */
export const workbookParts = (
  sheets: readonly SheetText[],
  { is1904 = false, calculation = '', formats = [], fonts = [] }: Settings = {},
): Map<string, string> => {
  const shared = new Map<string, number>();
  const indexOf = (item: string) => {
    if (!shared.has(item)) shared.set(item, shared.size);
    return shared.get(item)!;
  };
  const parts = new Map<string, string>();
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  const relations = (inner: string) =>
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${inner}</Relationships>`;
  const typed = (part: string, type: string) =>
    `<Override PartName="/xl/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;
  const types = [
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    typed('workbook', 'sheet.main'),
    ...sheets.map((_, at) => typed(`worksheets/sheet${at + 1}`, 'worksheet')),
    typed('sharedStrings', 'sharedStrings'),
    typed('styles', 'styles'),
  ];
  parts.set('[Content_Types].xml', `${HEAD}<Types xmlns="${PACKAGE}/content-types">${types.join('')}</Types>`);
  parts.set('_rels/.rels', relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')));
  const tabs = sheets.map(
    ({ name, state }, at) =>
      `<sheet name="${escapeXml(name)}" sheetId="${at + 1}"${state ? ` state="${state}"` : ''} r:id="rId${at + 1}"/>`,
  );
  parts.set(
    'xl/workbook.xml',
    `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr${is1904 ? ' date1904="1"' : ''}/><sheets>${tabs.join('')}</sheets>${calculation}</workbook>`,
  );
  const own = sheets.map((_, at) => relation(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`));
  const common = relation('rIdT', 'sharedStrings', 'sharedStrings.xml') + relation('rIdS', 'styles', 'styles.xml');
  parts.set('xl/_rels/workbook.xml.rels', relations(own.join('') + common));
  sheets.forEach((sheet, at) => {
    parts.set(`xl/worksheets/sheet${at + 1}.xml`, sheetXml(sheet, indexOf));
  });
  const items = [...shared.keys()].map((item) => `<si>${item}</si>`);
  parts.set('xl/sharedStrings.xml', `${HEAD}<sst xmlns="${MAIN}">${items.join('')}</sst>`);
  parts.set('xl/styles.xml', `${HEAD}${stylesWith(formats, fonts)}`);
  return parts;
};

export const zipParts = (parts: ReadonlyMap<string, string | Uint8Array>): Buffer =>
  zip([...parts].map(([name, content]): ZipPart => ({ name, bytes: Buffer.from(content) })));

/** The bytes of an .xlsx file. */
export const workbook = (...sheets: readonly SheetText[]): Buffer => zipParts(workbookParts(sheets));
