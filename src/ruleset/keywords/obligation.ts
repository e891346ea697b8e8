import type { Keyword } from './keyword.ts';

export const obligation: Keyword = {
  keyword: 'obligation',
  schema: { description: 'Advisory rules are shown and decide nothing. 约束力', enum: ['required', 'advisory'] },
};
