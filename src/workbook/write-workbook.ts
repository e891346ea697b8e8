import { type Grid, type Note, noteBlocks, noteBoxesXml, notesXml } from './notes.ts';
import { STYLES } from './styles.ts';
import { columnLetters, definedNameXml, type SheetName, sheetPrefix } from './worksheet.ts';
import { MAIN, RELATIONS, XML, xmlText } from './xml.ts';
import { type Packed, pack, type ZipEntry, zip } from './zip.ts';

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
