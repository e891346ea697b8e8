import { clause } from './clause.ts';
import type { Keyword } from './keyword.ts';
import { textSchema } from './text-schema.ts';

export const slidBack: Keyword = {
  keyword: 'slidBack',
  schema: {
    description: 'What the scheme says of units that no longer meet a rule. 退步的处理',
    type: 'object',
    additionalProperties: false,
    required: ['clause', 'proposal', 'basis'],
    properties: {
      clause: clause.schema,
      proposal: textSchema('What a check proposes of such a unit. 处理建议'),
      basis: textSchema('What the clause says, and how it is read. 条款内容及理解'),
    },
  },
};
