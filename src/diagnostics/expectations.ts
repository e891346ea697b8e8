import type { Text } from '../model/text.ts';

/** What a value of a ruleset has to be, as it stands in messages. */
const alike = (text: string): Text => ({ zh: text, en: text });

const within = (minimum: unknown, maximum: unknown): Text => {
  if (minimum !== undefined && maximum !== undefined) {
    return { zh: `${minimum} 至 ${maximum} 的`, en: ` from ${minimum} to ${maximum}` };
  }
  if (minimum !== undefined) return { zh: `不小于 ${minimum} 的`, en: ` of at least ${minimum}` };
  return maximum === undefined ? alike('') : { zh: `不大于 ${maximum} 的`, en: ` of at most ${maximum}` };
};

/** In the words of the ruleset. */
export const expectWords = (...words: readonly string[]): Text => alike(words.join(' | '));

export const expectNumber = (type: 'integer' | 'number', minimum?: unknown, maximum?: unknown): Text => {
  const range = within(minimum, maximum);
  return {
    zh: `${range.zh}${type === 'integer' ? '整数' : '数'}`,
    en: `a ${type === 'integer' ? 'whole ' : ''}number${range.en}`,
  };
};

export const expectText = ({ example, pattern }: { example?: unknown; pattern?: unknown } = {}): Text => {
  if (example !== undefined) return { zh: `文字，如 ${example}`, en: `a text such as ${example}` };
  return pattern === undefined
    ? { zh: '文字', en: 'a text' }
    : { zh: `符合 /${pattern}/ 的文字`, en: `a text that matches /${pattern}/` };
};

export const expectList = (least = 0, most = Number.POSITIVE_INFINITY): Text => {
  if (least === most) return { zh: `${least} 项的列表`, en: `a list of ${least}` };
  return least > 0 ? { zh: `至少 ${least} 项的列表`, en: `a list of at least ${least}` } : { zh: '列表', en: 'a list' };
};

export const expectKeys = (keys: readonly string[]): Text =>
  alike(keys.length === 0 ? '{ …: … }' : `{ ${keys.map((key) => `${key}: …`).join(', ')} }`);

export const expectSome = (most: number, keys: readonly string[]): Text => ({
  zh: `${keys.join('、')} 中的 ${most} 项`,
  en: `${most} of ${keys.join(', ')}`,
});

export const TEXT_OR_INTEGER: Text = { zh: '文字（加引号）或整数', en: 'a text (in quotes) or a whole number' };

/** `tables` are those of what is counted. */
export const expectMendable = (tables: readonly Text[]): Text => ({
  zh: `${tables.map(({ zh }) => zh).join('、')}中列有 enum 或 type: integer 的字段`,
  en: `a field of ${tables.map(({ en }) => en.replace(/ table$/, '')).join(' or ')} that has an enum or is a whole number`,
});

export const JUDGED_ONCE: Text = { zh: '只写在一个层级上', en: 'true for one level only' };

export const NO_LEVEL: Text = { zh: '不写（此前没有更外层的层级）', en: 'left out (no level stands before it)' };

export const PERCENT: Text = {
  zh: '0 至 100 的数，最多 6 位小数',
  en: 'a number from 0 to 100 with at most 6 decimal places',
};
