import type { Comparison, Value } from '../model/ruleset.ts';
import { BOUNDS } from './keywords/compare.ts';
import type { JsonSchema } from './keywords/keyword.ts';

const listOf = (value: unknown): readonly JsonSchema[] => value as readonly JsonSchema[];

const valuesIn = (assertion: JsonSchema): readonly Value[] =>
  Object.entries(assertion).flatMap(([keyword, value]): readonly Value[] => {
    if (keyword === 'not') return valuesIn(value as JsonSchema);
    if (keyword === 'allOf' || keyword === 'anyOf') return listOf(value).flatMap(valuesIn);
    return keyword === 'enum' ? (value as readonly Value[]) : [value as Value];
  });

const namedIn = (condition: JsonSchema): readonly (readonly [string, readonly Value[]])[] =>
  Object.entries(condition).flatMap(([keyword, value]) => {
    if (keyword === 'compare') return [];
    if (keyword === 'not') return namedIn(value as JsonSchema);
    if (keyword === 'allOf' || keyword === 'anyOf') return listOf(value).flatMap(namedIn);
    return Object.entries(value as Readonly<Record<string, JsonSchema>>).map(
      ([field, assertion]) => [field, valuesIn(assertion)] as const,
    );
  });

/** What a condition holds single fields against, by field, each value once. */
export const constantsOf = (condition: JsonSchema): Readonly<Record<string, readonly Value[]>> => {
  const values = new Map<string, Set<Value>>();
  for (const [field, named] of namedIn(condition)) {
    values.set(field, new Set([...(values.get(field) ?? []), ...named]));
  }
  return Object.fromEntries([...values].map(([field, named]) => [field, [...named]]));
};

/** Every `compare` of a condition, in reading order. */
export const comparisonsOf = (condition: JsonSchema, always = true): readonly Comparison[] =>
  Object.entries(condition).flatMap(([keyword, value]): readonly Comparison[] => {
    if (keyword === 'not') return comparisonsOf(value as JsonSchema, false);
    if (keyword === 'allOf') return listOf(value).flatMap((part) => comparisonsOf(part, always));
    if (keyword === 'anyOf') return listOf(value).flatMap((part) => comparisonsOf(part, false));
    if (keyword !== 'compare') return [];
    const compare = value as Readonly<Record<string, readonly string[]>>;
    const bound = BOUNDS.find((name) => compare[name] !== undefined)!;
    return [{ sum: compare.sum!, bound, against: compare[bound]!, always }];
  });
