/** `value` as `JSON.stringify(…, null, 1)` writes it `depth` levels down: put so deep, and what is around it cut off. */
export const indented = (value: unknown, depth: number): string => {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  let document = value;
  for (let level = 0; level < depth; level++) document = [document];
  const spaces = (depth * (depth - 1)) / 2;
  return JSON.stringify(document, null, 1).slice(3 * depth + spaces, -(2 * depth + spaces) || undefined);
};

/** What JSON makes of a value. */
export type Json<T> = T extends { toJSON(): infer J }
  ? Json<J>
  : T extends readonly (infer E)[]
    ? readonly Json<E>[]
    : T extends object
      ? { readonly [K in keyof T]: Json<T[K]> }
      : T;

/** A list whose entries are made when they are written, and are never put together as one text. */
export class Entries<T, E> {
  readonly #items: Iterable<T>;
  readonly #entry: (item: T) => E;
  readonly #write: ((item: T) => string | null) | undefined;

  /** `write` gives the text of an entry as deep as it will stand, or null where it is to be made of the entry. */
  constructor(items: Iterable<T>, entry: (item: T) => E, write?: (item: T) => string | null) {
    this.#items = items;
    this.#entry = entry;
    this.#write = write;
  }

  *[Symbol.iterator](): Iterator<E> {
    for (const item of this.#items) yield this.#entry(item);
  }

  toJSON(): readonly E[] {
    return Array.from(this.#items, (item) => this.#entry(item));
  }

  *pieces(depth: number): Iterable<readonly [key: null, text: Iterable<string>]> {
    for (const item of this.#items) {
      const text = this.#write?.(item) ?? null;
      yield [null, text === null ? indentedPieces(this.#entry(item), depth) : [text]];
    }
  }
}

const hasEntries = (value: unknown): boolean =>
  value instanceof Entries || (typeof value === 'object' && value !== null && Object.values(value).some(hasEntries));

/** Keys and members as they are written; those of a list have no key. */
function* membersOf(value: object, depth: number): Iterable<readonly [key: string | null, text: Iterable<string>]> {
  if (value instanceof Entries) yield* value.pieces(depth);
  else if (Array.isArray(value)) for (const member of value) yield [null, indentedPieces(member, depth)];
  else
    for (const [key, member] of Object.entries(value))
      if (member !== undefined) yield [key, indentedPieces(member, depth)];
}

/** A document as plain data: what JSON makes of it, without a text between. */
export const toData = <T>(document: T): Json<T> => {
  const copy = (value: unknown): unknown => {
    if (value instanceof Entries) return Array.from(value, copy);
    if (Array.isArray(value)) return value.map(copy);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, member]) => (member === undefined ? [] : [[key, copy(member)]])),
    );
  };
  return copy(document) as Json<T>;
};

/** What `indented` gives, in pieces where it holds `Entries`. */
export const indentedPieces = (value: unknown, depth = 0): Iterable<string> =>
  hasEntries(value) ? openedPieces(value as object, depth) : [indented(value, depth)];

function* openedPieces(value: object, depth: number): Iterable<string> {
  const [open, close] = Array.isArray(value) || value instanceof Entries ? '[]' : '{}';
  const line = `\n${' '.repeat(depth + 1)}`;
  let before = open;
  for (const [key, text] of membersOf(value, depth + 1)) {
    yield `${before}${line}${key === null ? '' : `${JSON.stringify(key)}: `}`;
    yield* text;
    before = ',';
  }
  yield before === open ? `${open}${close}` : `\n${' '.repeat(depth)}${close}`;
}
