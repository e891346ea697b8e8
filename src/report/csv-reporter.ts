import { guarded, losesDigits } from '../model/spreadsheet.ts';
import { type Cell, type Column, diagnosticColumns, findingColumns, findingRows } from './columns.ts';
import { visible } from './plain.ts';
import type { Reporter } from './reporter.ts';
import { summaryColumns, summaryRows } from './summary-columns.ts';
import { tellerOf } from './teller.ts';

/** By which spreadsheets tell UTF-8. */
const BOM = '\ufeff';

const NEEDS_QUOTES = /[",;]|^\s|\s$/u;

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/**
 * A cell safe to be opened in a spreadsheet: one `'` in front of what would be a formula, and digits that would not
 * come back as they are written as `="440308001002"`. See NOTES.md.
 */
const csvCell = (value: Cell): string => {
  if (value === null) return '';
  if (typeof value === 'number') return `${value}`;
  if (losesDigits(value)) return quoted(`="${value}"`);
  const safe = guarded(visible(value));
  return NEEDS_QUOTES.test(safe) ? quoted(safe) : safe;
};

const csvRow = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(',')}\r\n`;

function* csvTable<Row>(columns: readonly Column<Row>[], rows: Iterable<Row>): Iterable<string> {
  yield csvRow(columns.map(({ heading }) => heading));
  for (const row of rows) yield csvRow(columns.map(({ cell }) => cell(row)));
}

/**
 * For spreadsheets: a row per subject and rule, or with `summary` a row for each that is judged; where nothing was
 * judged, a row per diagnostic.
 */
export const csvReporter: Reporter = function* (assessment, { language, summary }) {
  const { verdict, diagnostics } = assessment;
  const teller = tellerOf(assessment, language);
  yield BOM;
  if (verdict === null) {
    const each = diagnostics.map((first) => ({ first, next: [], more: 0 }));
    yield* csvTable(diagnosticColumns(teller), each);
  } else if (summary) yield* csvTable(summaryColumns(assessment, teller), summaryRows(assessment));
  else yield* csvTable(Object.values(findingColumns(assessment, teller)), findingRows(assessment));
};
