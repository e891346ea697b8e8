import type { Keyword } from './keyword.ts';
import { textSchema } from './text-schema.ts';

const position = { type: 'integer', minimum: 1, maximum: 12 };
const part = { type: 'integer', minimum: 0, maximum: 999_999_999_999 };

/** Codes whose digits at these positions (from 1) lie in the range are no units; nor is what belongs to them. */
export const units: Keyword = {
  keyword: 'units',
  schema: {
    description: 'Which rows are units at all. 计数范围',
    type: 'object',
    additionalProperties: false,
    required: ['leftOut'],
    properties: {
      leftOut: {
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['digits', 'from', 'to', 'label'],
          properties: {
            digits: { type: 'array', minItems: 2, maxItems: 2, items: position },
            from: part,
            to: part,
            label: textSchema('Why it is no unit. 不计入的理由'),
          },
        },
      },
    },
  },
};
