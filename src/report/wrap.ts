import { widthOf } from './width.ts';

/** A text that may be broken into lines, or one that must stay whole, such as `file:line:column`. */
export type Piece = string | { readonly solid: string };

const OPENING = '（〈《「『【〔〖“‘([{';
const CLOSING = '，。、；：！？…）〉》」』】〕〗”’％';
const CJK = '\u1100-\u115f\u2e80-\ua4c6\uac00-\ud7a3\uf900-\ufaff\ufe10-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}';

const escaped = (characters: string): string => characters.replace(/[[\]()]/g, '\\$&');
const open = escaped(OPENING);
const close = escaped(CLOSING);

/** Spaces, or what must not be broken: one CJK character or a word, with the brackets and stops that belong to it. */
const ATOM = new RegExp(`\\s+|[${open}]*(?:[^\\s${CJK}${open}${close}]+|[^\\s${open}${close}])?[${close}]*`, 'gu');
const ADDRESS = /:\d+:\d+|:\/\//;

/** The longest beginning of an over-long word that fits, ended at `/`, `.` or `-` where there is one. */
const beginningOf = (word: string, room: number): string => {
  let fitting = '';
  let width = 0;
  for (const character of word) {
    width += widthOf(character);
    if (width > room && fitting !== '') break;
    fitting += character;
  }
  return /^.+[/.-]/su.exec(fitting)?.[0] ?? fitting;
};

const breakUp = (word: string, room: number): string[] => {
  const parts: string[] = [];
  let rest = word;
  while (widthOf(rest) > room) {
    const part = beginningOf(rest, room);
    if (part === rest) break;
    parts.push(part);
    rest = rest.slice(part.length);
  }
  return [...parts, rest];
};

const BEGINS_CLOSED = new RegExp(`^[${close}]`, 'u');
const ENDS_OPEN = new RegExp(`[${open}]$`, 'u');

/** Joins what stands beside a solid piece and must not be parted from it: its brackets and stops. */
const glued = (atoms: readonly string[]): string[] => {
  const joined: string[] = [];
  for (const atom of atoms) {
    const last = joined.at(-1);
    if (last !== undefined && last.trim() !== '' && (BEGINS_CLOSED.test(atom) || ENDS_OPEN.test(last)))
      joined[joined.length - 1] = last + atom;
    else joined.push(atom);
  }
  return joined;
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

const atomsOf = (piece: Piece, room: number): string[] => {
  if (typeof piece !== 'string') return [piece.solid];
  const atoms = (piece.match(ATOM) ?? []).filter((atom) => atom !== '');
  return atoms.flatMap((atom) => (widthOf(atom) > room && !ADDRESS.test(atom) ? breakUp(atom, room) : [atom]));
};

/**
 * The lines of a text at most `width` columns wide, but for solid pieces, addresses and places longer than that.
 * The first line begins with `first`, each further one with `rest`.
 */
export const wrap = (text: Piece | readonly Piece[], width: number, first = '', rest = first): string[] => {
  const pieces: readonly Piece[] = Array.isArray(text) ? text : [text as Piece];
  const room = width - Math.max(widthOf(first), widthOf(rest));
  const lines: string[] = [];
  let indent = first;
  let line = '';
  let used = widthOf(indent);
  for (const atom of glued(pieces.flatMap((piece) => atomsOf(piece, room)))) {
    const atomWidth = widthOf(atom);
    if (line !== '' && used + widthOf(atom.trimEnd()) > width) {
      lines.push((indent + line).trimEnd());
      indent = rest;
      line = '';
      used = widthOf(indent);
    }
    if (line === '' && atom.trim() === '' && lines.length > 0) continue;
    line += atom;
    used += atomWidth;
  }
  if (line.trim() !== '' || lines.length === 0) lines.push((indent + line).trimEnd());
  return lines;
};
