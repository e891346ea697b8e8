import type { Keyword } from './keyword.ts';

export const field: Keyword = {
  keyword: 'field',
  schema: {
    description: 'The field of the streets table that holds the result. 考核结果字段',
    $ref: '#/$defs/field-name',
  },
};
