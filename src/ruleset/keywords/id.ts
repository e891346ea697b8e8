import type { Keyword } from './keyword.ts';

export const id: Keyword = {
  keyword: 'id',
  schema: {
    description: 'Identifies the ruleset. 规则包标识',
    type: 'string',
    pattern: '^[a-z][a-z0-9-]*$',
    examples: ['yantian-2011'],
  },
};
