import { sha256 as digest } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { byCodePoint } from '../intake/find-inputs.ts';

const ENCODER = new TextEncoder();

/** SHA-256 of a text in UTF-8, as 64 lower-case hexadecimal digits. */
const sha256 = (text: string): string => bytesToHex(digest(ENCODER.encode(text)));

/** A surrogate stands for a code point above all others, and is less than some of them as a number. */
const SURROGATE = /[\ud800-\udfff]/;

/** By code points, as `sorted` of Python and `LC_ALL=C sort` have it. */
export const compareKeys = (a: string, b: string): number => {
  if (SURROGATE.test(a) || SURROGATE.test(b)) return byCodePoint(a, b);
  return a < b ? -1 : a > b ? 1 : 0;
};

export const sortKeys = (keys: readonly string[]): string[] => keys.toSorted(compareKeys);

/** What a register is known by: SHA-256 over its sorted keys, each followed by a line feed. No file format or order counts. */
export const registerHash = (sortedKeys: readonly string[]): string =>
  sha256(sortedKeys.length === 0 ? '' : `${sortedKeys.join('\n')}\n`);

const SPARE = 1024;

/** The first `size` of the keys ordered by SHA-256 of `seed LF register LF key`. Nothing holds all digests at once. */
export const drawKeys = (keys: Iterable<string>, size: number, seed: string, register: string): string[] => {
  let best: { readonly digest: string; readonly key: string }[] = [];
  let worst: string | undefined;
  const cut = () => {
    best = best.sort((a, b) => (a.digest < b.digest ? -1 : 1)).slice(0, size);
    worst = best.length === size ? best.at(-1)?.digest : undefined;
  };
  for (const key of keys) {
    const digest = sha256(`${seed}\n${register}\n${key}`);
    if (worst !== undefined && digest > worst) continue;
    best.push({ digest, key });
    if (best.length >= 2 * size + SPARE) cut();
  }
  cut();
  return best.map(({ key }) => key);
};

/** Short enough to be copied by hand, and not to be taken for a number by a spreadsheet. */
export const drawId = (seed: string, register: string, keys: readonly string[]): string =>
  `draw-${sha256([seed, register, ...keys].join('\n')).slice(0, 12)}`;

/** What a register is known by, and of each of its strata, of which `frames` are the keys, the units that are drawn. */
export const drawUnits = (frames: readonly (readonly string[])[], sizes: readonly number[], seed: string) => {
  const all = sortKeys(frames.flat());
  const sha256 = registerHash(all);
  const drawn = frames.flatMap((frame, stratum) =>
    drawKeys(frame, sizes[stratum]!, seed, sha256).map((key) => ({ stratum, key })),
  );
  const keys = drawn.map(({ key }) => key);
  return { id: drawId(seed, sha256, keys), register: { units: all.length, sha256 }, drawn };
};

/** A seed is read aloud, copied and typed in again: one line, nothing hidden in it, no space at its ends. */
export const isOneLine = (seed: string): boolean =>
  seed !== '' && seed === seed.trim() && !/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(seed);
