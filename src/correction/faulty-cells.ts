import { messageOf } from '../diagnostics/message.ts';
import type { Diagnostic, Severity } from '../model/diagnostic.ts';
import type { Language } from '../model/text.ts';
import { columnWords } from '../report/columns.ts';
import { plain, plainDiagnostic, type ShownPlaces, visible } from '../report/plain.ts';
import { correctionWords } from './correction-words.ts';
import type { Copied } from './inputs-to-copy.ts';

/** What is wrong with a cell. */
export interface FaultyCell {
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
export type FaultyCells = ReadonlyMap<number, ReadonlyMap<number, FaultyCell>>;

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
export const tellFound = (cell: FaultyCell, text: string, language: Language): void => {
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
