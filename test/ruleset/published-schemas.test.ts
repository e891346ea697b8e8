import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { RECORD_SCHEMA, RULESET_SCHEMA } from '../../src/ruleset/check-document.ts';
import { BOUNDS } from '../../src/ruleset/condition.ts';
import { valueAt } from '../../src/ruleset/documents.ts';

const PUBLISHED = [
  ['ruleset.schema.json', RULESET_SCHEMA],
  ['record.schema.json', RECORD_SCHEMA],
] as const;

const INHERITED = Object.getOwnPropertyNames(Object.prototype).filter((name) => /^[a-z]/.test(name));

test.each([
  ['fields', RECORD_SCHEMA, 'field-name'],
  ['fields that rules read', RULESET_SCHEMA, 'field-name'],
  ['levels', RULESET_SCHEMA, 'level-name'],
  ['tables', RULESET_SCHEMA, 'table-name'],
  ['rules', RULESET_SCHEMA, 'rule-name'],
])('names that every object already has are no names of %s', (_, schema, name) => {
  expect(valueAt(schema, '$defs', name, 'not', 'enum')).toEqual(INHERITED.toSorted());
});

test('sums are compared by the bounds that are evaluated, and no others', () => {
  const compare = valueAt(RULESET_SCHEMA, '$defs', 'condition', 'properties', 'compare', 'properties');
  expect(Object.keys(compare as object)).toEqual(['sum', ...BOUNDS]);
});

test.each(PUBLISHED)('%s is a schema that any 2020-12 validator takes, in plain words', (_, schema) => {
  expect(() => new Ajv2020({ strict: true, strictTypes: false, strictRequired: false }).compile(schema)).not.toThrow();
  expect(JSON.stringify(schema)).not.toMatch(/dynamicRef|unevaluated/);
});

test.each(PUBLISHED)('every object that %s describes is closed', (_, schema) => {
  const open: string[] = [];
  const visit = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return;
    const node = value as Record<string, unknown>;
    const objects = node.type === 'object' && !path.endsWith('/if');
    if (objects && node.additionalProperties === undefined) open.push(path);
    for (const [key, inner] of Object.entries(node)) visit(inner, `${path}/${key}`);
  };
  visit(schema, '');
  expect(open).toEqual([]);
});
