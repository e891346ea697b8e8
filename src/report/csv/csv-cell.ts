/** Spreadsheets show 12 digits and more as 4.40308E+11 and save them like that, and drop leading zeros. */
const LOSES_DIGITS = /^(?:0\d+|\d{12,})$/;

/** Whether a spreadsheet would not write the text back as it stands. */
export const losesDigits = (text: string): boolean => LOSES_DIGITS.test(text);
