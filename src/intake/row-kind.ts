import { plainWidth } from '../model/fold.ts';

/** With spaces between the characters or not, as forms are spaced out. */
const anyOf = (...words: readonly string[]): string => `(?:${words.map((word) => [...word].join('\\s*')).join('|')})`;

const OFFICE = anyOf(
  ...['填报单位', '填表单位', '报送单位', '制表单位', '填报人', '填表人', '报送人', '制表人', '填表', '制表'],
  ...['经办人', '联系人', '联系电话', '汇总人', '校对', '签发'],
  ...['单位负责人', '街道负责人', '社区负责人', '负责人', '分管领导', '主管领导', '主要领导', '统计员', '统计人'],
  ...['审核人', '复核人', '审核', '复核', '数据来源', '盖章'],
);
const DATE = anyOf('填报日期', '填表日期', '报送日期', '填报时间', '填表时间', '报送时间', '日期');
const NOTE = anyOf('填表说明', '填报说明', '说明', '备注', '附注', '附件', '附表', '附', '注');
const SIGNED = anyOf('签字', '签名', '签章', '盖章', '公章', '联系电话', '电话', '手机');
const END = '(?=[\\s:：;；、，,.．。()（）[【〔_＿—-]|$)';
const DIGIT = '[0-9０-９]';

/** A name may begin with these words too (日期花园, 注册公园): what follows must end the word, sign it or number it. */
const FORM_LINE = new RegExp(
  `^[\\s"“”*＊※]*(?:${[
    `${OFFICE}(?:${SIGNED}|${END})`,
    `${DATE}(?:${DIGIT}{4}[年.．/-]|${END})`,
    `[(（]${SIGNED}[)）]`,
    `${NOTE}(?:[①-⑳]|(?:${DIGIT}+|[一二两三四五六七八九十]+)?${END})`,
  ].join('|')})`,
  'u',
);
/** Behind the word may stand how many units it is of: 合计（9个）, 合计9个社区. */
const COUNTED = '(?:\\([^()]*\\)|(?:共|为)?[0-9一二两三四五六七八九十百]+个?(?:街道|社区|小区|单位)?)?';
const TOTAL = /^(合计|总计|小计)$|(?:街道|社区|区|市|全区|全市|本页|各街道)(合计|总计|小计)$/;
const LIKE_TOTAL = new RegExp(`(?:^|街道|社区|区|市|本页)(?:(小计)|合计|总计|共计|累计|总数|汇总)数?${COUNTED}$`, 'u');
/** The first and last characters of 总数 and 汇总. */
const ALL = '总';
const NUMBER = '数';

export type RowKind =
  | { readonly kind: 'record' | 'blank' | 'single' }
  /** One that is not `sure` only looks like one by its colon: a unit may be named so. */
  | { readonly kind: 'form'; readonly sure: boolean }
  /** One that is not `sure` says so in other words, which a unit with a code of its own may be named. */
  | { readonly kind: 'total'; readonly part: boolean; readonly sure: boolean };

const maySum = (cell: string): boolean =>
  cell.includes('计') || cell[0] === ALL || cell.endsWith(ALL) || cell.endsWith(NUMBER);

/** In UTF-16 units: no sum and no line of a form says later what it is, and matching takes stack for the length of a text. */
const LOOKED_AT = 1000;

const beginning = (cell: string): string => (cell.length > LOOKED_AT ? cell.slice(0, LOOKED_AT) : cell);

const toTotal = (cell: string): RowKind | null => {
  if (cell.length > LOOKED_AT || !maySum(cell)) return null;
  const word = plainWidth(cell).normalize('NFKC').replace(/[\s:]/gu, '');
  const sure = TOTAL.exec(word);
  if (sure) return { kind: 'total', part: (sure[1] ?? sure[2]) === '小计', sure: true };
  const like = LIKE_TOTAL.exec(word);
  return like && { kind: 'total', part: like[1] !== undefined, sure: false };
};

/** Whether a cell says that its row is a sum: 合计, 小计 or 总计, of all or of a street, or the like. */
export const isTotal = (cell: string): boolean => toTotal(cell) !== null;

/** A word or two before a colon, as 单位：件 or 街道负责人（签字）：. */
const LABEL = /^[\s"“”*＊※]*\p{Script=Han}(?:\s*\p{Script=Han}){0,7}\s*(?:[(（][^()（）]{1,6}[)）]\s*)?[:：]/u;

/** Whether a cell begins as lines of the form do: 填表人, 备注 …. */
export const isFormLine = (cell: string): boolean => FORM_LINE.test(beginning(cell));

/** Whether a cell is a line of the form, or looks like one by its colon. */
export const isLabel = (cell: string): boolean => {
  const text = beginning(cell);
  return ((text.includes('：') || text.includes(':')) && LABEL.test(text)) || FORM_LINE.test(text);
};

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
  if (total) return total;
  if (FORM_LINE.test(beginning(first))) return { kind: 'form', sure: true };
  if (filled.length === 1) return { kind: 'single' };
  return isLabel(first) ? { kind: 'form', sure: false } : { kind: 'record' };
};
