import { tooLarge } from './fault.ts';

/** In characters. Excel's own limit is half of it. */
export const MAX_TEXT = 1 << 16;
const ESCAPE = /_x([0-9a-f]{4})_/gi;

/** Characters that XML cannot hold are written `_x000D_` (ECMA-376 part 1, 22.9.2.19). */
export const unescapeText = (text: string): string =>
  text.includes('_x')
    ? text.replace(ESCAPE, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;

/** Gathers the text of a string item: its runs joined, without the phonetic ones. `cell` names the one it stands in. */
export const decodeText = (cell?: () => string) => {
  let joined = '';
  let inText = false;
  let phonetic = false;
  return {
    start: (): void => {
      joined = '';
      inText = false;
      phonetic = false;
    },
    open: (name: string): void => {
      if (name === 't') inText = !phonetic;
      else if (name === 'rPh') phonetic = true;
    },
    close: (name: string): void => {
      if (name === 't') inText = false;
      else if (name === 'rPh') phonetic = false;
    },
    text: (text: string): void => {
      if (!inText) return;
      joined += text;
      if (joined.length > MAX_TEXT) throw tooLarge('text', cell?.());
    },
    end: (): string => unescapeText(joined),
  };
};
