import { visible } from '../plain.ts';

/** Nothing to see, but it parts what GitHub would join to a mention, an issue, a link or an emoji after rendering. */
const GAP = '<!-- -->';

const PUNCTUATION = /[\\`*_[\]<>|~&#]/g;
/** Math is found before escapes are read. */
const DOLLAR = /\$/g;
/** `@name`, `#1`, `GH-1`, `https://`, `www.`, `:smile:`. */
const JOINED = /@(?=[\p{L}\p{N}_-])|#(?=\d)|GH-(?=\d)|:(?=\/\/)|www(?=\.)|:(?=[\w+-]+:)/giu;
/** What would begin a list or an underline of a heading. */
const BEGINNING = /^(?=[-+=])|(?<=^\d+)(?=[.)](?:\s|$))/;

/**
 * Text that shows as it is wherever it stands in a line of GitHub-flavoured Markdown, in tables, too; hidden
 * characters are shown as `<U+202E>`.
 */
export const md = (text: string): string => {
  const shown = visible(text);
  const spaces = /^ */.exec(shown)![0].length;
  const escaped = shown
    .slice(spaces)
    .replace(JOINED, `$&\0`)
    .replace(PUNCTUATION, '\\$&')
    .replace(BEGINNING, '\\')
    .replace(DOLLAR, '&#36;')
    .replaceAll('\0', GAP);
  return '&#32;'.repeat(spaces) + escaped;
};

/** A code span, for what has to be copied exactly, such as a place; not in tables. */
export const code = (text: string): string => {
  const shown = visible(text);
  const longest = Math.max(0, ...(shown.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  const room = /^[ `]|[ `]$/.test(shown) ? ' ' : '';
  return `${fence}${room}${shown}${room}${fence}`;
};
