import type { Keyword } from './keyword.ts';

export const source: Keyword = {
  keyword: 'source',
  schema: {
    description: 'The document the ruleset renders. 依据文件',
    type: 'object',
    additionalProperties: false,
    required: ['number'],
    properties: {
      number: { type: 'string', pattern: '\\S' },
      issued: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$', examples: ['2011-07-13'] },
    },
  },
};
