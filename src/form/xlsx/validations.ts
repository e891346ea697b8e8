import type { Language } from '../../model/text.ts';
import type { Lists } from '../../workbook/lists.ts';
import { columnLetters, MOST_ROWS } from '../../workbook/worksheet.ts';
import { attribute, xmlText } from '../../workbook/xml.ts';
import type { FormColumn } from '../form.ts';
import { formWords } from '../form-words.ts';

const wholeRule = ({ minimum, maximum }: FormColumn): string => {
  if (maximum === undefined) return ` operator="greaterThanOrEqual"><formula1>${minimum ?? 0}</formula1>`;
  return ` operator="between"><formula1>${minimum ?? 0}</formula1><formula2>${maximum}</formula2>`;
};

/** What the cells of the columns take, from row `first` (from 1) down; blank is always allowed. */
export const validationsXml = (
  columns: readonly FormColumn[],
  first: number,
  lists: Lists,
  language: Language,
): string => {
  const words = formWords[language];
  const rules = columns.flatMap((column, at) => {
    const { kind, labels, minimum, maximum, heading } = column;
    const isList = labels.length > 0;
    if (!isList && kind !== 'count' && kind !== 'year') return [];
    const letters = columnLetters(at);
    const error = isList ? words.chooseOne(labels) : words.wholeNumber(minimum ?? 0, maximum);
    const open = `<dataValidation type="${isList ? 'list' : 'whole'}" allowBlank="1" showErrorMessage="1"${attribute('errorTitle', heading.slice(0, 32))}${attribute('error', error.slice(0, 255))} sqref="${letters}${first}:${letters}${MOST_ROWS}"`;
    const rule = isList ? `><formula1>${xmlText(lists.formulaOf(labels))}</formula1>` : wholeRule(column);
    return [`${open}${rule}</dataValidation>`];
  });
  return rules.length === 0 ? '' : `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`;
};
