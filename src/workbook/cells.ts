import { type Style, styleIndex } from './styles.ts';
import { xmlText } from './xml.ts';

/** Of a sheet, in every spreadsheet program. */
export const MOST_ROWS = 1_048_576;
export const MOST_COLUMNS = 16_384;
/** In UTF-16 units: what a cell holds. */
export const LONGEST_TEXT = 32_767;

/** 0 → A, 26 → AA */
export const columnLetters = (at: number): string =>
  at < 26 ? String.fromCharCode(65 + at) : columnLetters(Math.floor(at / 26) - 1) + columnLetters(at % 26);

/** `A1` of a column from 0 and a row from 1. */
export const cellRef = (column: number, row: number): string => `${columnLetters(column)}${row}`;

/** Kept in the cell itself: it never is a formula, whatever it begins with. */
export const textCell = (ref: string, style: Style, text: string): string =>
  `<c r="${ref}" s="${styleIndex(style)}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;

/** `digits` is the number as it is written, so that no float comes between. */
export const numberCell = (ref: string, style: Style, digits: string | number): string =>
  `<c r="${ref}" s="${styleIndex(style)}"><v>${digits}</v></c>`;
export const blankCell = (ref: string, style: Style): string => `<c r="${ref}" s="${styleIndex(style)}"/>`;

/** A cell without a value that has to be filled in before the sheet is one: `#N/A`. */
export const voidCell = (ref: string, style: Style): string =>
  `<c r="${ref}" s="${styleIndex(style)}" t="e"><v>#N/A</v></c>`;
