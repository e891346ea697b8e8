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
const BEGINS_CLOSED = new RegExp(`^[${close}]`, 'u');
const ENDS_OPEN = new RegExp(`[${open}]$`, 'u');
const ADDRESS = /:\d+:\d+|:\/\//;

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

interface Atom {
  readonly text: string;
  readonly isSolid: boolean;
}

/** What must not be parted, with its brackets and stops, which may stand in the piece before or after it. */
const atomsOf = (pieces: readonly Piece[]): Atom[] => {
  const atoms: Atom[] = [];
  for (const piece of pieces) {
    const texts = typeof piece === 'string' ? (piece.match(ATOM) ?? []) : [piece.solid];
    for (const text of texts.filter((each) => each !== '')) {
      const isSolid = typeof piece !== 'string' || ADDRESS.test(text);
      const last = atoms.at(-1);
      if (last !== undefined && last.text.trim() !== '' && (BEGINS_CLOSED.test(text) || ENDS_OPEN.test(last.text)))
        atoms[atoms.length - 1] = { text: last.text + text, isSolid: last.isSolid || isSolid };
      else atoms.push({ text, isSolid });
    }
  }
  return atoms;
};

/**
 * The lines of a text at most `width` columns wide, but for solid pieces, addresses and places longer than that.
 * The first line begins with `first`, each further one with `rest`.
 */
export const wrap = (content: Piece | readonly Piece[], width: number, first = '', rest = first): string[] => {
  if (typeof content === 'string' && widthOf(first) + widthOf(content) <= width) return [(first + content).trimEnd()];
  const pieces: readonly Piece[] = Array.isArray(content) ? content : [content as Piece];
  const room = width - Math.max(widthOf(first), widthOf(rest));
  const lines: string[] = [];
  let indent = first;
  let line = '';
  let used = widthOf(indent);
  const atoms = atomsOf(pieces).flatMap(({ text, isSolid }) => (isSolid ? [text] : breakUp(text, room)));
  for (const atom of atoms) {
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
