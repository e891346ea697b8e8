/** With spaces between the characters or not, as forms are spaced out. */
const anyOf = (...words: readonly string[]): string => `(?:${words.map((word) => [...word].join('\\s*')).join('|')})`;

const OFFICE = anyOf('填报单位', '填表单位', '填报人', '填表人', '单位负责人', '负责人', '审核人');
const DATE = anyOf('填报日期', '填表日期', '日期');
const NOTE = anyOf('备注', '注');
const SIGNED = anyOf('签字', '签名', '签章', '盖章', '公章', '联系电话', '电话', '手机');
const END = '(?=[\\s:：;；、，,.．。()（）[【〔_＿—-]|$)';
const DIGIT = '[0-9０-９]';

/** A name may begin with these words too (日期花园, 注册公园): what follows must end the word, sign it or number it. */
const FORM_LINE = new RegExp(
  `^[\\s"“”*＊※]*(?:${[
    `${OFFICE}(?:${SIGNED}|${END})`,
    `${DATE}(?:${DIGIT}{4}[年.．/-]|${END})`,
    `${NOTE}(?:[①-⑳]|(?:${DIGIT}+|[一二三四五六七八九十]+)?${END})`,
  ].join('|')})`,
  'u',
);
const TOTAL = /^(合计|总计|小计)$|(?:街道|社区|区|市|全区|全市|本页|各街道)(合计|总计|小计)$/;

export type RowKind =
  | { readonly kind: 'record' | 'blank' | 'form' | 'single' }
  | { readonly kind: 'total'; readonly part: boolean };

const toTotal = (cell: string): RegExpExecArray | null =>
  cell.includes('计') ? TOTAL.exec(cell.normalize('NFKC').replace(/[\s:]+/gu, '')) : null;

/** Whether a cell says that its row is a sum: 合计, 小计 or 总计, of all or of a street. */
export const isTotal = (cell: string): boolean => toTotal(cell) !== null;

/**
 * What a row is before it is read: a record, a blank line, a sum (合计, 总计; 小计 sums a part), a line of the form
 * around the table (填表人 …), or a line with a single filled cell, which is only known as a note at the table's end.
 * A sum says so in its first filled cell or, behind a year or a code, where a unit has one of its `names`.
 */
export const rowKind = (cells: readonly string[], names: readonly number[] = []): RowKind => {
  const filled = cells.filter((cell) => cell.trim() !== '');
  const first = filled[0];
  if (first === undefined) return { kind: 'blank' };
  let total = toTotal(first);
  for (const name of names) total ??= toTotal(cells[name] ?? '');
  if (total) return { kind: 'total', part: (total[1] ?? total[2]) === '小计' };
  if (FORM_LINE.test(first)) return { kind: 'form' };
  return { kind: filled.length === 1 ? 'single' : 'record' };
};
