import type { JsonSchema } from './keywords/keyword.ts';
import { INDICATOR, ROOT, RULE, SHARE, VETO } from './keywords/vocabulary.ts';
import { ASSERTION, CONDITION, FIELD_NAME, fromKeywords, RULE_NAME } from './shared-definitions.ts';

const closed = { type: 'object', additionalProperties: false };

/** The meta-schema of `ruleset.yaml`, published as `rules/schema/ruleset.schema.json`. */
export const RULESET_SCHEMA: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:streetcheck:ruleset:1',
  title: 'A streetcheck ruleset 规则包',
  ...closed,
  required: ['$schema', 'id', 'label', 'version', 'source', 'records', 'indicators', 'type', 'properties'],
  properties: {
    $schema: { const: 'urn:streetcheck:ruleset:1' },
    ...fromKeywords(ROOT),
    type: { const: 'object' },
    properties: {
      description: 'One property is one rule. 考核规则',
      type: 'object',
      minProperties: 1,
      propertyNames: { $ref: '#/$defs/rule-name' },
      additionalProperties: { $ref: '#/$defs/rule' },
    },
  },
  $defs: {
    rule: {
      if: { type: 'object', required: ['veto'] },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: { $ref: '#/$defs/veto-rule' },
      else: { $ref: '#/$defs/share-rule' },
    },
    'share-rule': {
      ...closed,
      required: ['label', 'clause', 'share'],
      properties: { ...fromKeywords(RULE), ...fromKeywords(SHARE) },
    },
    'veto-rule': {
      ...closed,
      required: ['label', 'clause', 'veto', 'field', 'const'],
      properties: {
        ...fromKeywords(RULE),
        ...fromKeywords(VETO),
        scope: { description: 'A veto judges streets only. 仅适用于街道', const: 'street' },
        const: { description: 'The value it must have. 应为', type: ['string', 'integer'] },
      },
    },
    indicator: { ...closed, required: ['of'], minProperties: 2, properties: fromKeywords(INDICATOR) },
    condition: CONDITION,
    assertion: ASSERTION,
    'field-name': FIELD_NAME,
    'rule-name': RULE_NAME,
  },
};
