import type { Keyword } from './keyword.ts';

export const counted: Keyword = {
  keyword: 'counted',
  schema: {
    description: 'The fields of the streets table that hold the same counts in a summary. 汇总数字段',
    type: 'object',
    additionalProperties: false,
    required: ['met', 'of'],
    properties: { met: { $ref: '#/$defs/field-name' }, of: { $ref: '#/$defs/field-name' } },
  },
};
