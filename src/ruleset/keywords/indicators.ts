import type { Keyword } from './keyword.ts';

export const indicators: Keyword = {
  keyword: 'indicators',
  schema: {
    description: 'What is counted. 指标',
    type: 'object',
    propertyNames: { $ref: '#/$defs/rule-name' },
    additionalProperties: { $ref: '#/$defs/indicator' },
  },
};
