import type { Keyword } from './keyword.ts';
import { textSchema } from './text-schema.ts';

export const source: Keyword = {
  keyword: 'source',
  schema: {
    description: 'The document the ruleset renders. 依据文件',
    type: 'object',
    additionalProperties: false,
    required: ['number'],
    properties: {
      number: { type: 'string', pattern: '\\S' },
      title: textSchema('Its title, as people cite it. 文件名称'),
      clauses: {
        description:
          'How people read its clauses: by what rules give as their clause, what follows the title. 条款的写法',
        type: 'object',
        additionalProperties: textSchema('As it follows the title. 条款'),
        examples: [{ 二: { zh: '第二部分', en: 'part 2' } }],
      },
      issued: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$', examples: ['2011-07-13'] },
    },
  },
};
