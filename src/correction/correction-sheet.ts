import { messageOf } from '../diagnostics/message.ts';
import type { RawCell } from '../intake/sheet-cells.ts';
import type { Diagnostic, Severity } from '../model/diagnostic.ts';
import { groupBy } from '../model/remembered.ts';
import type { FieldKind } from '../model/ruleset.ts';
import { COPIED_SHEET } from '../model/spreadsheet.ts';
import type { Language } from '../model/text.ts';
import { columnWords } from '../report/columns.ts';
import { plain, plainDiagnostic, type ShownPlaces, visible } from '../report/plain.ts';
import { FIELD_STYLES, type Style } from '../workbook/styles.ts';
import {
  blankCell,
  cellRef,
  type Lists,
  LONGEST_TEXT,
  numberCell,
  ROW_HEIGHT,
  type SheetName,
  sheetHeadXml,
  sheetTailXml,
  textCell,
  voidCell,
} from '../workbook/worksheet.ts';
import type { Note, WrittenSheet } from '../workbook/write-workbook.ts';
import { attribute, xmlText } from '../workbook/xml.ts';
import { Packer } from '../workbook/zip.ts';
import { correctionWords } from './correction-words.ts';
import type { Copied, CopiedTable } from './inputs-to-copy.ts';

/** What is wrong with a cell. */
interface FaultyCell {
  readonly row: number;
  readonly column: number;
  /** Null where it only belongs to what is wrong elsewhere. */
  severity: Severity | null;
  /** What stands in it is no text that a copy could hold and still be wrong: it is to be filled in anew. */
  isVoid: boolean;
  /** A heading that is crossed out, which the copy is to be as well. */
  isStruck: boolean;
  readonly lines: string[];
}

/** Faulty cells by row and column. */
type FaultyCells = ReadonlyMap<number, ReadonlyMap<number, FaultyCell>>;

/** Of cells whose text looks right: it is what they are, or how the file is cut, that is wrong. */
const OF_CELL = new Set([
  'xlsx.error-value',
  'xlsx.no-value',
  'xlsx.withdrawn',
  'xlsx.shown-otherwise',
  'xlsx.long-code',
  'xlsx.date-code',
]);
/** Of rows of a CSV file, which has as many cells in a sheet as the others: it is taken out which unit they are about. */
const OF_ROW = new Set(['table.ragged', 'csv.rows-in-quotes', 'table.stray-row']);
/** A fragment of a row, which would go for a line below the table if it had no year to be read. */
const FRAGMENT = 'table.stray-row';

const add = ({ lines }: FaultyCell, line: string): void => {
  if (!lines.includes(line)) lines.push(line);
};

/** Adds to a note what stood in the cell, where the copy does not show it. */
const tellFound = (cell: FaultyCell, text: string, language: Language): void => {
  if (text.trim() !== '') add(cell, correctionWords[language].found(plain(text)));
};

/** Gathers what is wrong with the cells of a sheet or CSV file, of the diagnostics that have a place in it. */
export const faultyCells = (
  { input: { path }, cells, table }: Copied,
  diagnostics: readonly Diagnostic[],
  placeText: ShownPlaces,
  language: Language,
): FaultyCells => {
  const words = correctionWords[language];
  const { severities } = columnWords[language];
  const rows = new Map<number, Map<number, FaultyCell>>();
  const cellAt = (row: number, column: number): FaultyCell => {
    const ofRow = rows.get(row) ?? new Map<number, FaultyCell>();
    rows.set(row, ofRow);
    const known = ofRow.get(column) ?? { row, column, severity: null, isVoid: false, isStruck: false, lines: [] };
    ofRow.set(column, known);
    return known;
  };
  for (const diagnostic of diagnostics) {
    const { code, severity, place, related, text } = diagnostic;
    const message = visible(messageOf(plainDiagnostic(diagnostic), language));
    if (place?.path === path) {
      const { row, column } = cells.find(place);
      const cell = cellAt(row, column);
      if (cell.severity !== 'error') cell.severity = severity;
      add(cell, words.problem(severities[severity], message));
      if (text !== null) tellFound(cell, text, language);
      const labels = table.labelsAt(row, column);
      if (labels.length > 0 && code === 'record.unknown-value') add(cell, words.may(labels));
      if (OF_CELL.has(code) && row > table.headingRow) cell.isVoid = true;
      if (code === 'xlsx.withdrawn' && row <= table.headingRow) cell.isStruck = true;
      const isCut = cells.isCsv && OF_ROW.has(code);
      const keys = isCut ? [...table.ownColumns, ...(code === FRAGMENT ? table.yearColumns : [])] : [];
      for (const column of keys) {
        const key = cellAt(row, column);
        key.severity = severity;
        key.isVoid = true;
        add(key, words.problem(severities[severity], message));
      }
    }
    for (const other of related) {
      if (other.path !== path) continue;
      const { row, column } = cells.find(other);
      add(cellAt(row, column), place === null ? message : words.related(placeText(place), message));
    }
  }
  return rows;
};

/** In characters. */
const WIDTHS: Readonly<Record<FieldKind, number>> = { code: 20, name: 22, text: 24, year: 9, count: 11, choice: 13 };
const OTHER_WIDTH = 16;

const COLORS = { error: 'error', warning: 'warning', note: 'warning' } as const;

const COPY: SheetName = { name: COPIED_SHEET, formula: 'TRUE', isHidden: true };

const isWhole = (text: string): boolean => /^(?:0|[1-9]\d{0,14})$/.test(text);

const NO_FAULTS: ReadonlyMap<number, FaultyCell> = new Map();

/** Drop-down lists of the faulty cells that hold a choice. */
const validationsOf = (faults: FaultyCells, table: CopiedTable, lists: Lists): string => {
  const cells = [...faults.values()]
    .flatMap((ofRow) => [...ofRow.values()])
    .flatMap(({ row, column, severity }) => {
      const labels = severity === null ? [] : table.labelsAt(row, column);
      return labels.length === 0 ? [] : [{ formula: lists.formulaOf(labels), ref: cellRef(column, row + 1) }];
    });
  const rules = [...groupBy(cells, ({ formula }) => formula)].map(
    ([formula, same]) =>
      `<dataValidation type="list" allowBlank="1"${attribute('sqref', same.map(({ ref }) => ref).join(' '))}><formula1>${xmlText(formula)}</formula1></dataValidation>`,
  );
  return rules.length === 0 ? '' : `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`;
};

const notesOf = (faults: FaultyCells): Note[] =>
  [...faults.values()]
    .flatMap((ofRow) => [...ofRow.values()])
    .sort((a, b) => a.row - b.row || a.column - b.column)
    .map(({ row, column, lines }) => ({ row: row + 1, column, text: lines.join('\n').slice(0, LONGEST_TEXT) }));

/** The cells of a sheet or CSV file as they were read, in their places, those at fault coloured and with a note. */
export const correctionSheet = async (
  { cells, table, width }: Copied,
  faults: FaultyCells,
  lists: Lists,
  language: Language,
  signal: AbortSignal,
): Promise<Omit<WrittenSheet, 'name'>> => {
  const packer = new Packer();
  const kindOf = (column: number) => table.fieldAt(column)?.kind;
  const styleOf = (column: number): 'text' | 'whole' => FIELD_STYLES[kindOf(column) ?? 'text'];
  const widthOf = (column: number): number => {
    const kind = kindOf(column);
    return kind === undefined ? OTHER_WIDTH : WIDTHS[kind];
  };
  const looks = Array.from({ length: width }, (_, at) => ({ width: widthOf(at), style: styleOf(at) }));
  packer.add(sheetHeadXml({ columns: looks, frozenRows: table.headingRow + 1, isFirst: false }));

  const lookOf = (row: number, column: number, fault: FaultyCell | undefined): Style => {
    const base = row > table.headingRow ? styleOf(column) : 'text';
    if (fault === undefined) return row === table.headingRow ? 'heading' : base;
    if (fault.isStruck) return 'errorStruck';
    const color = fault.severity === null ? 'related' : COLORS[fault.severity];
    return base === 'whole' ? `${color}Whole` : `${color}Text`;
  };
  const cellXml = (row: number, column: number, cell: RawCell | undefined, fault: FaultyCell | undefined): string => {
    const ref = cellRef(column, row + 1);
    const style = lookOf(row, column, fault);
    if (fault?.isVoid) {
      if (cell !== undefined) tellFound(fault, cell.text, language);
      return voidCell(ref, style);
    }
    if (cell === undefined) return blankCell(ref, style);
    const isNumber = row > table.headingRow && styleOf(column) === 'whole' && isWhole(cell.text);
    return isNumber ? numberCell(ref, style, cell.text) : textCell(ref, style, cell.text);
  };
  const addRow = (row: number, filled: readonly RawCell[]): void => {
    const own = faults.get(row) ?? NO_FAULTS;
    const byColumn = new Map(filled.map((cell) => [cell.column, cell]));
    const columns =
      own.size === 0 ? byColumn.keys() : [...new Set([...byColumn.keys(), ...own.keys()])].sort((a, b) => a - b);
    const xml = [...columns].map((column) => cellXml(row, column, byColumn.get(column), own.get(column)));
    packer.add(`<row r="${row + 1}">${xml.join('')}</row>`);
  };
  /** Faulty rows that are blank, so that nothing of them was read. */
  const blank = [...faults.keys()].sort((a, b) => a - b);
  const addBlanks = (before: number): void => {
    while (blank.length > 0 && blank[0]! < before) addRow(blank.shift()!, []);
  };
  for await (const { row, cells: filled } of cells.rows()) {
    signal.throwIfAborted();
    addBlanks(row);
    if (blank[0] === row) blank.shift();
    addRow(row, filled);
  }
  addBlanks(Number.POSITIVE_INFINITY);
  const notes = notesOf(faults);
  const tail = sheetTailXml({
    merges: cells.merges,
    validations: validationsOf(faults, table, lists),
    printsGrid: true,
    hasNotes: notes.length > 0,
  });
  for (const piece of tail) packer.add(piece);
  const heading = table.headingRow + 1;
  return {
    content: packer.end(),
    names: [COPY],
    ...(notes.length > 0 && { notes: { notes, grid: { widthOf, heightOf: () => ROW_HEIGHT } } }),
    ...(heading > 0 && { printedRows: [heading, heading] as const }),
  };
};
