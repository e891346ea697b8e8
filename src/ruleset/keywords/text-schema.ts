import type { JsonSchema } from './keyword.ts';

const line: JsonSchema = { type: 'string', pattern: '\\S' };

/** A text in both languages; neither may be missing. */
export const textSchema = (description: string): JsonSchema => ({
  description,
  type: 'object',
  additionalProperties: false,
  required: ['zh', 'en'],
  properties: { zh: line, en: line },
});
