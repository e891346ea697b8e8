import type { Keyword } from './keyword.ts';

/** The texts each format accepts; ajv inlines them, so they work in standalone code. A year is an integer. */
export const FORMATS: Readonly<Record<'code' | 'name' | 'year', RegExp>> = {
  code: /^[\p{L}\p{N}_-]{1,64}$/u,
  name: /\S/,
  year: /^\d{4}$/,
};

export const format: Keyword = {
  keyword: 'format',
  schema: { description: 'How the text of a field is read. 文本格式', enum: Object.keys(FORMATS) },
};
