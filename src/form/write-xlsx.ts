import { columnLetters, MOST_ROWS, unmistaken } from '../model/spreadsheet.ts';
import type { Language } from '../model/text.ts';
import { longest } from '../model/width.ts';
import { FIELD_STYLES } from '../workbook/styles.ts';
import {
  cellRef,
  createLists,
  type Lists,
  numberCell,
  ROW_HEIGHT,
  sheetHeadXml,
  sheetTailXml,
  textCell,
} from '../workbook/worksheet.ts';
import { type Grid, sheetNames, type WrittenSheet, writeWorkbook } from '../workbook/write-workbook.ts';
import { attribute, xmlText } from '../workbook/xml.ts';
import { pack } from '../workbook/zip.ts';
import type { Form, FormColumn } from './form.ts';
import { formWords } from './form-words.ts';

/** In characters. */
const WIDTHS = { code: 18, name: 22, text: 24, year: 8, count: 10, choice: 10 } as const;
const WIDEST_HEADING = 16;
/** Of the headings, in points. */
const HEADING_HEIGHT = 33;

const widthOfColumn = ({ kind, heading, labels }: FormColumn): number =>
  Math.max(WIDTHS[kind], Math.min(WIDEST_HEADING, longest([heading]) + 2), longest(labels) + 4);

const gridOf = ({ columns }: Form): Grid => ({
  widthOf: (at) => {
    const column = columns[at];
    return column === undefined ? WIDTHS.choice : widthOfColumn(column);
  },
  heightOf: (row) => (row === 0 ? HEADING_HEIGHT : ROW_HEIGHT),
});

/** What the cells below the headings take; blank is always allowed. */
const validationsXml = (columns: readonly FormColumn[], lists: Lists, language: Language): string => {
  const words = formWords[language];
  const rules = columns.flatMap(({ kind, labels, minimum = 0, maximum, heading }, at) => {
    const isList = labels.length > 0;
    if (!isList && kind !== 'count' && kind !== 'year') return [];
    const letters = columnLetters(at);
    const error = isList ? words.chooseOne(labels) : words.wholeNumber(minimum, maximum);
    const open = `<dataValidation type="${isList ? 'list' : 'whole'}" allowBlank="1" showErrorMessage="1"${attribute('errorTitle', heading.slice(0, 32))}${attribute('error', error.slice(0, 255))} sqref="${letters}2:${letters}${MOST_ROWS}"`;
    const rule = isList
      ? `><formula1>${xmlText(lists.formulaOf(labels))}</formula1>`
      : maximum === undefined
        ? ` operator="greaterThanOrEqual"><formula1>${minimum}</formula1>`
        : ` operator="between"><formula1>${minimum}</formula1><formula2>${maximum}</formula2>`;
    return [`${open}${rule}</dataValidation>`];
  });
  return rules.length === 0 ? '' : `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`;
};

/** A count of up to 15 digits is exact as a number. */
const isNumber = ({ kind }: FormColumn, text: string): boolean =>
  (kind === 'count' || kind === 'year') && /^(?:0|[1-9]\d{0,14})$/.test(text);

const dataCell = (ref: string, column: FormColumn, text: string): string => {
  if (text === '') return '';
  const style = FIELD_STYLES[column.kind];
  return isNumber(column, text) ? numberCell(ref, style, text) : textCell(ref, style, unmistaken(text));
};

/** The sheet of a form, piece by piece. */
function* sheetXml({ columns, rows }: Form, isFirst: boolean, validations: string): Generator<string> {
  const looks = columns.map((column) => ({ width: widthOfColumn(column), style: FIELD_STYLES[column.kind] }));
  yield sheetHeadXml({ columns: looks, frozenRows: 1, isFirst });
  const headings = columns.map(({ heading }, at) => textCell(cellRef(at, 1), 'heading', heading));
  yield `<row r="1" ht="${HEADING_HEIGHT}" customHeight="1">${headings.join('')}</row>`;
  let row = 1;
  for (const texts of rows) {
    row++;
    const cells = columns.map((column, at) => dataCell(cellRef(at, row), column, texts[at] ?? ''));
    yield `<row r="${row}">${cells.join('')}</row>`;
  }
  yield* sheetTailXml({ validations, printsGrid: true, hasNotes: true });
}

/**
 * A workbook with a sheet for each form: drop-down lists, a note on each heading, codes and names formatted as text in
 * rows that are still empty, too, the headings frozen and printed on each page; piece by piece. The same forms give the
 * same bytes.
 */
export function* writeXlsx(forms: readonly Form[], language: Language): Generator<Uint8Array> {
  const names = sheetNames([...forms.map(({ title }) => title), formWords[language].lists]);
  const lists = createLists(names.at(-1)!);
  const sheets = forms.map((form, at): WrittenSheet => {
    const notes = form.columns.map(({ note }, column) => ({ column, row: 1, text: note }));
    const validations = validationsXml(form.columns, lists, language);
    return {
      name: names[at]!,
      content: pack(sheetXml(form, at === 0, validations)),
      notes: { notes, grid: gridOf(form) },
      printedRows: [1, 1],
    };
  });
  const hidden = lists.sheet();
  if (hidden !== null) sheets.push({ name: names.at(-1)!, content: pack([hidden]), isHidden: true });
  yield* writeWorkbook(sheets);
}
