import type { JsonSchema } from './keywords/keyword.ts';
import { FIELD, TABLE } from './keywords/vocabulary.ts';
import { FIELD_NAME, fromKeywords } from './shared-definitions.ts';

/** The meta-schema of a record schema, published as `rules/schema/record.schema.json`. */
export const RECORD_SCHEMA: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:streetcheck:record:1',
  title: 'The record schema of a streetcheck ruleset 台账结构',
  type: 'object',
  additionalProperties: false,
  required: ['$schema', 'type', 'properties'],
  properties: {
    $schema: { const: 'urn:streetcheck:record:1' },
    ...fromKeywords(TABLE),
    type: { const: 'object' },
    properties: {
      description: 'The fields of the table. 字段',
      type: 'object',
      minProperties: 1,
      propertyNames: { $ref: '#/$defs/field-name' },
      additionalProperties: { $ref: '#/$defs/field' },
    },
  },
  $defs: {
    field: {
      type: 'object',
      additionalProperties: false,
      required: ['type'],
      properties: {
        type: { description: 'A count is an integer, everything else a string. 类型', enum: ['string', 'integer'] },
        ...fromKeywords(FIELD),
        enum: { type: 'array', minItems: 1, uniqueItems: true, items: { type: 'string', pattern: '^\\S+$' } },
        minimum: { type: 'integer' },
        maximum: { type: 'integer' },
      },
    },
    'field-name': FIELD_NAME,
  },
};
