import { cellRef, columnLetters, LONGEST_TEXT, MOST_ROWS, numberCell, textCell } from '../../workbook/cells.ts';
import type { Style } from '../../workbook/styles.ts';
import { type SheetName, sheetHeadXml, sheetTailXml } from '../../workbook/worksheet.ts';
import type { WrittenSheet } from '../../workbook/write-workbook.ts';
import { Packer } from '../../workbook/zip.ts';
import type { CsvCell } from '../csv/csv-row.ts';
import type { SheetLook } from '../csv/finding-columns.ts';
import { visible } from '../plain.ts';

/** A column of a sheet, under a heading of several columns or not. */
export interface TableColumn {
  readonly heading: string;
  readonly group?: string;
  readonly look: SheetLook;
}

export interface TableLook {
  readonly title: string;
  /** Lines above the headings, the first as a title. */
  readonly above: readonly string[];
  readonly columns: readonly TableColumn[];
  /** Columns that stay in view. */
  readonly frozenColumns: number;
  /** How the words of results look. */
  readonly styles: ReadonlyMap<string, Style>;
}

/** Characters of the default font that landscape A4 takes side by side at a size that can be read. */
const PAGE_WIDTH = 220;
/** Points of a row of headings: as many lines as the longest of them takes. */
const LINE = 16;

/** By which streetcheck knows a sheet that it wrote itself: it is no table that was handed in. */
const OWN_SHEET: SheetName = { name: 'streetcheck.report', formula: 'TRUE', isHidden: true };

const BODY: Readonly<Record<Exclude<SheetLook['kind'], 'result'>, Style>> = {
  text: 'bodyText',
  long: 'bodyWrapped',
  count: 'bodyWhole',
  share: 'bodyShare',
};

/** `text` as one cell holds it, with the number of characters left out. */
const fitted = (text: string): string => {
  if (text.length <= LONGEST_TEXT) return text;
  const end = LONGEST_TEXT - 16;
  return `${text.slice(0, end)}…(+${text.length - end})`;
};

interface Range {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Neighbouring columns of one group. */
const groupsOf = (columns: readonly TableColumn[]): Range[] => {
  const groups: Range[] = [];
  for (const [at, { group }] of columns.entries()) {
    const last = groups.at(-1);
    if (group === undefined) continue;
    if (last?.text === group && last.to === at - 1) groups[groups.length - 1] = { ...last, to: at };
    else groups.push({ text: group, from: at, to: at });
  }
  return groups;
};

/**
 * A table as sheets of a workbook, row by row: where one sheet is full it goes on in the next, under the same headings,
 * which are frozen, filtered and printed on each page.
 */
export class TableSheet {
  readonly #look: TableLook;
  readonly #groups: readonly Range[];
  readonly #most: number;
  readonly #done: Omit<WrittenSheet, 'name'>[] = [];
  #packer = new Packer();
  #row = 0;

  /** `most` rows a sheet, those of its head included. */
  constructor(look: TableLook, isFirst: boolean, most = MOST_ROWS) {
    this.#look = look;
    this.#groups = groupsOf(look.columns);
    this.#most = most;
    this.#begin(isFirst);
  }

  get #headings(): number {
    return this.#look.above.length + (this.#groups.length > 0 ? 2 : 1);
  }

  add(cells: readonly CsvCell[]): void {
    if (this.#row === this.#most) {
      this.#end();
      this.#begin(false);
    }
    this.#row++;
    this.#packer.add(`<row r="${this.#row}">${cells.map((cell, at) => this.#cell(cell, at)).join('')}</row>`);
  }

  /** The sheets, to be called once; each with the title of the table. */
  end(): readonly WrittenSheet[] {
    this.#end();
    return this.#done.map((sheet) => ({ ...sheet, name: this.#look.title }));
  }

  #cell(cell: CsvCell, at: number): string {
    const { look } = this.#look.columns[at]!;
    const ref = cellRef(at, this.#row);
    if (look.kind === 'result') {
      const text = cell === null ? '' : `${cell}`;
      return textCell(ref, this.#look.styles.get(text) ?? 'idle', visible(text));
    }
    const style = BODY[look.kind];
    const isNumber = look.kind === 'count' || look.kind === 'share';
    if (cell === null || !isNumber) return textCell(ref, style, fitted(visible(`${cell ?? ''}`)));
    return numberCell(ref, style, cell);
  }

  #begin(isFirst: boolean): void {
    const { above, columns, frozenColumns } = this.#look;
    this.#packer = new Packer();
    const looks = columns.map(({ look }) => ({ width: look.width + 1, style: 'plain' as const }));
    this.#packer.add(sheetHeadXml({ columns: looks, frozenRows: this.#headings, frozenColumns, isFirst }));
    this.#row = 0;
    for (const line of above) {
      this.#row++;
      const style = this.#row === 1 ? 'title' : 'text';
      this.#packer.add(`<row r="${this.#row}">${textCell(`A${this.#row}`, style, fitted(line))}</row>`);
    }
    if (this.#groups.length > 0) {
      this.#headingRow(
        columns.map(({ heading, group }, at) =>
          group === undefined ? heading : (this.#groups.find(({ from }) => from === at)?.text ?? ''),
        ),
        2 * LINE,
      );
    }
    const lower = columns.map(({ heading, group }) => (this.#groups.length > 0 && group === undefined ? '' : heading));
    this.#headingRow(lower, 2 * LINE);
  }

  #headingRow(texts: readonly string[], height: number): void {
    this.#row++;
    const cells = texts.map((text, at) => textCell(cellRef(at, this.#row), 'heading', text));
    this.#packer.add(`<row r="${this.#row}" ht="${height}" customHeight="1">${cells.join('')}</row>`);
  }

  #end(): void {
    const { columns, frozenColumns } = this.#look;
    const last = columnLetters(columns.length - 1);
    const top = this.#headings;
    const bottom = Math.max(this.#row, top);
    const width = columns.reduce((sum, { look }) => sum + look.width + 1, 0);
    const pagesWide = Math.max(1, Math.ceil(width / PAGE_WIDTH));
    const merges = [
      ...this.#groups
        .filter(({ from, to }) => to > from)
        .map(({ from, to }) => `${cellRef(from, top - 1)}:${cellRef(to, top - 1)}`),
      ...(this.#groups.length === 0
        ? []
        : columns.flatMap(({ group }, at) =>
            group === undefined ? [`${cellRef(at, top - 1)}:${cellRef(at, top)}`] : [],
          )),
    ];
    const tail = sheetTailXml({
      filter: `A${top}:${last}${bottom}`,
      merges,
      pagesWide,
      digits: `A1:${last}${bottom}`,
    });
    for (const piece of tail) this.#packer.add(piece);
    this.#done.push({
      content: this.#packer.end(),
      printedRows: [this.#headings - (this.#groups.length > 0 ? 1 : 0), this.#headings],
      ...(pagesWide > 1 && { printedColumns: frozenColumns }),
      filtered: `$A$${top}:$${last}$${bottom}`,
      names: [OWN_SHEET],
    });
  }
}
