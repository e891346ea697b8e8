import type { Keyword } from './keyword.ts';

export const veto: Keyword = {
  keyword: 'veto',
  schema: { description: 'A failed special assessment fails the year. 一票否决', const: true },
};
