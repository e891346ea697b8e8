import type { Keyword } from './keyword.ts';

export const requiredFrom: Keyword = {
  keyword: 'requiredFrom',
  schema: {
    description: 'First year in which the rule is required; advisory before. 起始考核年度',
    type: 'integer',
    minimum: 1900,
    maximum: 2999,
  },
};
