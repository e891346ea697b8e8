import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Outcome, RecordValues, Value } from '../../src/model/ruleset.ts';
import { toCondition } from '../../src/ruleset/condition.ts';
import type { JsonSchema } from '../../src/ruleset/documents.ts';
import { stockAjv } from './stock-ajv.ts';

const ajv = stockAjv();

const outcome = (condition: JsonSchema, record: RecordValues): Outcome => toCondition(condition).outcome(record);

/** What each field may hold: counts, and one text. */
const DOMAIN: Readonly<Record<string, readonly Value[]>> = {
  ...{ a: [0, 1, 2], b: [0, 1, 2], c: [0, 1, 2] },
  d: ['x', 'y'],
};
const COUNTS = ['a', 'b', 'c'];

const count = fc.constantFrom(...COUNTS);
const few = fc.array(count, { minLength: 1, maxLength: 2 });
const scalar = fc.constantFrom<Value>(0, 1, 2, 'x', 'y');
const parts = <T>(part: fc.Arbitrary<T>) => fc.array(part, { minLength: 1, maxLength: 3 });
const { condition } = fc.letrec<{ asked: JsonSchema; condition: JsonSchema }>((tie) => ({
  asked: fc.oneof(
    { maxDepth: 2 },
    scalar.map((value): JsonSchema => ({ const: value })),
    parts(scalar).map((values): JsonSchema => ({ enum: values })),
    fc
      .record(
        {
          ...{ minimum: fc.nat(2), maximum: fc.nat(2) },
          ...{ exclusiveMinimum: fc.nat(2), exclusiveMaximum: fc.nat(2) },
        },
        { requiredKeys: [], noNullPrototype: true },
      )
      .filter((limits) => Object.keys(limits).length > 0),
    tie('asked').map((not): JsonSchema => ({ not })),
    parts(tie('asked')).map((allOf): JsonSchema => ({ allOf })),
    parts(tie('asked')).map((anyOf): JsonSchema => ({ anyOf })),
  ),
  condition: fc.oneof(
    { maxDepth: 4 },
    fc
      .dictionary(fc.constantFrom(...COUNTS, 'd'), tie('asked'), { minKeys: 1, maxKeys: 2, noNullPrototype: true })
      .map((properties): JsonSchema => ({ properties })),
    fc
      .tuple(few, fc.constantFrom('atMost', 'below', 'atLeast', 'above'), few)
      .map(([sum, bound, against]): JsonSchema => ({ compare: { sum, [bound]: against } })),
    tie('condition').map((not): JsonSchema => ({ not })),
    parts(tie('condition')).map((allOf): JsonSchema => ({ allOf })),
    parts(tie('condition')).map((anyOf): JsonSchema => ({ anyOf })),
  ),
}));

const values = Object.fromEntries(Object.entries(DOMAIN).map(([field, of]) => [field, fc.constantFrom(...of)]));
const record = fc.record(values, { requiredKeys: [], noNullPrototype: true }) as fc.Arbitrary<RecordValues>;
const complete = fc.record(values, { noNullPrototype: true }) as fc.Arbitrary<RecordValues>;

/** Every record that an incomplete one may be. */
const completionsOf = (given: RecordValues): readonly RecordValues[] =>
  Object.entries(DOMAIN).reduce<readonly RecordValues[]>(
    (known, [field, of]) =>
      field in given ? known : known.flatMap((each) => of.map((value) => ({ ...each, [field]: value }))),
    [given],
  );

/** What all completions agree on, by stock JSON Schema. */
const agreed = (given: JsonSchema, of: RecordValues): Outcome => {
  const validate = ajv.compile(given);
  const answers = new Set(completionsOf(of).map((each) => validate(each)));
  return answers.size > 1 ? 'unknown' : answers.has(true) ? 'yes' : 'no';
};

/** The fields of each single assertion, with that assertion as a condition of its own. */
const assertionsIn = (given: JsonSchema): readonly (readonly [fields: readonly string[], alone: JsonSchema])[] =>
  Object.entries(given).flatMap(([keyword, value]) => {
    if (keyword === 'properties') {
      return Object.entries(value as object).map(
        ([field, asked]) => [[field], { properties: { [field]: asked } }] as const,
      );
    }
    if (keyword === 'compare') {
      return [[Object.values(value as Record<string, string[]>).flat(), { compare: value }] as const];
    }
    return ([value].flat() as JsonSchema[]).flatMap(assertionsIn);
  });

test.each<[keyword: string, asked: JsonSchema, yes: readonly Value[], no: readonly Value[]]>([
  ['const', { const: 1 }, [1], [0, 2, '1']],
  ['const of a text', { const: 'x' }, ['x'], ['y', 'xx', 0]],
  ['enum', { enum: [1, 'x'] }, [1, 'x'], [0, 'y']],
  ['minimum', { minimum: 1 }, [1, 2, 'x'], [0]],
  ['maximum', { maximum: 1 }, [0, 1, 'x'], [2]],
  ['exclusiveMinimum', { exclusiveMinimum: 1 }, [2, 'x'], [0, 1]],
  ['exclusiveMaximum', { exclusiveMaximum: 1 }, [0, 'x'], [1, 2]],
  ['several together', { minimum: 1, maximum: 2 }, [1, 2], [0, 3]],
  ['not', { not: { const: 1 } }, [0, 'x'], [1]],
  ['allOf', { allOf: [{ minimum: 1 }, { maximum: 1 }] }, [1], [0, 2]],
  ['anyOf', { anyOf: [{ const: 0 }, { const: 2 }] }, [0, 2], [1]],
])('what one field is asked: %s', (_, asked, yes, no) => {
  const condition = { properties: { a: asked } };
  expect(yes.map((a) => outcome(condition, { a, b: 9 }))).toEqual(yes.map(() => 'yes'));
  expect(no.map((a) => outcome(condition, { a, b: 9 }))).toEqual(no.map(() => 'no'));
  expect(outcome(condition, { b: 9 })).toBe('unknown');
});

const IS: Readonly<Record<Outcome, RecordValues>> = { yes: { a: 1 }, no: { a: 0 }, unknown: {} };
const all = ['yes', 'no', 'unknown'] as const;
const both = all.flatMap((left) => all.map((right) => [left, right] as const));

test.each(both)('%s and %s, or either', (left, right) => {
  const [a, b] = [{ properties: { a: { const: 1 } } }, { properties: { b: { const: 1 } } }];
  const of = { ...IS[left], ...('a' in IS[right] ? { b: IS[right].a! } : {}) };
  const given = [left, right];
  const and = given.includes('no') ? 'no' : given.includes('unknown') ? 'unknown' : 'yes';
  const or = given.includes('yes') ? 'yes' : given.includes('unknown') ? 'unknown' : 'no';
  for (const part of [{ allOf: [a, b] }, { ...a, allOf: [b] }, { properties: { ...a.properties, ...b.properties } }]) {
    expect(outcome(part, of)).toBe(and);
  }
  expect(outcome({ anyOf: [a, b] }, of)).toBe(or);
  const decisive = (found: Outcome) => ['a', 'b'].filter((_, at) => given[at] === found);
  expect(toCondition({ allOf: [a, b] }).decidedBy(of)).toEqual(decisive(and));
  expect(toCondition({ not: { anyOf: [a, b] } }).decidedBy(of)).toEqual(decisive(or));
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
  ['a field is no number', { sum: ['a'], atMost: ['b'] }, { a: 0, b: 'x' }, 'unknown'],
] as const)('compare: %s', (_, compare, counts, expected) => {
  expect(outcome({ compare }, counts)).toBe(expected);
  const opposite = { yes: 'no', no: 'yes', unknown: 'unknown' }[expected];
  expect(outcome({ not: { compare } }, counts)).toBe(opposite);
});

test('fields come in reading order, each once', () => {
  const given = {
    anyOf: [
      { compare: { sum: ['c', 'a'], above: ['b'] } },
      { not: { properties: { b: { const: 1 }, d: { const: 2 } } } },
    ],
  };
  expect(toCondition(given).fields).toEqual(['c', 'a', 'b', 'd']);
});

test('what single fields are held against, by field, each value once', () => {
  const given = {
    anyOf: [{ properties: { a: { enum: ['x', 'y'] }, b: { minimum: 3, exclusiveMaximum: 9 } } }],
    not: { allOf: [{ properties: { a: { not: { anyOf: [{ const: 'x' }, { const: 'z' }] } } } }] },
    allOf: [{ properties: { c: { allOf: [{ minimum: 1 }, { const: 2 }] } } }],
  };
  expect(toCondition(given).constants).toEqual({ a: ['x', 'y', 'z'], b: [3, 9], c: [1, 2] });
  expect(toCondition({ compare: { sum: ['a'], atMost: ['b'] } }).constants).toEqual({});
});

test('comparisons are always to hold unless one of several, or the contrary, will do', () => {
  const compare = { sum: ['a'], atMost: ['b'] };
  const given = { compare, allOf: [{ compare }, { anyOf: [{ compare }] }], not: { compare } };
  const found = { sum: ['a'], bound: 'atMost', against: ['b'] };
  expect(toCondition(given).comparisons).toEqual([true, true, false, false].map((always) => ({ ...found, always })));
  expect(toCondition({ properties: { a: { const: 1 } } }).comparisons).toEqual([]);
});

test('on complete records a condition is what stock JSON Schema says of it', () => {
  fc.assert(
    fc.property(condition, complete, (given, of) => {
      expect(outcome(given, of)).toBe(ajv.validate(given, of) ? 'yes' : 'no');
    }),
    { numRuns: 500 },
  );
});

test('on incomplete ones it never contradicts a completion', () => {
  fc.assert(
    fc.property(condition, record, (given, of) => {
      const found = outcome(given, of);
      if (found !== 'unknown') expect(agreed(given, of)).toBe(found);
    }),
    { numRuns: 300 },
  );
});

test('where each field is read once, and what is open can go either way, it is what all completions agree on', () => {
  fc.assert(
    fc.property(condition, record, (given, of) => {
      const assertions = assertionsIn(given);
      const read = assertions.flatMap(([fields]) => fields);
      fc.pre(new Set(read).size === read.length);
      // Logic does not know that no count is below 0, nor that a field is asked for all that it may hold.
      const open = assertions.filter(([fields]) => fields.some((field) => of[field] === undefined));
      fc.pre(open.every(([, alone]) => agreed(alone, of) === 'unknown'));
      expect(outcome(given, of)).toBe(agreed(given, of));
    }),
    { numRuns: 200 },
  );
});

/** Strong Kleene logic by its truth tables: 1 yes, 0.5 unknown, 0 no. */
const kleene = (given: JsonSchema, of: RecordValues): number => {
  const each = Object.entries(given).flatMap(([keyword, value]): number[] => {
    if (keyword === 'not') return [1 - kleene(value as JsonSchema, of)];
    if (keyword === 'allOf') return (value as JsonSchema[]).map((part) => kleene(part, of));
    if (keyword === 'anyOf') return [Math.max(...(value as JsonSchema[]).map((part) => kleene(part, of)))];
    if (keyword === 'compare') {
      const alone = { compare: value };
      const isOpen = assertionsIn(alone).some(([fields]) => fields.some((field) => of[field] === undefined));
      return [isOpen ? 0.5 : Number(ajv.validate(alone, of))];
    }
    return Object.entries(value as object).map(([field, asked]) =>
      of[field] === undefined ? 0.5 : Number(ajv.validate(asked, of[field])),
    );
  });
  return Math.min(...each);
};

test('it is strong Kleene logic', () => {
  fc.assert(
    fc.property(condition, record, (given, of) => {
      expect(outcome(given, of)).toBe({ 0: 'no', 0.5: 'unknown', 1: 'yes' }[kleene(given, of)]);
    }),
    { numRuns: 300 },
  );
});

test('filling in what is missing never overturns a yes or a no', () => {
  fc.assert(
    fc.property(condition, record, record, (given, of, more) => {
      const before = outcome(given, of);
      if (before !== 'unknown') expect(outcome(given, { ...more, ...of })).toBe(before);
    }),
    { numRuns: 200 },
  );
});

test('what decided an outcome is enough for it, whatever else a record says; what keeps it open is not there', () => {
  fc.assert(
    fc.property(condition, record, record, (given, of, other) => {
      const decided = toCondition(given).decidedBy(of);
      const found = outcome(given, of);
      if (found === 'unknown') {
        expect(decided.some((name) => of[name] === undefined)).toBe(true);
        return;
      }
      const kept = Object.fromEntries(Object.entries(other).filter(([name]) => !decided.includes(name)));
      for (const name of decided) if (of[name] !== undefined) kept[name] = of[name];
      expect(outcome(given, kept)).toBe(found);
    }),
    { numRuns: 200 },
  );
});
