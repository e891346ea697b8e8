import { SEVERITIES } from '../../diagnostics/diagnostics.ts';
import { RESULTS, type Result } from '../../model/assessment.ts';
import type { Severity } from '../../model/diagnostic.ts';
import { columnLetters, MOST_ROWS, OWN_SHEET } from '../../model/spreadsheet.ts';
import type { Language } from '../../model/text.ts';
import { widthOf } from '../../model/width.ts';
import type { Style } from '../../workbook/styles.ts';
import {
  cellRef,
  type Link,
  LONGEST_TEXT,
  numberCell,
  type SheetName,
  sheetHeadXml,
  sheetTailXml,
  textCell,
} from '../../workbook/worksheet.ts';
import type { WrittenSheet } from '../../workbook/write-workbook.ts';
import { Packer } from '../../workbook/zip.ts';
import { type Cell, type Column, columnWords, type SheetLook } from '../columns.ts';
import { visible } from '../plain.ts';
import { words } from '../words.ts';

const OF_RESULT = {
  pass: 'good',
  fail: 'bad',
  unknown: 'open',
  'not-applicable': 'idle',
} as const satisfies Record<Result, Style>;

const OF_SEVERITY = { error: 'bad', warning: 'open', note: 'idle' } as const satisfies Record<Severity, Style>;

/** How the words of results and severities look; others, of what does not decide, are grey. */
const resultStyles = (language: Language): ReadonlyMap<string, Style> =>
  new Map<string, Style>([
    ...RESULTS.map((result) => [words[language].results[result], OF_RESULT[result]] as const),
    ...SEVERITIES.map((severity) => [columnWords[language].severities[severity], OF_SEVERITY[severity]] as const),
  ]);

/** A text that leads to a cell of the workbook. */
interface LinkedText {
  readonly text: string;
  readonly location: string;
}

type SheetCell = Cell | LinkedText;

/** A table as a workbook has it: those of its columns that have a look. */
export interface SheetTable<Row> {
  readonly title: string;
  readonly language: Language;
  /** Lines above the headings, the first as a title. */
  readonly above: readonly string[];
  readonly columns: readonly Column<Row, SheetCell>[];
  readonly rows: Iterable<Row>;
  /** Columns that stay in view. */
  readonly frozenColumns?: number;
  /** Whether its first sheet is that of the workbook. */
  readonly isFirst?: boolean;
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
const groupsOf = (looks: readonly SheetLook[]): Range[] => {
  const groups: Range[] = [];
  for (const [at, { group }] of looks.entries()) {
    const last = groups.at(-1);
    if (group === undefined) continue;
    if (last?.text === group && last.to === at - 1) groups[groups.length - 1] = { ...last, to: at };
    else groups.push({ text: group, from: at, to: at });
  }
  return groups;
};

/** Lines that a cell takes; only long texts and links are broken. */
const linesOf = (cell: SheetCell, { kind, width }: SheetLook): number => {
  if ((kind !== 'long' && kind !== 'link') || cell === null || typeof cell === 'number') return 1;
  const text = typeof cell === 'string' ? cell : cell.text;
  // Words are not broken everywhere, so that lines are not filled to their ends.
  return text.length * 2 <= width ? 1 : Math.ceil((widthOf(text.slice(0, MOST_SHOWN)) * FILLED) / width);
};

const cellXml = (cell: Cell, { kind }: SheetLook, ref: string, styles: ReadonlyMap<string, Style>): string => {
  const text = visible(`${cell ?? ''}`);
  if (kind === 'result') return textCell(ref, styles.get(`${cell ?? ''}`) ?? 'idle', text);
  const isNumber = cell !== null && (kind === 'count' || kind === 'share');
  return isNumber ? numberCell(ref, BODY[kind], cell) : textCell(ref, BODY[kind], fitted(text));
};

const headingRow = (row: number, texts: readonly string[]): string => {
  const cells = texts.map((text, at) => textCell(cellRef(at, row), 'heading', text));
  return `<row r="${row}" ht="${2 * LINE}" customHeight="1">${cells.join('')}</row>`;
};

/**
 * A table as sheets of a workbook of at most so many rows, those of the head included: where one is full it goes on in
 * the next, under the same headings, which are frozen, filtered and printed on each page.
 */
export const tableSheets = <Row>(table: SheetTable<Row>, most = MOST_ROWS): readonly WrittenSheet[] => {
  const { title, above, frozenColumns = 0, isFirst = false } = table;
  const columns = table.columns.flatMap(({ heading, cell, sheet }) =>
    sheet === undefined ? [] : [{ heading: sheet.heading ?? heading, cell, look: sheet }],
  );
  const looks = columns.map(({ look }) => look);
  const groups = groupsOf(looks);
  const isGrouped = groups.length > 0;
  const styles = resultStyles(table.language);
  const headings = above.length + (isGrouped ? 2 : 1);
  const last = columnLetters(columns.length - 1);
  const width = looks.reduce((sum, look) => sum + look.width + 1, 0);
  const pagesWide = Math.max(1, Math.ceil(width / PAGE_WIDTH));
  const merges = [
    ...groups
      .filter(({ from, to }) => to > from)
      .map(({ from, to }) => `${cellRef(from, headings - 1)}:${cellRef(to, headings - 1)}`),
    ...looks.flatMap(({ group }, at) =>
      isGrouped && group === undefined ? [`${cellRef(at, headings - 1)}:${cellRef(at, headings)}`] : [],
    ),
  ];

  function* headXml(isFirstSheet: boolean): Iterable<string> {
    yield sheetHeadXml({
      columns: looks.map((look) => ({ width: look.width + 1, style: 'plain' })),
      frozenRows: headings,
      frozenColumns,
      isFirst: isFirstSheet,
    });
    for (const [at, line] of above.entries()) {
      const cell = textCell(`A${at + 1}`, at === 0 ? 'title' : 'text', fitted(line));
      yield `<row r="${at + 1}">${cell}</row>`;
    }
    const upper = columns.map(({ heading, look: { group } }, at) =>
      group === undefined ? heading : (groups.find(({ from }) => from === at)?.text ?? ''),
    );
    if (isGrouped) yield headingRow(headings - 1, upper);
    yield headingRow(
      headings,
      columns.map(({ heading, look: { group } }) => (isGrouped && group === undefined ? '' : heading)),
    );
  }

  const rowXml = (row: number, cells: readonly SheetCell[], links: Link[]): string => {
    const lines = cells.reduce<number>((most, cell, at) => Math.max(most, linesOf(cell, looks[at]!)), 1);
    // Programs make rows as high as their texts when somebody changes one, and not all of them on opening.
    const height = lines === 1 ? '' : ` ht="${Math.min(HIGHEST, lines * LINE)}" customHeight="1"`;
    const xml = cells.map((cell, at) => {
      const ref = cellRef(at, row);
      if (typeof cell !== 'object' || cell === null) return cellXml(cell, looks[at]!, ref, styles);
      links.push({ ref, location: cell.location });
      return textCell(ref, 'bodyLink', fitted(visible(cell.text)));
    });
    return `<row r="${row}"${height}>${xml.join('')}</row>`;
  };

  const sheets: WrittenSheet[] = [];
  const rows = table.rows[Symbol.iterator]();
  let next = rows.next();
  do {
    const packer = new Packer();
    const links: Link[] = [];
    for (const piece of headXml(isFirst && sheets.length === 0)) packer.add(piece);
    let bottom = headings;
    for (; !next.done && bottom < most; next = rows.next()) {
      const { value } = next;
      bottom++;
      packer.add(
        rowXml(
          bottom,
          columns.map(({ cell }) => cell(value)),
          links,
        ),
      );
    }
    const digits = `A1:${last}${bottom}`;
    const tail = sheetTailXml({ filter: `A${headings}:${last}${bottom}`, merges, links, pagesWide, digits });
    for (const piece of tail) packer.add(piece);
    sheets.push({
      name: title,
      content: packer.end(),
      printedRows: [isGrouped ? headings - 1 : headings, headings],
      ...(pagesWide > 1 && { printedColumns: frozenColumns }),
      filtered: `$A$${headings}:$${last}$${bottom}`,
      names: [OWN],
    });
  } while (!next.done);
  return sheets;
};
