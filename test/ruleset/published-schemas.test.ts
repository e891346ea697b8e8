import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { RECORD_SCHEMA } from '../../src/ruleset/record-schema.ts';
import { RULESET_SCHEMA } from '../../src/ruleset/ruleset-schema.ts';

const PUBLISHED = [
  ['ruleset.schema.json', RULESET_SCHEMA],
  ['record.schema.json', RECORD_SCHEMA],
] as const;

const pathOf = (name: string): string => fileURLToPath(new URL(`../../rules/schema/${name}`, import.meta.url));

// UPDATE_SCHEMAS=1 npx vitest run test/ruleset/published-schemas.test.ts writes them anew; biome lays them out.
test.each(PUBLISHED)('%s is what the source says', (name, schema) => {
  if (process.env.UPDATE_SCHEMAS) writeFileSync(pathOf(name), JSON.stringify(schema));
  expect(JSON.parse(readFileSync(pathOf(name), 'utf8'))).toEqual(schema);
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
