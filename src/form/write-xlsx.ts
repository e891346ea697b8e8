import type { Language } from '../model/text.ts';
import { createLists } from '../workbook/lists.ts';
import { sheetNames, type WrittenSheet, writeWorkbook } from '../workbook/write-workbook.ts';
import { pack } from '../workbook/zip.ts';
import type { Form } from './form.ts';
import { formWords } from './form-words.ts';
import { gridOf, headingRow, sheetXml } from './xlsx/sheet.ts';
import { validationsXml } from './xlsx/validations.ts';

/**
 * A workbook with a sheet for each form: drop-down lists, a note on each heading, codes and names formatted as text in
 * rows that are still empty, too, the headings frozen and printed on each page; piece by piece. The same forms give the
 * same bytes.
 */
export function* writeXlsx(forms: readonly Form[], language: Language): Generator<Uint8Array> {
  const names = sheetNames([...forms.map(({ title }) => title), formWords[language].lists]);
  const lists = createLists(names.at(-1)!);
  const sheets = forms.map((form, at): WrittenSheet => {
    const row = headingRow(form);
    const validations = validationsXml(form.columns, row + 1, lists, language);
    return {
      name: names[at]!,
      content: pack(sheetXml(form, at === 0, validations)),
      notes: { notes: form.columns.map(({ note }, column) => ({ column, row, text: note })), grid: gridOf(form) },
      printedRows: [row, row],
    };
  });
  const hidden = lists.sheet();
  if (hidden !== null) sheets.push({ name: names.at(-1)!, content: pack([hidden]), isHidden: true });
  yield* writeWorkbook(sheets);
}
