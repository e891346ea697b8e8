import type { JsonSchema } from './plain-data.ts';

/** Names that every object already has are no names of fields or rules. */
const INHERITED = Object.getOwnPropertyNames(Object.prototype)
  .filter((name) => /^[a-z]/.test(name))
  .sort();

/** A name of letters and digits, or with hyphens. */
export const nameSchema = (pattern: string): JsonSchema => ({ type: 'string', pattern, not: { enum: INHERITED } });

export const FIELD_NAME = nameSchema('^[a-z][A-Za-z0-9]*$');
export const LINE: JsonSchema = { type: 'string', pattern: '\\S' };

const headings: JsonSchema = {
  description: 'What it is called in the files, besides its canonical name. 表头写法',
  type: 'array',
  minItems: 1,
  items: LINE,
};

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
    headings,
    watch: {
      description: 'Words that raise a warning in a column that no rule reads, such as a title withdrawn. 留意的词',
      type: 'array',
      minItems: 1,
      uniqueItems: true,
      items: { type: 'string', pattern: '^\\S+$' },
    },
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
        format: { description: 'How the text of a field is read. 文本格式', enum: ['code', 'name', 'year'] },
        headings,
        labels: {
          description: 'How each value may be written, besides the value itself. 取值写法',
          type: 'object',
          additionalProperties: { type: 'array', items: LINE },
        },
        mendable: {
          description:
            'A choice or count of a unit that can still be changed in the year judged; all else is frozen. 可整改',
          const: true,
        },
        role: { description: 'What else it is: the papers behind a record. 用途', enum: ['evidence'] },
        previousOf: {
          description: 'The count of which it is that of the year before. 上年数所对应的本年数字段',
          $ref: '#/$defs/field-name',
        },
        enum: { type: 'array', minItems: 1, uniqueItems: true, items: { type: 'string', pattern: '^\\S+$' } },
        minimum: { type: 'integer' },
        maximum: { type: 'integer' },
      },
    },
    'field-name': FIELD_NAME,
  },
};
