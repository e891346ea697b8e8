import { columnLetters } from '../model/spreadsheet.ts';
import { widthOf } from '../model/width.ts';
import { STYLES } from './styles.ts';
import { cellRef, definedNameXml, type SheetName, sheetPrefix } from './worksheet.ts';
import { MAIN, RELATIONS, XML, xmlText } from './xml.ts';
import { type Packed, pack, type ZipEntry, zip } from './zip.ts';

/** How wide the columns and how high the rows of a sheet are, by their numbers from 0. */
export interface Grid {
  /** In characters. */
  widthOf(column: number): number;
  /** In points. */
  heightOf(row: number): number;
}

/** Of a digit in the default font, and of the space around the text of a cell; in pixels. */
const DIGIT = 7;
const PADDING = 5;
/** How many pixels a point has. */
const POINT = 4 / 3;

/** Where `distance` pixels from the beginning of number `first` ends: in which one, and how far into it. */
const endOf = (
  distance: number,
  first: number,
  sizeOf: (at: number) => number,
): readonly [at: number, rest: number] => {
  const size = sizeOf(first);
  return distance < size ? [first, Math.round(distance)] : endOf(distance - size, first + 1, sizeOf);
};

/** The corners of a box right of a cell, in the terms of the format: column, pixels into it, row, pixels into it. */
const anchorOf = ({ widthOf, heightOf }: Grid, column: number, row: number, width: number, height: number): string => {
  const [indent, drop] = [15, 4];
  const [right, into] = endOf(indent + width, column + 1, (at) => widthOf(at) * DIGIT + PADDING);
  const [bottom, down] = endOf(drop + height, row, (at) => heightOf(at) * POINT);
  return [column + 1, indent, row, drop, right, into, bottom, down].join();
};

/** A note on a cell. */
export interface Note {
  /** From 0. */
  readonly column: number;
  /** From 1. */
  readonly row: number;
  readonly text: string;
}

/** Of a note's box: pixels, and the columns of text that one line of it holds. No box is larger than a screen. */
const BOX = { width: 280, line: 18, padding: 12, columns: 36, highest: 480 } as const;
/** Shapes are numbered in blocks of so many, which no two sheets share. */
const BLOCK = 1024;

/** How many blocks of numbers the boxes of a sheet need; the first number of a block is not used. */
const noteBlocks = (notes: readonly Note[]): number => Math.ceil((notes.length + 1) / BLOCK);

/** The notes of a sheet, piece by piece. */
function* notesXml(notes: readonly Note[]): Generator<string> {
  yield `${XML}<comments xmlns="${MAIN}"><authors><author>streetcheck</author></authors><commentList>`;
  for (const { column, row, text } of notes) {
    yield `<comment ref="${cellRef(column, row)}" authorId="0"><text><r><t xml:space="preserve">${xmlText(text)}</t></r></text></comment>`;
  }
  yield '</commentList></comments>';
}

const heightOf = (note: string): number => {
  const lines = note.split('\n').map((line) => Math.ceil(Math.max(1, widthOf(line)) / BOX.columns));
  const height = lines.reduce((sum, count) => sum + count, 0) * BOX.line + BOX.padding;
  return Math.min(height, BOX.highest);
};

/** The boxes of the notes, hidden until somebody points at the cell; large enough for the whole text. */
function* noteBoxesXml(notes: readonly Note[], grid: Grid, firstBlock: number): Generator<string> {
  const blocks = Array.from({ length: noteBlocks(notes) }, (_, nth) => firstBlock + nth);
  yield `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${blocks.join()}"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`;
  for (const [at, { column, row, text }] of notes.entries()) {
    const height = heightOf(text);
    yield `<v:shape id="_x0000_s${firstBlock * BLOCK + at + 1}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:4pt;width:${BOX.width}px;height:${height}px;z-index:${at + 1};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:Anchor>${anchorOf(grid, column, row - 1, BOX.width, height)}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`;
  }
  yield '</xml>';
}

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** What no name of a sheet may hold, and how long it may be. */
const NOT_IN_NAMES = /[[\]:*?/\\'\p{Cc}\p{Cs}\ufffe\uffff]/gu;
const LONGEST_NAME = 31;

/** A sheet that is written already. */
export interface WrittenSheet {
  /** As `sheetNames` gives it. */
  readonly name: string;
  readonly content: Packed;
  readonly notes?: { readonly notes: readonly Note[]; readonly grid: Grid };
  readonly isHidden?: boolean;
  /** Rows, from 1, that are printed on each page. */
  readonly printedRows?: readonly [first: number, last: number];
  /** How many columns are printed on each page, from the first. */
  readonly printedColumns?: number;
  /** Cells, with `$`, that are filtered. */
  readonly filtered?: string;
  readonly names?: readonly SheetName[];
}

/** Names of sheets: the titles without what sheets cannot be called, told apart by a number where they clash. */
export const sheetNames = (titles: readonly string[]): string[] => {
  const taken = new Set<string>();
  return titles.map((title) => {
    const base = title.replace(NOT_IN_NAMES, '_').slice(0, LONGEST_NAME - 5) || '_';
    let name = base;
    for (let nth = 2; taken.has(name.toLowerCase()); nth++) name = `${base} ${nth}`;
    taken.add(name.toLowerCase());
    return name;
  });
};

const relations = (targets: readonly (readonly [type: string, target: string])[]): string => {
  const listed = targets.map(
    ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
  );
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${listed.join('')}</Relationships>`;
};

const contentTypes = (sheets: readonly WrittenSheet[]): string => {
  const parts = [
    `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>`,
    `<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>`,
    ...sheets.map(
      (_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${TYPE}.worksheet+xml"/>`,
    ),
    ...sheets.flatMap(({ notes }, at) =>
      notes === undefined
        ? []
        : [`<Override PartName="/xl/comments${at + 1}.xml" ContentType="${TYPE}.comments+xml"/>`],
    ),
  ];
  return `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>${parts.join('')}</Types>`;
};

const printTitles = ({ name, printedRows, printedColumns = 0 }: WrittenSheet): string[] => [
  ...(printedColumns > 0 ? [`${sheetPrefix(name)}$A:$${columnLetters(printedColumns - 1)}`] : []),
  ...(printedRows === undefined ? [] : [`${sheetPrefix(name)}$${printedRows[0]}:$${printedRows[1]}`]),
];

const namesOf = (sheet: WrittenSheet): SheetName[] => {
  const { name, filtered, names = [] } = sheet;
  const titles = printTitles(sheet).join();
  return [
    ...(filtered === undefined
      ? []
      : [{ name: '_xlnm._FilterDatabase', formula: `${sheetPrefix(name)}${filtered}`, isHidden: true }]),
    ...(titles === '' ? [] : [{ name: '_xlnm.Print_Titles', formula: titles }]),
    ...names,
  ];
};

const workbookXml = (sheets: readonly WrittenSheet[]): string => {
  const listed = sheets.map(
    ({ name, isHidden }, at) =>
      `<sheet name="${xmlText(name)}" sheetId="${at + 1}"${isHidden ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`,
  );
  const defined = sheets.flatMap((sheet, at) => namesOf(sheet).map((name) => definedNameXml(at, name)));
  const names = defined.length === 0 ? '' : `<definedNames>${defined.join('')}</definedNames>`;
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${listed.join('')}</sheets>${names}</workbook>`;
};

const entry = (name: string, ...pieces: readonly string[]): ZipEntry => ({ name, content: pack(pieces) });

/** The parts of the sheets, in their order. */
function* sheetParts(sheets: readonly WrittenSheet[]): Generator<ZipEntry> {
  let block = 1;
  for (const [at, { content, notes }] of sheets.entries()) {
    const nth = at + 1;
    yield { name: `xl/worksheets/sheet${nth}.xml`, content };
    if (notes === undefined) continue;
    yield entry(
      `xl/worksheets/_rels/sheet${nth}.xml.rels`,
      relations([
        ['vmlDrawing', `../drawings/vmlDrawing${nth}.vml`],
        ['comments', `../comments${nth}.xml`],
      ]),
    );
    yield { name: `xl/comments${nth}.xml`, content: pack(notesXml(notes.notes)) };
    yield { name: `xl/drawings/vmlDrawing${nth}.vml`, content: pack(noteBoxesXml(notes.notes, notes.grid, block)) };
    block += noteBlocks(notes.notes);
  }
}

/**
 * A workbook of sheets that are packed already, piece by piece. The same sheets give the same bytes. See NOTES.md for
 * why the format is written here.
 */
export function* writeWorkbook(sheets: readonly WrittenSheet[]): Generator<Uint8Array> {
  const parts = [
    ...sheets.map((_, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`] as const),
    ['styles', 'styles.xml'] as const,
  ];
  yield* zip([
    entry('[Content_Types].xml', contentTypes(sheets)),
    entry('_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']])),
    entry('xl/workbook.xml', workbookXml(sheets)),
    entry('xl/_rels/workbook.xml.rels', relations(parts)),
    entry('xl/styles.xml', STYLES),
    ...sheetParts(sheets),
  ]);
}
