import { cellName, columnLetters } from '../model/spreadsheet.ts';
import { type Style, styleIndex } from './styles.ts';
import { attribute, MAIN, RELATIONS, XML, xmlText } from './xml.ts';

/** In UTF-16 units: what a cell holds. */
export const LONGEST_TEXT = 32_767;

/** `A1` of a column from 0 and a row from 1. */
export const cellRef = (column: number, row: number): string => cellName(row - 1, column);

/** Kept in the cell itself: it never is a formula, whatever it begins with. */
export const textCell = (ref: string, style: Style, text: string): string =>
  `<c r="${ref}" s="${styleIndex(style)}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;

/** `digits` is the number as it is written, so that no float comes between. */
export const numberCell = (ref: string, style: Style, digits: string | number): string =>
  `<c r="${ref}" s="${styleIndex(style)}"><v>${digits}</v></c>`;
export const blankCell = (ref: string, style: Style): string => `<c r="${ref}" s="${styleIndex(style)}"/>`;

/** A cell without a value that has to be filled in before the sheet is one: `#N/A`. */
export const voidCell = (ref: string, style: Style): string =>
  `<c r="${ref}" s="${styleIndex(style)}" t="e"><v>#N/A</v></c>`;

/** Of a row, in points. */
export const ROW_HEIGHT = 15;

interface ColumnLook {
  /** In characters. */
  readonly width: number;
  /** Of its cells, empty ones too. */
  readonly style: Style;
}

/** A cell that leads to another one of the workbook. */
export interface Link {
  readonly ref: string;
  /** `'Sheet'!A1` */
  readonly location: string;
}

/** What stands in front of the rows of a sheet. */
export interface SheetHead {
  readonly columns: readonly ColumnLook[];
  /** Rows that stay in view, and columns. */
  readonly frozenRows: number;
  readonly frozenColumns?: number;
  readonly isFirst: boolean;
}

/** What stands behind the rows of a sheet, where it has it. */
export interface SheetTail {
  /** The range to be filtered, its headings included. */
  readonly filter?: string;
  readonly merges?: readonly string[];
  readonly validations?: string;
  readonly links?: readonly Link[];
  readonly printsGrid?: boolean;
  /** On paper, this many pages side by side. */
  readonly pagesWide?: number;
  /** Ranges of codes, which are meant to be texts. */
  readonly digits?: string;
  readonly hasNotes?: boolean;
}

const paneXml = ({ frozenRows, frozenColumns = 0 }: SheetHead): string => {
  if (frozenRows + frozenColumns === 0) return '';
  const topLeft = `${columnLetters(frozenColumns)}${frozenRows + 1}`;
  const pane = frozenRows === 0 ? 'topRight' : frozenColumns === 0 ? 'bottomLeft' : 'bottomRight';
  const split = `${frozenColumns > 0 ? ` xSplit="${frozenColumns}"` : ''}${frozenRows > 0 ? ` ySplit="${frozenRows}"` : ''}`;
  return `<pane${split} topLeftCell="${topLeft}" activePane="${pane}" state="frozen"/><selection pane="${pane}" activeCell="${topLeft}" sqref="${topLeft}"/>`;
};

/** From the beginning of a sheet to where its rows begin. */
export const sheetHeadXml = (head: SheetHead): string => {
  const columns = head.columns.map(
    ({ width, style }, at) =>
      `<col min="${at + 1}" max="${at + 1}" width="${width}" style="${styleIndex(style)}" customWidth="1"/>`,
  );
  const view = `<sheetView${head.isFirst ? ' tabSelected="1"' : ''} workbookViewId="0">${paneXml(head)}</sheetView>`;
  return `${XML}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>${view}</sheetViews><sheetFormatPr defaultRowHeight="${ROW_HEIGHT}"/>${columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`}<sheetData>`;
};

/** From where the rows end to the end of a sheet, printed on landscape A4; its notes are in other parts, `rId1` names their boxes. */
export function* sheetTailXml({
  filter,
  merges = [],
  validations = '',
  links = [],
  printsGrid = false,
  pagesWide = 1,
  digits,
  hasNotes = false,
}: SheetTail): Generator<string> {
  yield '</sheetData>';
  if (filter !== undefined) yield `<autoFilter ref="${filter}"/>`;
  if (merges.length > 0) {
    yield `<mergeCells count="${merges.length}">`;
    for (const range of merges) yield `<mergeCell ref="${range}"/>`;
    yield '</mergeCells>';
  }
  yield validations;
  if (links.length > 0) {
    yield '<hyperlinks>';
    for (const { ref, location } of links) yield `<hyperlink ref="${ref}"${attribute('location', location)}/>`;
    yield '</hyperlinks>';
  }
  if (printsGrid) yield '<printOptions gridLines="1"/>';
  yield `<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape"${pagesWide === 1 ? '' : ` fitToWidth="${pagesWide}"`} fitToHeight="0"/><headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>`;
  if (digits !== undefined)
    yield `<ignoredErrors><ignoredError sqref="${digits}" numberStoredAsText="1"/></ignoredErrors>`;
  if (hasNotes) yield '<legacyDrawing r:id="rId1"/>';
  yield '</worksheet>';
}

/** `'Sheet'!` in front of a cell. */
export const sheetPrefix = (name: string): string => `'${name.replaceAll("'", "''")}'!`;

/** A name within one sheet, for what spreadsheets know by reserved names. */
export interface SheetName {
  readonly name: string;
  readonly formula: string;
  readonly isHidden?: boolean;
}

export const definedNameXml = (sheet: number, { name, formula, isHidden = false }: SheetName): string =>
  `<definedName name="${name}" localSheetId="${sheet}"${isHidden ? ' hidden="1"' : ''}>${xmlText(formula)}</definedName>`;

/** A list within the rule itself is at most this long, and its entries hold no comma and no quote. */
const INLINE_LIMIT = 255;

/** The drop-down lists of a workbook; those too long for a rule stand on a hidden sheet, a column each. */
export interface Lists {
  /** What the rule of a column refers to. */
  formulaOf(labels: readonly string[]): string;
  /** The hidden sheet; null where no list needs it. */
  sheet(): string | null;
}

export const createLists = (sheetName: string): Lists => {
  const columns: (readonly string[])[] = [];
  const same = (a: readonly string[], b: readonly string[]) =>
    a.length === b.length && a.every((label, at) => label === b[at]);
  return {
    formulaOf: (labels) => {
      const inline = labels.join(',');
      if (inline.length <= INLINE_LIMIT && !labels.some((label) => /[,"]|^\s|\s$/u.test(label))) return `"${inline}"`;
      const known = columns.findIndex((column) => same(column, labels));
      const letters = columnLetters(known >= 0 ? known : columns.push(labels) - 1);
      return `'${sheetName}'!$${letters}$1:$${letters}$${labels.length}`;
    },
    sheet: () => {
      if (columns.length === 0) return null;
      const rows = Array.from({ length: Math.max(...columns.map(({ length }) => length)) }, (_, at) => {
        const cells = columns.flatMap((labels, column) => {
          const label = labels[at];
          return label === undefined ? [] : [textCell(cellRef(column, at + 1), 'plain', label)];
        });
        return `<row r="${at + 1}">${cells.join('')}</row>`;
      });
      return `${XML}<worksheet xmlns="${MAIN}"><sheetData>${rows.join('')}</sheetData></worksheet>`;
    },
  };
};
