/** East Asian Wide and Fullwidth, and emoji: two columns. Ambiguous characters count as one, as in most terminals. */
const WIDE =
  /[\u1100-\u115f\u2329\u232a\u2e80-\u303e\u3040-\u3247\u3250-\u4dbf\u4e00-\ua4c6\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6b\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}\p{Emoji_Presentation}]/u;
const COMBINING = /[\u0300-\u036f]/;

const measure = (character: string): number => (WIDE.test(character) ? 2 : COMBINING.test(character) ? 0 : 1);

/** One more than the columns of a character, by its UTF-16 unit; 0 where none was measured yet. */
const measured = new Uint8Array(0x1_0000);

/** Half a character: what it stands for shows with the other half. */
export const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff;

/** How many UTF-16 units the character at `at` has. */
export const unitsAt = (text: string, at: number): number => (text.codePointAt(at)! > 0xffff ? 2 : 1);

/** Terminal columns of a part of a text without control characters, which must not begin or end inside a character. */
export const widthBetween = (text: string, from: number, to: number): number => {
  let width = 0;
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (measured[unit] === 0) {
      const units = unitsAt(text, at);
      const columns = measure(text.slice(at, at + units));
      if (!isSurrogate(unit)) measured[unit] = columns + 1;
      width += columns;
      at += units - 1;
    } else width += measured[unit]! - 1;
  }
  return width;
};

/** Terminal columns of a text without control characters. */
export const widthOf = (text: string): number => widthBetween(text, 0, text.length);

export const longest = (texts: readonly string[]): number =>
  texts.reduce((most, text) => Math.max(most, widthOf(text)), 0);
