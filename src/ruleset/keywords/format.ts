import type { Keyword } from './keyword.ts';

/** The texts each format accepts; ajv inlines them, so they work in standalone code. */
export const FORMATS: Readonly<Record<'code' | 'name' | 'year', RegExp>> = {
  code: /^[0-9A-Za-z_-]+$/,
  name: /\S/,
  year: /^(?:19|2\d)\d\d$/,
};

export const format: Keyword = {
  keyword: 'format',
  schema: { description: 'How the text of a field is read. 文本格式', enum: Object.keys(FORMATS) },
};
