import type { Keyword } from './keyword.ts';

export const watch: Keyword = {
  keyword: 'watch',
  schema: {
    description: 'Words that raise a warning in a column that no rule reads, such as a title withdrawn. 留意的词',
    type: 'array',
    minItems: 1,
    uniqueItems: true,
    items: { type: 'string', pattern: '^\\S+$' },
  },
};
