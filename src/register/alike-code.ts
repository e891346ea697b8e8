/** National codes of streets, the shortest, have so many digits. */
const NATIONAL = /^[1-9]\d{8,}$/;
const LETTERS: Readonly<Record<string, string>> = { O: '0', o: '0', I: '1', l: '1' };

/**
 * The code of a national register that another text was meant to be: a letter for a digit (O for 0, l for 1), a hyphen
 * within, noughts in front. Undefined where it is such a code already, or none by any reading.
 */
export const alikeCode = (code: string): string | undefined => {
  const meant = code
    .replace(/[OoIl]/g, (letter) => LETTERS[letter]!)
    .replace(/[-_]/g, '')
    .replace(/^0+/, '');
  return meant !== code && NATIONAL.test(meant) ? meant : undefined;
};
