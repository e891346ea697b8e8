import type { Diagnostic } from '../model/diagnostic.ts';
import { plainWidth } from '../model/fold.ts';
import type { Language } from '../model/text.ts';
import { catalogue, type DiagnosticCode, severityOf } from './catalogue.ts';

/** Words that turn a value into another one, or into a guess: 拟创建, 约5. */
const HEDGED =
  /[①-⑳上下半第拟准未不非否待暂约近余超多几正复±～~?？]|整改|摘牌|撤销|取消|降级|申报|申请|基本|左右|争创/u;
const WORD = /[\p{L}\p{N}]/u;
/** A number, with commas between its thousands, and nothing behind its point. */
const NUMBER = /(?<![\d.,-])(\d{1,3}(?:,\d{3})+|\d+)(?:\.0+)?(?![\d.,])/g;

/** Where a label stands by itself in a text: what is beside it is no part of a word. */
const standsIn = (text: string, label: string): boolean => {
  for (let at = text.indexOf(label); at >= 0; at = text.indexOf(label, at + 1)) {
    const [before, behind] = [text[at - 1] ?? '', text[at + label.length] ?? ''];
    if (!WORD.test(before) && !WORD.test(behind)) return true;
  }
  return false;
};

const likelyLabel = (text: string, known: readonly string[]): string => {
  const found = known.filter((label) => label.length < text.length && standsIn(text, label));
  const longest = found.reduce((long, label) => (label.length > long.length ? label : long), '');
  if (longest === '' || HEDGED.test(text.replace(longest, ''))) return '';
  return found.every((label) => longest.includes(label)) ? longest : '';
};

const onlyNumber = (text: string): string => {
  const [number, ...others] = [...text.matchAll(NUMBER)];
  const digits = text.match(/\d+/g)?.join('') ?? '';
  if (number === undefined || others.length > 0 || HEDGED.test(text)) return '';
  const bare = number[1]!.replaceAll(',', '');
  return digits === bare || digits === bare + number[0].slice(number[1]!.length + 1) ? bare : '';
};

/**
 * What a cell was probably to say, where one label, number or code explains its text; blank where none does. It is
 * offered to people and never applied.
 */
export const likelyRepair = ({ code, text, params }: Pick<Diagnostic, 'code' | 'text' | 'params'>): string => {
  if (text === null || text.length > 200) return '';
  const plain = plainWidth(text).trim();
  const { known } = params;
  if (code === 'record.unknown-value') return Array.isArray(known) ? likelyLabel(plain, known) : '';
  if (code === 'record.bad-count') return onlyNumber(plain);
  if (code === 'record.bad-year') return /^\D*((?:19|20)\d{2})\D*$/.exec(HEDGED.test(plain) ? '' : plain)?.[1] ?? '';
  if (code === 'record.bad-code') return /^[^\p{L}\p{N}]*(\d{6,})[^\p{L}\p{N}]*$/u.exec(plain)?.[1] ?? '';
  return '';
};

const COUNTED = {
  zh: (count: number) => `（共 ${count} 处）`,
  en: (count: number) => ` (${count} places)`,
} as const satisfies Record<Language, (count: number) => string>;

/** A question, and no more. */
const LIKELY = {
  zh: (repair: string) => `是否指“${repair}”？`,
  en: (repair: string) => ` Is "${repair}" meant?`,
} as const satisfies Record<Language, (repair: string) => string>;

/** What was done about an error of a run that takes it less seriously than the catalogue does. */
const LOWERED = {
  zh: '该格已按“未知”处理。',
  en: ' The cell was taken as unknown.',
} as const satisfies Record<Language, string>;

/** The sentence of a diagnostic: what is wrong and what to do. Place and text stand beside it, not in it. */
export const messageOf = (diagnostic: Diagnostic, language: Language): string => {
  const { code, severity, params, count } = diagnostic;
  const wrong = catalogue[code as DiagnosticCode][language](params as never);
  const isLowered = severity === 'warning' && severityOf(code as DiagnosticCode) === 'error';
  const likely = likelyRepair(diagnostic);
  const sentence = wrong + (likely === '' ? '' : LIKELY[language](likely)) + (isLowered ? LOWERED[language] : '');
  return count > 1 ? sentence + COUNTED[language](count) : sentence;
};
