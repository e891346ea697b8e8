import type { Keyword } from './keyword.ts';

export const clause: Keyword = {
  keyword: 'clause',
  schema: { description: 'The clause of the scheme it rests on. 依据条款', type: 'string', pattern: '\\S' },
};
