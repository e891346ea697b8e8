import fc from 'fast-check';
import type { Field, RecordSchema, Value } from '../../src/model/ruleset.ts';
import type { JsonSchema } from '../../src/ruleset/documents.ts';

const field = (name: string, kind: Field['kind'], mendable: boolean): Field => ({
  ...{ name, kind, headings: [name], labelTexts: [], role: null, accepts: () => true },
  labels: new Map(kind === 'choice' ? VALUES.map((value) => [value, value]) : []),
  ...(mendable && { mendable: true as const }),
});

const VALUES = ['x', 'y', 'z'];
/** Counts in conditions go to 3, and a count may be one above or below any of them. */
const COUNTS = [0, 1, 2, 3, 4];
export const DOMAIN: Readonly<Record<string, readonly Value[]>> = {
  ...{ a: VALUES, b: VALUES, f: VALUES },
  ...{ n: [...COUNTS, 5], p: [...COUNTS, 5] },
};

/** Two choices and a count that can be mended, a choice and a count that are frozen. */
export const SCHEMA: RecordSchema = {
  watch: [],
  table: 'communities',
  headings: [],
  fields: [
    ...[field('a', 'choice', true), field('b', 'choice', true), field('n', 'count', true)],
    ...[field('f', 'choice', false), field('p', 'count', false)],
  ],
};

const value = fc.constantFrom(...VALUES);
const number = fc.integer({ min: 0, max: 3 });
const choiceAssertion = fc.oneof(
  value.map((of) => ({ const: of })),
  fc.uniqueArray(value, { minLength: 1, maxLength: 2 }).map((of) => ({ enum: of })),
  value.map((of) => ({ not: { const: of } })),
);
const countAssertion = fc.oneof(
  number.map((of) => ({ minimum: of })),
  number.map((of) => ({ exclusiveMaximum: of + 1 })),
  number.map((of) => ({ const: of })),
);
const leaf: fc.Arbitrary<JsonSchema> = fc.oneof(
  fc
    .tuple(fc.constantFrom('a', 'a', 'b', 'b', 'f'), choiceAssertion)
    .map(([name, of]) => ({ properties: { [name]: of } })),
  countAssertion.map((of) => ({ properties: { n: of } })),
  fc.constantFrom('atMost', 'below', 'atLeast', 'above').map((bound) => ({ compare: { sum: ['n'], [bound]: ['p'] } })),
);
const parts = fc.array(leaf, { minLength: 2, maxLength: 2 });

/** Conditions of the dialect, one or two levels deep. */
export const meets: fc.Arbitrary<JsonSchema> = fc.oneof(
  { weight: 3, arbitrary: leaf },
  { weight: 2, arbitrary: parts.map((allOf) => ({ allOf })) },
  { weight: 2, arbitrary: parts.map((anyOf) => ({ anyOf })) },
  { weight: 1, arbitrary: parts.map((allOf) => ({ not: { allOf } })) },
);

const cell = (values: readonly Value[]) =>
  fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...values) }, { weight: 1, arbitrary: fc.constant(undefined) });

/** A record with blanks here and there. */
export const record = fc
  .record({ a: cell(VALUES), b: cell(VALUES), f: cell(VALUES), n: cell(COUNTS), p: cell(COUNTS) })
  .map((values) =>
    Object.fromEntries(Object.entries(values).flatMap(([name, of]) => (of === undefined ? [] : [[name, of] as const]))),
  );
