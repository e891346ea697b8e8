export type JsonSchema = Readonly<Record<string, unknown>>;

// Tolerant looks into data that may not have the shape it should: what is not there is empty.

export const isMapping = (data: unknown): data is object =>
  typeof data === 'object' && data !== null && !Array.isArray(data);

export const entriesOf = (data: unknown): readonly (readonly [string, unknown])[] =>
  isMapping(data) ? Object.entries(data) : [];

export const itemsOf = (data: unknown): readonly unknown[] => (Array.isArray(data) ? data : []);

export const textsOf = (data: unknown): readonly string[] =>
  itemsOf(data).filter((item): item is string => typeof item === 'string');

export const valueAt = (data: unknown, ...path: readonly string[]): unknown =>
  path.reduce((inner, key) => new Map(entriesOf(inner)).get(key), data);
