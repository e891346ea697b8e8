import type { Archive } from '../source.ts';
import { damaged, tooLarge } from './fault.ts';
import { type Attributes, bareName, isOff, parseXml } from './xml.ts';

/** In characters. Excel's own limit is half of it. */
export const MAX_TEXT = 1 << 16;
const ESCAPE = /_x([0-9a-f]{4})_/gi;

/**
 * Whether a property of a font strikes its text out or raises or lowers it: what is crossed out was withdrawn, and
 * what is raised is a note or an exponent, so that 1² is no 12.
 */
export const isWithdrawing = (name: string, attributes: () => Attributes): boolean => {
  const property = bareName(name);
  if (property === 'strike' || property === 'dstrike') return !isOff(attributes().val ?? '1');
  return property === 'vertAlign' && (attributes().val ?? 'baseline') !== 'baseline';
};

/** What may stand in a string item and in its parts (ECMA-376 part 1, 18.4.8); in others anything but text. */
const CHILDREN: Readonly<Record<string, ReadonlySet<string>>> = {
  item: new Set(['t', 'r', 'rPh', 'phoneticPr']),
  r: new Set(['rPr', 't']),
  rPh: new Set(['t']),
  t: new Set(),
};

/** Characters that XML cannot hold are written `_x000D_` (ECMA-376 part 1, 22.9.2.19). */
export const unescapeText = (text: string): string =>
  text.includes('_x')
    ? text.replace(ESCAPE, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;

export interface StringItem {
  readonly text: string;
  /** Some of it is struck out or raised. */
  readonly isWithdrawn: boolean;
}

/**
 * Gathers the text of a string item: its runs joined, without the phonetic ones. Throws where something stands in it
 * that the format has no place for. `cell` names the one it stands in.
 */
export const decodeText = (cell?: () => string | undefined) => {
  let joined = '';
  let isWithdrawn = false;
  /** The elements that are open, the item itself first. */
  const open = ['item'];
  /** Of the item, or of the run that is open. */
  let hasText = false;
  const run = { from: 0, isWithdrawn: false };
  const stray = (what: string) => damaged('stray', what.slice(0, 40), cell?.());
  return {
    start: (): void => {
      joined = '';
      isWithdrawn = false;
      open.length = 1;
      hasText = false;
    },
    open: (name: string, attributes: () => Attributes): void => {
      const parent = open.at(-1)!;
      if (CHILDREN[parent]?.has(name) === false || (name === 't' && hasText)) throw stray(`<${name}>`);
      open.push(name);
      if (name === 't') hasText = true;
      else if (name === 'r' || name === 'rPh') {
        hasText = false;
        run.from = joined.length;
        run.isWithdrawn = false;
      } else if (isWithdrawing(name, attributes)) run.isWithdrawn = true;
    },
    close: (): void => {
      if (open.pop() === 'r' && run.isWithdrawn && joined.slice(run.from).trim() !== '') isWithdrawn = true;
    },
    text: (text: string): void => {
      if (open.at(-1) !== 't') {
        if (text.trim() !== '') throw stray(text.trim());
        return;
      }
      if (open.at(-2) === 'rPh') return;
      joined += text;
      if (joined.length > MAX_TEXT) throw tooLarge('text', cell?.());
    },
    end: (): StringItem => ({ text: unescapeText(joined), isWithdrawn }),
  };
};

const PART_BYTES = 512 << 20;
/** In bytes as they are held, about. */
const MAX_KEPT = 256 << 20;
const BYTES_EACH = 32;
const ENCODER = new TextEncoder();
const DECODER = new TextDecoder('utf-8', { ignoreBOM: true });
/** In UTF-16 units; from there on a part of a text keeps the whole of it in memory. */
const SLICED = 13;

/** The texts that cells share, by their numbers. */
export interface SharedStrings {
  readonly texts: readonly string[];
  /** Those of which some is struck out or raised. */
  readonly withdrawn: ReadonlySet<number>;
}

export const readSharedStrings = async (
  archive: Archive,
  part: string | null,
  signal: AbortSignal | undefined,
): Promise<SharedStrings> => {
  const texts: string[] = [];
  const withdrawn = new Set<number>();
  if (part === null || !archive.has(part)) return { texts, withdrawn };
  let kept = 0;
  const add = ({ text, isWithdrawn }: StringItem): void => {
    kept += BYTES_EACH + 2 * text.length;
    if (kept > MAX_KEPT) throw tooLarge('strings');
    if (isWithdrawn) withdrawn.add(texts.length);
    texts.push(text.length < SLICED ? text : DECODER.decode(ENCODER.encode(text)));
  };
  const item = decodeText();
  let section = '';
  await parseXml(
    part,
    archive.read(part, PART_BYTES),
    {
      open: (name, attributes, depth) => {
        if (depth === 2) {
          // Cells count the items: one that was passed over would give each of them the text of another.
          if (name !== 'si' && name !== 'extLst') throw damaged('stray', `<${name}>`);
          section = name;
          item.start();
        } else if (section === 'si') item.open(name, attributes);
      },
      close: (_, depth) => {
        if (depth === 2) {
          if (section === 'si') add(item.end());
          section = '';
        } else if (section === 'si') item.close();
      },
      text: (text) => {
        if (section === 'si') item.text(text);
        else if (section === '' && text.trim() !== '') throw damaged('stray', text.trim().slice(0, 40));
      },
    },
    signal,
  );
  return { texts, withdrawn };
};
