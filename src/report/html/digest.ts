import { sha256 } from '@noble/hashes/sha2.js';
import type { InputFile } from '../../model/assessment.ts';

const ENCODER = new TextEncoder();
/** In UTF-16 units: small pieces cost more to encode than what they hold. */
const PORTION = 1 << 16;
const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

const toHex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

const toBase64 = (bytes: Uint8Array): string => {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const group = (bytes[at]! << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    for (let digit = 0; digit < 4; digit++)
      text += at + digit > bytes.length ? '=' : BASE64[(group >> (18 - 6 * digit)) & 63];
  }
  return text;
};

/** SHA-256 in hexadecimal digits over the UTF-8 bytes of the pieces. */
export const hexDigest = (pieces: Iterable<string>): string => {
  const hash = sha256.create();
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length < PORTION) continue;
    hash.update(ENCODER.encode(text));
    text = '';
  }
  hash.update(ENCODER.encode(text));
  return toHex(hash.digest());
};

/** How a content security policy names the one inline style or script that it lets in. */
export const cspSource = (text: string): string => `'sha256-${toBase64(sha256(ENCODER.encode(text)))}'`;

/** What matches a sheet of paper to its data. */
export interface Fingerprints {
  /** SHA-256 of the JSON report. */
  readonly report: string;
  /** SHA-256 over the SHA-256 of each input, one a line, in the order of the report; null without inputs. */
  readonly inputs: string | null;
}

const SHORT = 16;

/** The first digits, in groups, as people read them out to each other. */
export const shortPrint = (digest: string): string => digest.slice(0, SHORT).match(/.{4}/g)!.join(' ');

export const inputsPrint = (inputs: readonly InputFile[]): string | null =>
  inputs.length === 0 ? null : hexDigest(inputs.map(({ sha256 }) => `${sha256}\n`));
