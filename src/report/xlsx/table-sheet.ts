import { type Assessment, RESULTS, type Result } from '../../model/assessment.ts';
import type { Severity } from '../../model/diagnostic.ts';
import { OWN_SHEET } from '../../model/own-sheet.ts';
import type { Language } from '../../model/text.ts';
import { widthOf } from '../../model/width.ts';
import type { Style } from '../../workbook/styles.ts';
import {
  cellRef,
  columnLetters,
  type Link,
  LONGEST_TEXT,
  MOST_ROWS,
  numberCell,
  type SheetName,
  sheetHeadXml,
  sheetTailXml,
  textCell,
} from '../../workbook/worksheet.ts';
import type { WrittenSheet } from '../../workbook/write-workbook.ts';
import { Packer } from '../../workbook/zip.ts';
import { colorsFor } from '../colors.ts';
import type { CsvCell } from '../csv/csv-row.ts';
import { SEVERITY_WORDS, type SheetLook } from '../csv/finding-columns.ts';
import { headline } from '../headline.ts';
import { plain, visible } from '../plain.ts';
import type { ReportContext } from '../reporter.ts';
import { words } from '../words.ts';

const OF_RESULT = {
  pass: 'good',
  fail: 'bad',
  unknown: 'open',
  'not-applicable': 'idle',
} as const satisfies Record<Result, Style>;

const OF_SEVERITY = { error: 'bad', warning: 'open', note: 'idle' } as const satisfies Record<Severity, Style>;

/** How the words of results and severities look; others, of what does not decide, are grey. */
export const resultStyles = (language: Language): ReadonlyMap<string, Style> =>
  new Map<string, Style>([
    ...RESULTS.map((result) => [words[language].results[result], OF_RESULT[result]] as const),
    ...(['error', 'warning', 'note'] as const).map(
      (severity) => [SEVERITY_WORDS[severity][language], OF_SEVERITY[severity]] as const,
    ),
  ]);

/** The answer in words, without the line that the title says already. */
export const headlines = (assessment: Assessment, context: ReportContext): string[] => {
  const { ruleset } = assessment;
  const scheme = plain(ruleset?.label[context.language] ?? '');
  const wide = { ...context, width: Number.POSITIVE_INFINITY };
  return [...headline(assessment, wide, colorsFor(false))]
    .map((line) => line.trim())
    .filter((line, at) => at === 0 || scheme === '' || !line.startsWith(scheme));
};

/** A column of a sheet, under a heading of several columns or not. */
export interface TableColumn {
  readonly heading: string;
  readonly group?: string;
  readonly look: SheetLook;
}

/** A text that leads to a cell of the workbook. */
interface LinkedText {
  readonly text: string;
  readonly location: string;
}

type TableCell = CsvCell | LinkedText;

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
/** Points of a line of text, and the most that a row has. */
const LINE = 15;
const HIGHEST = 405;
/** Characters that such a row shows at most, and how much wider a text is for not ending where its lines do. */
const MOST_SHOWN = 4000;
const FILLED = 1.08;

const OWN: SheetName = { name: OWN_SHEET, formula: 'TRUE', isHidden: true };

const BODY: Readonly<Record<Exclude<SheetLook['kind'], 'result'>, Style>> = {
  text: 'bodyText',
  long: 'bodyWrapped',
  link: 'bodyWrapped',
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
  #links: Link[] = [];
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

  add(cells: readonly TableCell[]): void {
    if (this.#row === this.#most) {
      this.#end();
      this.#begin(false);
    }
    this.#row++;
    const lines = cells.reduce<number>((most, cell, at) => Math.max(most, this.#linesOf(cell, at)), 1);
    // Programs make rows as high as their texts when somebody changes one, and not all of them on opening.
    const height = lines === 1 ? '' : ` ht="${Math.min(HIGHEST, lines * LINE)}" customHeight="1"`;
    const xml = cells.map((cell, at) => this.#cell(cell, at)).join('');
    this.#packer.add(`<row r="${this.#row}"${height}>${xml}</row>`);
  }

  /** The sheets, to be called once; each with the title of the table. */
  end(): readonly WrittenSheet[] {
    this.#end();
    return this.#done.map((sheet) => ({ ...sheet, name: this.#look.title }));
  }

  #linesOf(cell: TableCell, at: number): number {
    const { kind, width } = this.#look.columns[at]!.look;
    if ((kind !== 'long' && kind !== 'link') || cell === null || typeof cell === 'number') return 1;
    const text = typeof cell === 'string' ? cell : cell.text;
    // Words are not broken everywhere, so that lines are not filled to their ends.
    return text.length * 2 <= width ? 1 : Math.ceil((widthOf(text.slice(0, MOST_SHOWN)) * FILLED) / width);
  }

  #cell(cell: TableCell, at: number): string {
    const { look } = this.#look.columns[at]!;
    const ref = cellRef(at, this.#row);
    if (typeof cell === 'object' && cell !== null) {
      this.#links.push({ ref, location: cell.location });
      return textCell(ref, 'bodyLink', fitted(visible(cell.text)));
    }
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
    this.#links = [];
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
      links: this.#links,
      pagesWide,
      digits: `A1:${last}${bottom}`,
    });
    for (const piece of tail) this.#packer.add(piece);
    this.#done.push({
      content: this.#packer.end(),
      printedRows: [this.#headings - (this.#groups.length > 0 ? 1 : 0), this.#headings],
      ...(pagesWide > 1 && { printedColumns: frozenColumns }),
      filtered: `$A$${top}:$${last}$${bottom}`,
      names: [OWN],
    });
  }
}
