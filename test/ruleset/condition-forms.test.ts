import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Outcome } from '../../src/model/ruleset.ts';
import { assertionsOf, toForm, toTree } from '../../src/ruleset/condition-forms.ts';
import { comparisonsOf, constantsOf } from '../../src/ruleset/condition-parts.ts';
import { decidedBy } from '../../src/ruleset/condition-tree.ts';
import { createAjv } from '../../src/ruleset/create-ajv.ts';
import type { JsonSchema } from '../../src/ruleset/keywords/keyword.ts';

const ajv = createAjv();

type Counts = Readonly<Record<string, number>>;

const byForms = (condition: JsonSchema, record: Counts): Outcome => {
  if (ajv.validate(toForm(condition, 'worst'), record)) return 'yes';
  return ajv.validate(toForm(condition, 'best'), record) ? 'unknown' : 'no';
};

/** Strong Kleene logic by its truth tables, knowing nothing of the two forms: 1 yes, 0.5 unknown, 0 no. */
const kleene = (condition: JsonSchema, record: Counts): number => {
  const parts = Object.entries(condition).flatMap(([keyword, value]): number[] => {
    if (keyword === 'not') return [1 - kleene(value as JsonSchema, record)];
    if (keyword === 'allOf') return (value as JsonSchema[]).map((part) => kleene(part, record));
    if (keyword === 'anyOf') return [Math.max(...(value as JsonSchema[]).map((part) => kleene(part, record)))];
    if (keyword === 'properties') {
      return Object.entries(value as Record<string, { const: number }>).map(([field, { const: expected }]) =>
        record[field] === undefined ? 0.5 : Number(record[field] === expected),
      );
    }
    const { sum, atMost } = value as { sum: string[]; atMost: string[] };
    const total = (fields: string[]) => fields.reduce((all, field) => all + (record[field] ?? Number.NaN), 0);
    const [left, right] = [total(sum), total(atMost)];
    return [Number.isNaN(left + right) ? 0.5 : Number(left <= right)];
  });
  return Math.min(...parts);
};

const field = fc.constantFrom('a', 'b', 'c');
const few = fc.array(field, { minLength: 1, maxLength: 2 });
const { condition } = fc.letrec<{ condition: JsonSchema }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4 },
    fc
      .dictionary(field, fc.record({ const: fc.nat(2) }), { minKeys: 1, maxKeys: 2, noNullPrototype: true })
      .map((properties): JsonSchema => ({ properties })),
    fc.record({ sum: few, atMost: few }).map((compare): JsonSchema => ({ compare })),
    tie('condition').map((not): JsonSchema => ({ not })),
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((allOf): JsonSchema => ({ allOf })),
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((anyOf): JsonSchema => ({ anyOf })),
  ),
}));
const record = fc.dictionary(field, fc.nat(2), { noNullPrototype: true });

test('the two forms give strong Kleene logic', () => {
  fc.assert(
    fc.property(condition, record, (given, counts) => {
      expect(byForms(given, counts)).toBe({ 0: 'no', 0.5: 'unknown', 1: 'yes' }[kleene(given, counts)]);
    }),
    { numRuns: 200 },
  );
});

test('filling in what is missing never overturns a yes or a no', () => {
  fc.assert(
    fc.property(condition, record, record, (given, counts, more) => {
      const before = byForms(given, counts);
      if (before !== 'unknown') expect(byForms(given, { ...more, ...counts })).toBe(before);
    }),
    { numRuns: 100 },
  );
});

test.each([
  ['at most, equal', { sum: ['a'], atMost: ['b'] }, { a: 3, b: 3 }, 'yes'],
  ['at most, above', { sum: ['a'], atMost: ['b'] }, { a: 4, b: 3 }, 'no'],
  ['below, equal', { sum: ['a'], below: ['b'] }, { a: 3, b: 3 }, 'no'],
  ['at least, equal', { sum: ['a'], atLeast: ['b'] }, { a: 3, b: 3 }, 'yes'],
  ['above, equal', { sum: ['a'], above: ['b'] }, { a: 3, b: 3 }, 'no'],
  ['a sum of two', { sum: ['a', 'b'], atMost: ['c'] }, { a: 1, b: 2, c: 3 }, 'yes'],
  ['a sum that doubles would round', { sum: ['a', 'b'], atMost: ['c'] }, { a: 2 ** 53 - 1, b: 2, c: 2 ** 53 }, 'no'],
  ['a field is missing', { sum: ['a'], atMost: ['b'] }, { a: 0 }, 'unknown'],
  ['both are missing', { sum: ['a'], atMost: ['b'] }, {}, 'unknown'],
])('compare: %s', (_, compare, counts, expected) => {
  expect(byForms({ compare }, counts)).toBe(expected);
  const opposite = { yes: 'no', no: 'yes', unknown: 'unknown' }[expected];
  expect(byForms({ not: { compare } }, counts)).toBe(opposite);
});

test('what decided an outcome is enough for it, whatever else a record says; what keeps it open is not there', () => {
  fc.assert(
    fc.property(condition, record, record, (given, counts, other) => {
      const decided = decidedBy(
        toTree(given, (schema) => ajv.compile(schema)),
        counts,
      );
      const outcome = byForms(given, counts);
      if (outcome === 'unknown') {
        expect(decided.some((name) => counts[name] === undefined)).toBe(true);
        return;
      }
      const kept = Object.fromEntries(Object.entries(other).filter(([name]) => !decided.includes(name)));
      for (const name of decided) if (counts[name] !== undefined) kept[name] = counts[name];
      expect(byForms(given, kept)).toBe(outcome);
    }),
    { numRuns: 200 },
  );
});

test('assertions come in reading order', () => {
  const given = {
    anyOf: [
      { compare: { sum: ['c', 'a'], above: ['b'] } },
      { not: { properties: { b: { const: 1 }, a: { const: 2 } } } },
    ],
  };
  expect(assertionsOf(given)).toEqual([['c', 'a', 'b'], ['b'], ['a']]);
});

test('what single fields are held against, by field, each value once', () => {
  const given = {
    anyOf: [{ properties: { a: { enum: ['x', 'y'] }, b: { minimum: 3, exclusiveMaximum: 9 } } }],
    not: { allOf: [{ properties: { a: { not: { anyOf: [{ const: 'x' }, { const: 'z' }] } } } }] },
  };
  expect(constantsOf(given)).toEqual({ a: ['x', 'y', 'z'], b: [3, 9] });
});

test('comparisons are always to hold unless one of several, or the contrary, will do', () => {
  const compare = { sum: ['a'], atMost: ['b'] };
  const given = { compare, allOf: [{ compare }, { anyOf: [{ compare }] }], not: { compare } };
  const found = { sum: ['a'], bound: 'atMost', against: ['b'] };
  expect(comparisonsOf(given)).toEqual([true, true, false, false].map((always) => ({ ...found, always })));
});
