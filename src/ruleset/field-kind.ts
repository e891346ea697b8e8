import type { FieldKind } from '../model/ruleset.ts';
import type { JsonSchema } from './keywords/keyword.ts';

const BY_FORMAT = new Map<unknown, FieldKind>([
  ['code', 'code'],
  ['name', 'name'],
  ['year', 'year'],
]);

/** How the raw text of a field is read, by its schema. */
export const kindOf = (schema: JsonSchema): FieldKind => {
  if (schema.type === 'integer') return 'count';
  if (Array.isArray(schema.enum)) return 'choice';
  return BY_FORMAT.get(schema.format) ?? 'text';
};
