/** What YAML does not take as it stands, within double quotes, and JSON does. */
const NOT_PRINTABLE = /[\x7f-\x9f\ufeff\ufffe\uffff\u2028\u2029]/g;
/** Nothing but letters, digits and `_`, beginning with a letter, and no word of YAML's own. */
const BARE = /^(?!(?:true|false|null|yes|no|on|off|[yn])$)\p{L}[\p{L}\p{N}_]*$/iu;

/** A text in double quotes, every character of which comes back. */
export const yamlText = (text: string): string =>
  JSON.stringify(text).replace(
    NOT_PRINTABLE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

export const yamlKey = (text: string): string => (BARE.test(text) ? text : yamlText(text));
