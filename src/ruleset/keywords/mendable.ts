import type { Keyword } from './keyword.ts';

export const mendable: Keyword = {
  keyword: 'mendable',
  schema: {
    description: 'A choice or count of a unit that can still be changed in the year judged; all else is frozen. 可整改',
    const: true,
  },
};
