import { Parser } from 'saxen';
import { asciiOf } from '../source.ts';
import { damaged, tooLarge } from './fault.ts';

const MAX_DEPTH = 64;
/** In characters. A cell holds at most 32,767; written as escapes that is a third of this. */
const MAX_TOKEN = 1 << 20;

export type Attributes = Readonly<Record<string, string>>;

export interface XmlListeners {
  /** `depth` of the root is 1. Attributes are parsed when asked for. */
  open(name: string, attributes: () => Attributes, depth: number): void;
  close?(name: string, depth: number): void;
  text?(text: string): void;
  /** True to read no further. */
  isEnough?(): boolean;
}

/** The name of an element or attribute without the prefix of its namespace. */
export const bareName = (name: string): string => name.slice(name.lastIndexOf(':') + 1);

/** A boolean attribute (ECMA-376 part 1, 22.9.2.7). */
export const isOn = (value: string | undefined): boolean => value === '1' || value === 'true' || value === 'on';

/** The spellings of no; where the other answer would be a guess, what is neither is no no. */
export const isOff = (value: string): boolean => OFF.has(decodeEntities(value).trim().toLowerCase());

const OFF = new Set(['0', 'false', 'off']);
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const isCharacter = (code: number): boolean =>
  code === 9 || code === 10 || code === 13 || (code >= 32 && code <= 0xd7ff) || (code >= 0xe000 && code <= 0x10ffff);

/** Entities and character references as what they stand for; throws on those that XML does not define. */
export const decodeEntities = (text: string): string =>
  text.includes('&')
    ? text.replace(/&([^;&]{0,10};?)/g, (whole, body: string) => {
        const known = body.endsWith(';') ? ENTITIES[body.slice(0, -1)] : undefined;
        if (known !== undefined) return known;
        const [, hex, decimal] = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}));$/i.exec(body) ?? [];
        const code = hex === undefined ? Number(decimal ?? -1) : Number.parseInt(hex, 16);
        if (!isCharacter(code)) throw damaged('xml', whole);
        return String.fromCodePoint(code);
      })
    : text;

/** By its byte order mark, its first characters or its declaration; UTF-8 without any. */
const decoderFor = (first: Uint8Array): TextDecoder => {
  const [a, b] = first;
  if ((a === 0xff && b === 0xfe) || (a !== 0 && b === 0)) return new TextDecoder('utf-16le', { fatal: true });
  if ((a === 0xfe && b === 0xff) || (a === 0 && b !== 0)) return new TextDecoder('utf-16be', { fatal: true });
  const head = asciiOf(first.subarray(0, 200));
  const declared = /^(?:\xef\xbb\xbf)?<\?xml[^>]*\sencoding\s*=\s*["']([\w.-]+)["']/.exec(head)?.[1];
  return new TextDecoder(declared ?? 'utf-8', { fatal: true });
};

/**
 * Hands the elements of a part to `listeners`, streaming. Names come without the prefix of the root; those of other
 * prefixes keep theirs. Throws `XlsxFault` where it is no XML, has a document type (none of these formats does, and
 * entities are defined there), nests beyond 64 levels, or holds a text or tag of more than a million characters.
 */
export const parseXml = async (
  part: string,
  pieces: AsyncIterable<Uint8Array>,
  listeners: XmlListeners,
  signal?: AbortSignal,
): Promise<void> => {
  const parser = new Parser();
  let depth = 0;
  let hasEvents = false;
  let prefix: string | undefined;
  const localName = (name: string): string => {
    const at = name.indexOf(':');
    prefix ??= name.slice(0, at + 1);
    if (prefix === '') return name;
    return name.startsWith(prefix) ? name.slice(prefix.length) : `:${name}`;
  };
  /** What a part says must be understood is not (ECMA-376 part 3, 7.3): it may change what the rest means. */
  const refuseUnknown = (attributes: Attributes) => {
    for (const [key, value] of Object.entries(attributes)) {
      if (bareName(key) === 'MustUnderstand' && value.trim() !== '') throw damaged('stray', `${key}="${value}"`);
    }
  };
  const refuse = (error: Error) => {
    throw damaged('xml', `${part}: ${error.message}`);
  };
  parser.on('openTag', (name, attributes) => {
    hasEvents = true;
    if (++depth > MAX_DEPTH) throw damaged('depth', part);
    if (depth === 1) refuseUnknown(attributes() as Attributes);
    listeners.open(localName(name), attributes as () => Attributes, depth);
  });
  parser.on('closeTag', (name) => {
    hasEvents = true;
    listeners.close?.(localName(name), depth);
    depth--;
  });
  parser.on('text', (text) => {
    if (text.length > MAX_TOKEN) throw tooLarge('text');
    // Line breaks are one character, however they are written (XML 1.0, 2.11).
    listeners.text?.(decodeEntities(text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text));
  });
  parser.on('cdata', (text) => {
    hasEvents = true;
    listeners.text?.(text);
  });
  parser.on('attention', (text) => {
    throw damaged('doctype', `${part}: ${text.slice(0, 20)}`);
  });
  parser.on('error', refuse);
  parser.on('warn', refuse);
  let decoder: TextDecoder | undefined;
  let pending = 0;
  const write = (text: string) => {
    hasEvents = false;
    parser.write(text);
    pending = hasEvents ? 0 : pending + text.length;
    if (pending > MAX_TOKEN) throw tooLarge('text');
  };
  const decode = (piece?: Uint8Array): string => {
    try {
      decoder ??= decoderFor(piece ?? new Uint8Array());
      return piece === undefined ? decoder.decode() : decoder.decode(piece, { stream: true });
    } catch {
      throw damaged('encoding', part);
    }
  };
  for await (const piece of pieces) {
    signal?.throwIfAborted();
    write(decode(piece));
    if (listeners.isEnough?.()) return;
  }
  write(decode());
  parser.end();
};
