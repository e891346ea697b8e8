const NEEDS_ESCAPES = /[\u0000-\u001f"\\\ud800-\udfff]/;

/** `JSON.stringify` of a string, with a short way for the usual ones. */
export const quote = (text: string): string => (NEEDS_ESCAPES.test(text) ? JSON.stringify(text) : `"${text}"`);

export const quoteOrNull = (text: string | null): string => (text === null ? 'null' : quote(text));

/** `value` as `JSON.stringify(…, null, 1)` writes it `depth` levels down; strings hold no raw line breaks. */
export const indented = (value: unknown, depth: number): string =>
  JSON.stringify(value, null, 1).replaceAll('\n', `\n${' '.repeat(depth)}`);
