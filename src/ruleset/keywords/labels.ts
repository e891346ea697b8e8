import type { Keyword } from './keyword.ts';

export const labels: Keyword = {
  keyword: 'labels',
  schema: {
    description: 'How each value may be written, besides the value itself. 取值写法',
    type: 'object',
    additionalProperties: { type: 'array', items: { type: 'string', pattern: '\\S' } },
  },
};
