import type { Keyword } from './keyword.ts';

export const unknowns: Keyword = {
  keyword: 'unknowns',
  schema: { description: 'Cell texts that mean: not known. 视为未知的写法', type: 'array', items: { type: 'string' } },
};
