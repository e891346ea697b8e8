import { plainWidth } from '../model/fold.ts';
import { remembered } from '../model/remembered.ts';
import type { Ruleset } from '../model/ruleset.ts';
import { levelWords, oneOf } from './level-words.ts';

/** With spaces between the characters or not, as forms are spaced out. */
const anyOf = (...words: readonly string[]): string => `(?:${words.map((word) => [...word].join('\\s*')).join('|')})`;

const OFFICE: readonly string[] = [
  ...['填报单位', '填表单位', '报送单位', '制表单位', '填报人', '填表人', '报送人', '制表人', '填表', '制表'],
  ...['经办人', '联系人', '联系电话', '汇总人', '校对', '签发'],
  ...['单位负责人', '负责人', '分管领导', '主管领导', '主要领导', '统计员', '统计人'],
  ...['审核人', '复核人', '审核', '复核', '数据来源', '盖章'],
];
const DATE = anyOf('填报日期', '填表日期', '报送日期', '填报时间', '填表时间', '报送时间', '日期');
const NOTE = anyOf('填表说明', '填报说明', '说明', '备注', '附注', '附件', '附表', '附', '注');
const SIGNED = anyOf('签字', '签名', '签章', '盖章', '公章', '联系电话', '电话', '手机');
const END = '(?=[\\s:：;；、，,.．。()（）[【〔_＿—-]|$)';
const DIGIT = '[0-9０-９]';

/** A name may begin with these words too (日期花园, 注册公园): what follows must end the word, sign it or number it. */
const formLine = (office: string): RegExp =>
  new RegExp(
    `^[\\s"“”*＊※]*(?:${[
      `${office}(?:${SIGNED}|${END})`,
      `${DATE}(?:${DIGIT}{4}[年.．/-]|${END})`,
      `[(（]${SIGNED}[)）]`,
      `${NOTE}(?:[①-⑳]|(?:${DIGIT}+|[一二两三四五六七八九十]+)?${END})`,
    ].join('|')})`,
    'u',
  );
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

/** A word or two before a colon, as 单位：件 or 负责人（签字）：. */
const LABEL = /^[\s"“”*＊※]*\p{Script=Han}(?:\s*\p{Script=Han}){0,7}\s*(?:[(（][^()（）]{1,6}[)）]\s*)?[:：]/u;

/** What rows are before they are read, in the words of a ruleset. */
export interface RowKinds {
  /** Whether a cell says that its row is a sum: 合计, 小计 or 总计, of all or of a subject, or the like. */
  isTotal(cell: string): boolean;
  /** Whether a cell begins as lines of the form do: 填表人, 备注 …. */
  isFormLine(cell: string): boolean;
  /** Whether a cell is a line of the form, or looks like one by its colon. */
  isLabel(cell: string): boolean;
  /**
   * What a row is before it is read: a record, a blank line, a sum (合计, 总计; 小计 sums a part), a line of the form
   * around the table (填表人 …), or a line with a single filled cell, which is only known as a note at the table's end.
   * A sum says so in its first filled cell or, behind a year or a code, where a unit has one of its `names`.
   */
  rowKind(cells: readonly string[], names?: readonly number[]): RowKind;
}

export const rowKinds = remembered((ruleset: Pick<Ruleset, 'levels'>): RowKinds => {
  const { units, all } = levelWords(ruleset);
  const FORM_LINE = formLine(anyOf(...units.map((noun) => `${noun}负责人`), ...OFFICE));
  /** Behind the word may stand how many units it is of: 合计（9个）, 合计9个社区. */
  const counted = `(?:\\([^()]*\\)|(?:共|为)?[0-9一二两三四五六七八九十百]+个?${oneOf([...units, '单位'])}?)?`;
  const of = oneOf([...all, '市', '本页']);
  const TOTAL = new RegExp(`^(合计|总计|小计)$|${of}(合计|总计|小计)$`);
  const LIKE_TOTAL = new RegExp(`(?:^|${of})(?:(小计)|合计|总计|共计|累计|总数|汇总)数?${counted}$`, 'u');

  const toTotal = (cell: string): RowKind | null => {
    if (cell.length > LOOKED_AT || !maySum(cell)) return null;
    const word = plainWidth(cell).normalize('NFKC').replace(/[\s:]/gu, '');
    const sure = TOTAL.exec(word);
    if (sure) return { kind: 'total', part: (sure[1] ?? sure[2]) === '小计', sure: true };
    const like = LIKE_TOTAL.exec(word);
    return like && { kind: 'total', part: like[1] !== undefined, sure: false };
  };
  const isFormLine = (cell: string): boolean => FORM_LINE.test(beginning(cell));
  const isLabel = (cell: string): boolean => {
    const text = beginning(cell);
    return ((text.includes('：') || text.includes(':')) && LABEL.test(text)) || FORM_LINE.test(text);
  };
  return {
    isTotal: (cell) => toTotal(cell) !== null,
    isFormLine,
    isLabel,
    rowKind: (cells, names = []) => {
      const filled = cells.filter((cell) => cell.trim() !== '');
      const first = filled[0];
      if (first === undefined) return { kind: 'blank' };
      let total = toTotal(first);
      for (const name of names) total ??= toTotal(cells[name] ?? '');
      if (total) return total;
      if (isFormLine(first)) return { kind: 'form', sure: true };
      if (filled.length === 1) return { kind: 'single' };
      return isLabel(first) ? { kind: 'form', sure: false } : { kind: 'record' };
    },
  };
});
