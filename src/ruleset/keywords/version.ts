import type { Keyword } from './keyword.ts';

export const version: Keyword = {
  keyword: 'version',
  schema: {
    description: 'Semantic version of the ruleset. 版本',
    type: 'string',
    pattern: '^\\d+\\.\\d+\\.\\d+$',
    examples: ['1.0.0'],
  },
};
