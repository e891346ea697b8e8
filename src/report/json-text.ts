const NEEDS_ESCAPES = /[\u0000-\u001f"\\\ud800-\udfff]/;

/** `JSON.stringify` of a string, with a short way for the usual ones. */
export const quote = (text: string): string => (NEEDS_ESCAPES.test(text) ? JSON.stringify(text) : `"${text}"`);

export const quoteOrNull = (text: string | null): string => (text === null ? 'null' : quote(text));

/** `value` as `JSON.stringify(…, null, 1)` writes it `depth` levels down; strings hold no raw line breaks. */
export const indented = (value: unknown, depth: number): string =>
  JSON.stringify(value, null, 1).replaceAll('\n', `\n${' '.repeat(depth)}`);

/** Lists of more entries are never put together as one text. */
const LONG = 1000;

/** A list whose entries are made when they are written. */
export class Entries<T> {
  readonly #items: readonly T[];
  readonly #entry: (item: T) => unknown;

  constructor(items: readonly T[], entry: (item: T) => unknown) {
    this.#items = items;
    this.#entry = entry;
  }

  get isLong(): boolean {
    return this.#items.length > LONG || this.toJSON().some(isLong);
  }

  *[Symbol.iterator](): Iterator<unknown> {
    for (const item of this.#items) yield this.#entry(item);
  }

  toJSON(): readonly unknown[] {
    return this.#items.map(this.#entry);
  }
}

const isLong = (value: unknown): boolean => (value instanceof Entries ? value.isLong : isLongObject(value));

const isLongObject = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  ((Array.isArray(value) && value.length > LONG) || Object.values(value).some(isLong));

/** Keys and members as they are written; those of a list have no key. */
function* membersOf(value: object): Iterable<readonly [key: string | null, member: unknown]> {
  if (Array.isArray(value) || value instanceof Entries) {
    for (const member of value) yield [null, member];
    return;
  }
  for (const [key, member] of Object.entries(value)) if (member !== undefined) yield [key, member];
}

/**
 * What `indented` gives, in pieces: the lists of a document (depth 0) entry by entry, and what is in those
 * where it holds a long list.
 */
export function* indentedPieces(value: unknown, depth: number): Iterable<string> {
  if (typeof value !== 'object' || value === null || (depth > 1 && !isLong(value))) {
    yield indented(value, depth);
    return;
  }
  const [open, close] = Array.isArray(value) || value instanceof Entries ? '[]' : '{}';
  const line = `\n${' '.repeat(depth + 1)}`;
  let before = open;
  for (const [key, member] of membersOf(value)) {
    yield `${before}${line}${key === null ? '' : `${JSON.stringify(key)}: `}`;
    yield* indentedPieces(member, depth + 1);
    before = ',';
  }
  yield before === open ? `${open}${close}` : `\n${' '.repeat(depth)}${close}`;
}
