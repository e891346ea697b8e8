import { unmistaken } from '../../model/formula.ts';
import type { Form, FormColumn } from '../form.ts';
import { HEADING_HEIGHT, ROW_HEIGHT, widthOfColumn } from './sizes.ts';
import { FORMATS, HEADING, TEXT } from './styles.ts';
import { columnLetters, MAIN, RELATIONS, XML, xmlText } from './xml.ts';

const textCell = (ref: string, style: number, text: string): string =>
  `<c r="${ref}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;

/** A count of up to 15 digits is exact as a number. */
const isNumber = ({ kind }: FormColumn, text: string): boolean =>
  (kind === 'count' || kind === 'year') && /^(?:0|[1-9]\d{0,14})$/.test(text);

const dataCell = (ref: string, column: FormColumn, text: string): string => {
  if (text === '') return '';
  const style = FORMATS[column.kind];
  return isNumber(column, text)
    ? `<c r="${ref}" s="${style}"><v>${text}</v></c>`
    : textCell(ref, style, unmistaken(text));
};

/** Row of the headings, from 1. */
export const headingRow = ({ above }: Form): number => above.length + 1;

/** The sheet of a form, piece by piece, with its `validations`; its notes are in other parts, `rId1` names their boxes. */
export function* sheetXml(form: Form, isFirst: boolean, validations: string): Generator<string> {
  const { above, columns, rows } = form;
  const top = headingRow(form);
  yield `${XML}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`;
  yield `<sheetViews><sheetView${isFirst ? ' tabSelected="1"' : ''} workbookViewId="0"><pane ySplit="${top}" topLeftCell="A${top + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A${top + 1}" sqref="A${top + 1}"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="${ROW_HEIGHT}"/>`;
  const widths = columns.map((column, at) => {
    const width = widthOfColumn(column);
    return `<col min="${at + 1}" max="${at + 1}" width="${width}" style="${FORMATS[column.kind]}" customWidth="1"/>`;
  });
  yield `<cols>${widths.join('')}</cols><sheetData>`;
  for (const [at, line] of above.entries()) yield `<row r="${at + 1}">${textCell(`A${at + 1}`, TEXT, line)}</row>`;
  const headings = columns.map(({ heading }, at) => textCell(`${columnLetters(at)}${top}`, HEADING, heading));
  yield `<row r="${top}" ht="${HEADING_HEIGHT}" customHeight="1">${headings.join('')}</row>`;
  let row = top;
  for (const texts of rows) {
    row++;
    const cells = columns.map((column, at) => dataCell(`${columnLetters(at)}${row}`, column, texts[at] ?? ''));
    yield `<row r="${row}">${cells.join('')}</row>`;
  }
  yield `</sheetData>${validations}`;
  yield '<printOptions gridLines="1"/><pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/><headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter><legacyDrawing r:id="rId1"/></worksheet>';
}
