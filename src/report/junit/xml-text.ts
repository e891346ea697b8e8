import { visible } from '../plain.ts';

/** Not in XML 1.0, and not made visible either. */
const NO_XML = /[\ufffe\uffff]/g;
const MARKUP = /[&<>"']/g;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

const inXml = (text: string): string =>
  text
    .replace(NO_XML, (character) => `<U+${character.charCodeAt(0).toString(16).toUpperCase()}>`)
    .replace(MARKUP, (character) => ENTITIES[character]!);

/** One line, for an element or an attribute in double quotes; hidden characters are shown as `<U+202E>`. */
export const xmlText = (line: string): string => inXml(visible(line));

/** Several lines, for an element. */
export const xmlLines = (lines: readonly string[]): string => lines.map(xmlText).join('\n');
