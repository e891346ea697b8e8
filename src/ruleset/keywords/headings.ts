import type { Keyword } from './keyword.ts';

export const headings: Keyword = {
  keyword: 'headings',
  schema: {
    description: 'What it is called in the files, besides its canonical name. 表头写法',
    type: 'array',
    minItems: 1,
    items: { type: 'string', pattern: '\\S' },
  },
};
