import type { Keyword } from './keyword.ts';

export const records: Keyword = {
  keyword: 'records',
  schema: {
    description: 'The file of each record schema the scheme needs, inside the folder of the ruleset. 台账结构文件',
    type: 'object',
    additionalProperties: false,
    minProperties: 1,
    properties: {
      streets: { type: 'string', pattern: '\\S' },
      communities: { type: 'string', pattern: '\\S' },
      compounds: { type: 'string', pattern: '\\S' },
    },
  },
};
