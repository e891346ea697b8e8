/** What spreadsheets take for the beginning of a formula, in any width, after spaces, and behind `'` of the input. */
const FORMULA = /^'*\s*[=+\-@＝＋－＠﹦﹢﹣﹫−]/u;
/** Spreadsheets show 12 digits and more as 4.40308E+11 and save them like that, and drop leading zeros. */
const LOSES_DIGITS = /^(?:0\d+|\d{12,})$/;

/** One `'` in front of what would be a formula, so that taking one away always gives the text back. */
export const guarded = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** Whether a spreadsheet would not write the text back as it stands. */
export const losesDigits = (text: string): boolean => LOSES_DIGITS.test(text);
