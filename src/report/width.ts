/** East Asian Wide and Fullwidth, and emoji: two columns. Ambiguous characters count as one, as in most terminals. */
const WIDE =
  /[\u1100-\u115f\u2329\u232a\u2e80-\u303e\u3040-\u3247\u3250-\u4dbf\u4e00-\ua4c6\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6b\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}\p{Emoji_Presentation}]/u;
const COMBINING = /[\u0300-\u036f]/;
const NARROW_ONLY = /^[\u0020-\u02ff\u2010-\u22ff\u2500-\u257f\u2713\u2717]*$/;

/** Terminal columns of a text without control characters. */
export const widthOf = (text: string): number => {
  if (NARROW_ONLY.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += WIDE.test(character) ? 2 : COMBINING.test(character) ? 0 : 1;
  return width;
};

export const longest = (texts: readonly string[]): number =>
  texts.reduce((most, text) => Math.max(most, widthOf(text)), 0);
