import type { Keyword } from './keyword.ts';

export const meets: Keyword = {
  keyword: 'meets',
  schema: {
    description: 'The condition a unit has to meet; absent where the table is handed in as a summary only. 达标条件',
    $ref: '#/$defs/condition',
  },
};
