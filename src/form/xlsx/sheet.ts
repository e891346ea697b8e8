import { unmistaken } from '../../model/formula.ts';
import { longest } from '../../model/width.ts';
import type { Grid } from '../../workbook/notes.ts';
import { FIELD_STYLES } from '../../workbook/styles.ts';
import { cellRef, numberCell, ROW_HEIGHT, sheetHeadXml, sheetTailXml, textCell } from '../../workbook/worksheet.ts';
import type { Form, FormColumn } from '../form.ts';

/** In characters. */
const WIDTHS = { code: 18, name: 22, text: 24, year: 8, count: 10, choice: 10 } as const;
const WIDEST_HEADING = 16;
/** In points. */
const HEADING_HEIGHT = 33;

/** Width of a column in characters. */
const widthOfColumn = ({ kind, heading, labels }: FormColumn): number =>
  Math.max(WIDTHS[kind], Math.min(WIDEST_HEADING, longest([heading]) + 2), longest(labels) + 4);

/** A count of up to 15 digits is exact as a number. */
const isNumber = ({ kind }: FormColumn, text: string): boolean =>
  (kind === 'count' || kind === 'year') && /^(?:0|[1-9]\d{0,14})$/.test(text);

const dataCell = (ref: string, column: FormColumn, text: string): string => {
  if (text === '') return '';
  const style = FIELD_STYLES[column.kind];
  return isNumber(column, text) ? numberCell(ref, style, text) : textCell(ref, style, unmistaken(text));
};

/** Row of the headings, from 1. */
export const headingRow = ({ above }: Form): number => above.length + 1;

export const gridOf = (form: Form): Grid => ({
  widthOf: (at) => {
    const column = form.columns[at];
    return column === undefined ? WIDTHS.choice : widthOfColumn(column);
  },
  heightOf: (row) => (row + 1 === headingRow(form) ? HEADING_HEIGHT : ROW_HEIGHT),
});

/** The sheet of a form, piece by piece, with its `validations`. */
export function* sheetXml(form: Form, isFirst: boolean, validations: string): Generator<string> {
  const { above, columns, rows } = form;
  const top = headingRow(form);
  const looks = columns.map((column) => ({ width: widthOfColumn(column), style: FIELD_STYLES[column.kind] }));
  yield sheetHeadXml({ columns: looks, frozenRows: top, isFirst });
  for (const [at, line] of above.entries()) {
    yield `<row r="${at + 1}">${textCell(cellRef(0, at + 1), 'text', line)}</row>`;
  }
  const headings = columns.map(({ heading }, at) => textCell(cellRef(at, top), 'heading', heading));
  yield `<row r="${top}" ht="${HEADING_HEIGHT}" customHeight="1">${headings.join('')}</row>`;
  let row = top;
  for (const texts of rows) {
    row++;
    const cells = columns.map((column, at) => dataCell(cellRef(at, row), column, texts[at] ?? ''));
    yield `<row r="${row}">${cells.join('')}</row>`;
  }
  yield* sheetTailXml({ validations, printsGrid: true, hasNotes: true });
}
