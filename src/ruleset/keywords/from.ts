import type { Keyword } from './keyword.ts';

export const from: Keyword = {
  keyword: 'from',
  schema: {
    description: 'First year in force; earlier data is not applicable. 起始年度',
    type: 'integer',
    minimum: 1900,
    maximum: 2999,
  },
};
