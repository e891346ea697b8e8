import { isSurrogate, unitsAt, widthBetween, widthOf } from '../model/width.ts';

/** A text that may be broken into lines, or one that must stay whole, such as `file:line:column`. */
export type Piece = string | { readonly solid: string };

const OPENING = '（〈《「『【〔〖“‘([{';
const CLOSING = '，。、；：！？…）〉》」』】〕〗”’％';
const CJK =
  /[\u1100-\u115f\u2e80-\ua4c6\uac00-\ud7a3\uf900-\ufaff\ufe10-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

const ADDRESS = /:\d+:\d+|:\/\//;

const SPACE = 1;
const OPEN = 2;
const CLOSE = 3;
/** A character that may be parted from the next one of its kind. */
const SINGLE = 4;
const LETTER = 5;

const kindOf = (character: string): number => {
  if (/\s/.test(character)) return SPACE;
  if (OPENING.includes(character)) return OPEN;
  if (CLOSING.includes(character)) return CLOSE;
  return CJK.test(character) ? SINGLE : LETTER;
};

/** By UTF-16 unit, 0 where none was looked at yet. */
const kinds = new Uint8Array(0x1_0000);

const kindAt = (text: string, at: number): number => {
  const unit = text.charCodeAt(at);
  if (kinds[unit] !== 0) return kinds[unit]!;
  const kind = kindOf(text.slice(at, at + unitsAt(text, at)));
  if (!isSurrogate(unit)) kinds[unit] = kind;
  return kind;
};

/** Where the characters of a kind end. */
const pass = (kind: number, text: string, from: number, end: number): number => {
  let at = from;
  while (at < end && kindAt(text, at) === kind) at += unitsAt(text, at);
  return at;
};

/** Where what begins here ends: spaces, or one CJK character or a word, with the brackets and stops that belong to it. */
const endOfAtom = (text: string, from: number, end: number): number => {
  const spaces = pass(SPACE, text, from, end);
  if (spaces > from) return spaces;
  const open = pass(OPEN, text, from, end);
  const isSingle = open < end && kindAt(text, open) === SINGLE;
  const body = isSingle ? open + unitsAt(text, open) : pass(LETTER, text, open, end);
  return pass(CLOSE, text, body, end);
};

/** Parts of an over-long word that fit, ended after `/`, `.` or `-` where there is one. */
const breakUp = (word: string, room: number): string[] => {
  if (widthOf(word) <= room) return [word];
  const parts: string[] = [];
  let part = '';
  let width = 0;
  for (const character of word) {
    const columns = widthOf(character);
    if (width + columns > room && part !== '') {
      const fitting = /^.+[/.-]/su.exec(part)?.[0] ?? part;
      parts.push(fitting);
      part = part.slice(fitting.length);
      width = widthOf(part);
    }
    part += character;
    width += columns;
  }
  return [...parts, part];
};

/** What must not be parted, up to `end`. */
interface Atom {
  end: number;
  width: number;
  /** Columns of the spaces at its end. */
  spaces: number;
  isBlank: boolean;
  isSolid: boolean;
}

/** The text of pieces and its atoms; brackets and stops may stand in the piece before or after what they belong to. */
const atomsOf = (pieces: readonly Piece[]): { readonly text: string; readonly atoms: readonly Atom[] } => {
  const text = pieces.map((piece) => (typeof piece === 'string' ? piece : piece.solid)).join('');
  const hasAddress = ADDRESS.test(text);
  const atoms: Atom[] = [];
  let from = 0;
  let last: Atom | undefined;
  for (const piece of pieces) {
    const pieceEnd = from + (typeof piece === 'string' ? piece : piece.solid).length;
    while (from < pieceEnd) {
      const end = typeof piece === 'string' ? endOfAtom(text, from, pieceEnd) : pieceEnd;
      const width = widthBetween(text, from, end);
      const endsInSpace = kindAt(text, end - 1) === SPACE;
      const spaces = endsInSpace ? width - widthOf(text.slice(from, end).trimEnd()) : 0;
      const isSolid = typeof piece !== 'string' || (hasAddress && ADDRESS.test(text.slice(from, end)));
      if (last?.isBlank === false && (kindAt(text, from) === CLOSE || kindAt(text, from - 1) === OPEN)) {
        last.end = end;
        last.width += width;
        last.spaces = spaces;
        last.isSolid ||= isSolid;
      } else {
        last = { end, width, spaces, isBlank: endsInSpace && spaces === width, isSolid };
        atoms.push(last);
      }
      from = end;
    }
  }
  return { text, atoms };
};

/**
 * The lines of a text at most `width` columns wide, but for solid pieces, addresses and places longer than that.
 * The first line begins with `first`, each further one with `rest`.
 */
export const wrap = (content: Piece | readonly Piece[], width: number, first = '', rest = first): string[] => {
  const [firstWidth, restWidth] = [widthOf(first), widthOf(rest)];
  if (typeof content === 'string' && firstWidth + widthOf(content) <= width) return [(first + content).trimEnd()];
  const { text, atoms } = atomsOf(Array.isArray(content) ? content : [content as Piece]);
  const room = width - Math.max(firstWidth, restWidth);
  const lines: string[] = [];
  let indent = first;
  let used = firstWidth;
  let begin = 0;
  let end = 0;

  const place = (length: number, columns: number, spaces: number, isBlank: boolean): void => {
    if (end > begin && used + columns - spaces > width) {
      lines.push((indent + text.slice(begin, end)).trimEnd());
      indent = rest;
      begin = end;
      used = restWidth;
    }
    end += length;
    if (isBlank && begin === end - length && lines.length > 0) begin = end;
    else used += columns;
  };

  for (const atom of atoms) {
    if (atom.isSolid || atom.width <= room) place(atom.end - end, atom.width, atom.spaces, atom.isBlank);
    else {
      for (const part of breakUp(text.slice(end, atom.end), room)) {
        const trimmed = part.trimEnd();
        const columns = widthOf(part);
        place(part.length, columns, columns - widthOf(trimmed), trimmed === '');
      }
    }
  }
  const line = text.slice(begin, end);
  if (line.trim() !== '' || lines.length === 0) lines.push((indent + line).trimEnd());
  return lines;
};

/** A sentence with some of its parts kept whole. */
export const keepWhole = (sentence: string, parts: readonly string[]): Piece[] => {
  const pieces: Piece[] = [];
  let rest = sentence;
  while (rest !== '') {
    const next = parts
      .map((part) => ({ part, at: part === '' ? -1 : rest.indexOf(part) }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at || b.part.length - a.part.length)[0];
    if (next === undefined) return [...pieces, rest];
    pieces.push(rest.slice(0, next.at), { solid: next.part });
    rest = rest.slice(next.at + next.part.length);
  }
  return pieces;
};

/** One line of at most `room` columns, cut and marked where it does not fit. */
export const cut = (text: string, room: number): string => {
  if (widthOf(text) <= room) return text;
  let kept = '';
  let width = 0;
  for (const character of text) {
    width += widthOf(character);
    if (width >= room) break;
    kept += character;
  }
  return `${kept}…`;
};
