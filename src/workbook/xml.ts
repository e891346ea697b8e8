/** Not in XML 1.0, or not kept by a reader of it: spreadsheets write `_x001B_` (ECMA-376 part 1, ST_Xstring). */
const ESCAPED = /[\p{Cs}\0-\x08\x0b\x0c\x0d\x0e-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)/gu;
const MARKUP = /[&<>"]/g;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const NEITHER = /^[^\p{Cs}\0-\x08\x0b-\x1f\ufffe\uffff_&<>"]*$/u;

/** For an element or an attribute in double quotes; every character comes back, but for line breaks in attributes. */
export const xmlText = (text: string): string =>
  NEITHER.test(text)
    ? text
    : text
        .replace(ESCAPED, (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
        .replace(MARKUP, (character) => ENTITIES[character]!);

/** ` name="text"` */
export const attribute = (name: string, text: string): string => ` ${name}="${xmlText(text)}"`;

export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
