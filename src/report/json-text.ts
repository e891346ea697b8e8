const NEEDS_ESCAPES = /[\u0000-\u001f"\\\ud800-\udfff]/;

/** `JSON.stringify` of a string, with a short way for the usual ones. */
export const quote = (text: string): string => (NEEDS_ESCAPES.test(text) ? JSON.stringify(text) : `"${text}"`);

export const quoteOrNull = (text: string | null): string => (text === null ? 'null' : quote(text));

/** `value` as `JSON.stringify(…, null, 1)` writes it `depth` levels down; strings hold no raw line breaks. */
export const indented = (value: unknown, depth: number): string =>
  JSON.stringify(value, null, 1).replaceAll('\n', `\n${' '.repeat(depth)}`);

/** A further member of a document, one entry a line of its own; they are never put together. */
export function* listOf<T>(name: string, items: Iterable<T>, entry: (item: T) => unknown): Iterable<string> {
  yield `,\n "${name}": [`;
  let before = '';
  for (const item of items) {
    yield `${before}\n  ${indented(entry(item), 2)}`;
    before = ',';
  }
  yield before === '' ? ']' : '\n ]';
}
