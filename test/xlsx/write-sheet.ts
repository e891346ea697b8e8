import fc from 'fast-check';
import type { RecordSchema } from '../../src/model/ruleset.ts';
import type { Row } from '../laws/submission.ts';
import { type CellValue, columnLetters, escapeXml, type SheetText } from './workbook.ts';

/** A way to fill a sheet, as offices differ in it. */
export interface SheetDialect {
  readonly above: readonly string[];
  /** Blank columns to the left. */
  readonly left: number;
  /** Digits as numbers instead of texts. */
  readonly numbers: boolean;
  readonly inline: boolean;
  /** The street of neighbours in one merged cell. */
  readonly merged: boolean;
  /** A blank row every so many records; 0 for none. */
  readonly gaps: number;
}

export const sheetDialects: fc.Arbitrary<SheetDialect> = fc.record({
  above: fc.subarray(['某区台账', '填报单位：某某办公室']),
  left: fc.nat(2),
  numbers: fc.boolean(),
  inline: fc.boolean(),
  merged: fc.boolean(),
  gaps: fc.constantFrom(0, 0, 3),
});

/** Canonical headings that every table knows say nothing about which table it is. */
const COMMON = new Set(['code', 'name']);
const PARENTS = ['street', 'streetCode'];

export const writeSheet = (
  name: string,
  rows: readonly Row[],
  schema: RecordSchema,
  { above, left, numbers, inline, merged, gaps }: SheetDialect,
): SheetText => {
  const fields = schema.fields.filter((field) => rows.some((row) => field.name in row));
  const indent = Array.from({ length: left }, () => null);
  const cell = (text: string): CellValue => {
    if (text === '') return null;
    if (numbers && /^(?:0|[1-9]\d{0,14})$/.test(text)) return Number(text);
    const escaped = escapeXml(text).replaceAll('\r', '&#13;');
    return inline ? { xml: `<c t="inlineStr"><is><t xml:space="preserve">${escaped}</t></is></c>` } : text;
  };
  const lines: CellValue[][] = [
    ...above.map((text) => [...indent, text]),
    [...indent, ...fields.map((field) => field.headings[COMMON.has(field.name) ? 1 : 0]!)],
  ];
  const merges: string[] = [];
  const open = new Map<string, { readonly text: string; readonly from: number }>();
  const close = (field: string, column: number, to: number) => {
    const from = open.get(field)?.from ?? to;
    if (to > from) merges.push(`${columnLetters(column)}${from}:${columnLetters(column)}${to}`);
  };
  rows.forEach((row, at) => {
    if (gaps > 0 && at % gaps === gaps - 1) lines.push([]);
    const line = lines.length + 1;
    const cells = fields.map((field, index): CellValue => {
      const text = row[field.name] ?? '';
      if (!merged || !PARENTS.includes(field.name)) return cell(text);
      if (open.get(field.name)?.text === text) return null;
      close(field.name, left + index, line - 1);
      open.set(field.name, { text, from: line });
      return cell(text);
    });
    lines.push([...indent, ...cells]);
  });
  fields.forEach((field, index) => {
    close(field.name, left + index, lines.length);
  });
  return { name, rows: lines, merges };
};
