import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { toAccepts } from '../../src/ruleset/documents.ts';
import { stockAjv } from './stock-ajv.ts';
import { YANTIAN } from './write-ruleset.ts';

const ofYantian = readdirSync(YANTIAN)
  .filter((name) => name.endsWith('.schema.yaml'))
  .flatMap((name) => Object.values<object>(parse(readFileSync(join(YANTIAN, name), 'utf8')).properties));

/** As fields may be, sensible or not. */
const field = fc.oneof(
  fc.constantFrom(...ofYantian),
  fc.record(
    {
      type: fc.constantFrom('string', 'integer'),
      format: fc.constantFrom('code', 'name', 'year'),
      enum: fc.uniqueArray(fc.constantFrom('a', 'b', '2012', 'x y'), { minLength: 1 }),
      minimum: fc.integer({ min: -2, max: 2 }),
      maximum: fc.integer({ min: 0, max: 4 }),
    },
    { requiredKeys: ['type'], noNullPrototype: true },
  ),
);

const value = fc.oneof(
  fc.constantFrom('', ' ', 'a', 'b', 'x y', 'yes', 'no', 'pass', 'model', 'none', '440308001', '2012', '１２', '码-1'),
  fc.integer({ min: -3, max: 5 }),
  fc.constantFrom(2012, 1.5, 1e21, Number.NaN, null, true),
  fc.constantFrom('a'.repeat(64), 'a'.repeat(65)),
);

test('a field accepts what JSON Schema finds valid', () => {
  const ajv = stockAjv({ code: /^[\p{L}\p{N}_-]{1,64}$/u, name: /\S/, year: /^\d{4}$/ });
  const answers = new Set<boolean>();
  fc.assert(
    fc.property(field, value, (schema, given) => {
      const accepted = toAccepts({ ...schema })(given);
      answers.add(accepted);
      expect(accepted).toBe(ajv.validate({ ...schema }, given));
    }),
    { numRuns: 1000 },
  );
  // Both came up, or the property would say little.
  expect(answers.size).toBe(2);
});
