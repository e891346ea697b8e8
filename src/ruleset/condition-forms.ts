import type { ConditionTree } from './condition-tree.ts';
import { BOUNDS } from './keywords/compare.ts';
import type { JsonSchema } from './keywords/keyword.ts';

type Entries = readonly (readonly [string, unknown])[];

const listOf = (value: unknown): readonly JsonSchema[] => value as readonly JsonSchema[];

const fieldsOfCompare = (compare: JsonSchema): readonly string[] =>
  ['sum', ...BOUNDS].flatMap((key) => (compare[key] ?? []) as readonly string[]);

/** The fields of each single assertion of a condition, in reading order. */
export const assertionsOf = (condition: JsonSchema): readonly (readonly string[])[] =>
  Object.entries(condition).flatMap(([keyword, value]) => {
    if (keyword === 'properties') return Object.keys(value as object).map((field) => [field]);
    if (keyword === 'compare') return [fieldsOfCompare(value as JsonSchema)];
    if (keyword === 'not') return assertionsOf(value as JsonSchema);
    return listOf(value).flatMap(assertionsOf);
  });

/**
 * The condition as a schema in which a missing field satisfies (`best`) or does not satisfy (`worst`) each
 * assertion about it; `not` swaps the two. Both hold: yes; neither: no; else unknown (strong Kleene logic).
 */
export const toForm = (condition: JsonSchema, form: 'best' | 'worst'): JsonSchema => {
  const needed = new Set<string>();
  const entries: Entries = Object.entries(condition).map(([keyword, value]) => {
    if (keyword === 'not') return [keyword, toForm(value as JsonSchema, form === 'best' ? 'worst' : 'best')];
    if (keyword === 'allOf' || keyword === 'anyOf') return [keyword, listOf(value).map((part) => toForm(part, form))];
    // `properties` and `compare` pass over a missing field; in the worst form it has to be there.
    const fields = keyword === 'compare' ? fieldsOfCompare(value as JsonSchema) : Object.keys(value as object);
    for (const field of fields) needed.add(field);
    return [keyword, value];
  });
  const required = form === 'worst' && needed.size > 0 ? { required: [...needed] } : {};
  return { ...required, ...Object.fromEntries(entries) };
};

/** The condition taken apart, `compile` making what a caller has of each form of a single assertion. */
export const toTree = <Form>(condition: JsonSchema, compile: (schema: JsonSchema) => Form): ConditionTree<Form> => {
  const leaf = (fields: readonly string[], schema: JsonSchema): ConditionTree<Form> => ({
    fields,
    best: compile(toForm(schema, 'best')),
    worst: compile(toForm(schema, 'worst')),
  });
  const all = Object.entries(condition).flatMap(([keyword, value]): ConditionTree<Form>[] => {
    if (keyword === 'properties')
      return Object.entries(value as object).map(([field, asked]) => leaf([field], { properties: { [field]: asked } }));
    if (keyword === 'compare') return [leaf(fieldsOfCompare(value as JsonSchema), { compare: value })];
    if (keyword === 'not') return [{ not: toTree(value as JsonSchema, compile) }];
    const parts = listOf(value).map((part) => toTree(part, compile));
    return [keyword === 'anyOf' ? { any: parts } : { all: parts }];
  });
  return all.length === 1 ? all[0]! : { all };
};
