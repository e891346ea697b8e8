import type { JsonSchema, Keyword } from './keywords/keyword.ts';
import { CONDITION as CONDITION_KEYWORDS } from './keywords/vocabulary.ts';

/** Names that every object already has are no names of fields or rules. */
const INHERITED = Object.getOwnPropertyNames(Object.prototype)
  .filter((name) => /^[a-z]/.test(name))
  .sort();

export const FIELD_NAME: JsonSchema = { type: 'string', pattern: '^[a-z][A-Za-z0-9]*$', not: { enum: INHERITED } };
export const RULE_NAME: JsonSchema = { type: 'string', pattern: '^[a-z][a-z0-9-]*$', not: { enum: INHERITED } };

/** `properties` of a closed object from the keywords it takes. */
export const fromKeywords = (keywords: readonly Keyword[]): Readonly<Record<string, JsonSchema>> =>
  Object.fromEntries(keywords.map(({ keyword, schema }) => [keyword, schema]));

const scalar = { type: ['string', 'integer'] };
const values = { type: 'array', minItems: 1, items: scalar };
const number = { type: 'integer' };

const listOf = ($ref: string): JsonSchema => ({ type: 'array', minItems: 1, items: { $ref } });

/** What is said of one field. */
export const ASSERTION: JsonSchema = {
  type: 'object',
  additionalProperties: false,
  minProperties: 1,
  properties: {
    const: scalar,
    enum: values,
    minimum: number,
    maximum: number,
    exclusiveMinimum: number,
    exclusiveMaximum: number,
    allOf: listOf('#/$defs/assertion'),
    anyOf: listOf('#/$defs/assertion'),
    not: { $ref: '#/$defs/assertion' },
  },
};

/** What is said of one record. */
export const CONDITION: JsonSchema = {
  type: 'object',
  additionalProperties: false,
  minProperties: 1,
  properties: {
    properties: {
      type: 'object',
      minProperties: 1,
      propertyNames: { $ref: '#/$defs/field-name' },
      additionalProperties: { $ref: '#/$defs/assertion' },
    },
    allOf: listOf('#/$defs/condition'),
    anyOf: listOf('#/$defs/condition'),
    not: { $ref: '#/$defs/condition' },
    ...fromKeywords(CONDITION_KEYWORDS),
  },
};
