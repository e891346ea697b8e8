import type { Keyword } from './keyword.ts';

export const of: Keyword = {
  keyword: 'of',
  schema: { description: 'The table whose units are counted. 计数单位', enum: ['streets', 'communities', 'compounds'] },
};
