import { createHash } from 'node:crypto';
import type { Source } from './source.ts';

const BLOCK = 1 << 20;

/** SHA-256 of all bytes, in hexadecimal. */
export const hashOf = (source: Source): string => {
  const hash = createHash('sha256');
  const room = Buffer.allocUnsafe(Math.min(BLOCK, source.size));
  for (let at = 0; at < source.size; at += BLOCK) hash.update(source.read(at, BLOCK, room));
  return hash.digest('hex');
};
