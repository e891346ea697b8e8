import type { Text } from '../model/text.ts';

/** What is wrong with a part of a saved report, as it stands in messages. */
export const lacksKey = (key: string): Text => ({ zh: `缺少“${key}”`, en: `"${key}" is missing` });

export const hasForeignKey = (key: string): Text => ({ zh: `不应有“${key}”`, en: `"${key}" does not belong there` });

/** `what` in the words of the schema, such as `"pass" | "fail"`. */
export const mustBe = (what: string): Text => ({ zh: `应为 ${what}`, en: `it must be ${what}` });

export const NO_ENCODING: Text = {
  zh: '应为字符编码的名称，如 gb18030',
  en: 'it must be the name of a character encoding, such as gb18030',
};

export const UNKNOWN_CODE: Text = { zh: '没有这个代码', en: 'there is no such code' };

export const WRONG_SLOTS: Text = { zh: '参数与代码不符', en: 'these are not the parameters of its code' };
