const NEEDS_ESCAPES = /[\u0000-\u001f"\\\ud800-\udfff]/;

/** `JSON.stringify` of a string, with a short way for the usual ones. */
export const quote = (text: string): string => (NEEDS_ESCAPES.test(text) ? JSON.stringify(text) : `"${text}"`);

export const quoteOrNull = (text: string | null): string => (text === null ? 'null' : quote(text));

/** `value` as `JSON.stringify(…, null, 1)` writes it `depth` levels down; strings hold no raw line breaks. */
export const indented = (value: unknown, depth: number): string =>
  JSON.stringify(value, null, 1).replaceAll('\n', `\n${' '.repeat(depth)}`);

/** Lists of more entries are never put together as one text. */
const LONG = 1000;

const isLong = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  ((Array.isArray(value) && value.length > LONG) || Object.values(value).some(isLong));

/** What `indented` gives, in pieces where it holds a long list. */
export function* indentedPieces(value: unknown, depth: number): Iterable<string> {
  if (!isLong(value)) {
    yield indented(value, depth);
    return;
  }
  const isList = Array.isArray(value);
  const line = `\n${' '.repeat(depth + 1)}`;
  let before = isList ? '[' : '{';
  for (const [key, member] of Object.entries(value as object)) {
    if (member === undefined && !isList) continue;
    yield `${before}${line}${isList ? '' : `${JSON.stringify(key)}: `}`;
    yield* indentedPieces(member, depth + 1);
    before = ',';
  }
  yield `\n${' '.repeat(depth)}${isList ? ']' : '}'}`;
}

/** A further member of a document, one entry a line of its own; they are never put together. */
export function* listOf<T>(name: string, items: Iterable<T>, entry: (item: T) => unknown): Iterable<string> {
  yield `,\n "${name}": [`;
  let before = '';
  for (const item of items) {
    yield `${before}\n  `;
    yield* indentedPieces(entry(item), 2);
    before = ',';
  }
  yield before === '' ? ']' : '\n ]';
}
