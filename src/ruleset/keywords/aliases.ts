import type { Keyword } from './keyword.ts';

export const aliases: Keyword = {
  keyword: 'aliases',
  schema: {
    description: 'Another name of a unit and the name it stands for. 别名',
    type: 'object',
    additionalProperties: { type: 'string', pattern: '\\S' },
  },
};
