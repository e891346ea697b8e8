import { createHash } from 'node:crypto';
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';

/** A file of a ruleset: its name relative to the ruleset's folder, with `/`. */
export interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const SIZE_LIMIT = 1 << 20;

/** Reads a file of a ruleset; throws where it is no file or beyond 1 MiB. */
export const readRulesetFile = (folder: string, name: string): SourceFile => {
  const path = join(folder, name);
  const found = statSync(path);
  if (!found.isFile()) throw new Error(`not a file: ${name}`);
  if (found.size > SIZE_LIMIT) throw new Error(`${name} > ${SIZE_LIMIT} B`);
  return { name, bytes: readFileSync(path) };
};

/** Whether a file name in a ruleset leads out of its folder: absolute, by `..`, or through a symbolic link. */
export const leavesFolder = (folder: string, name: string): boolean => {
  if (/[\\:\0]/.test(name) || isAbsolute(name) || name.split('/').includes('..')) return true;
  let inside: string;
  try {
    inside = relative(realpathSync(folder), realpathSync(join(folder, name)));
  } catch {
    // What is not there leads nowhere; reading it says so.
    return false;
  }
  return isAbsolute(inside) || inside === '..' || inside.startsWith(`..${sep}`);
};

/** Over (name, length, bytes) of each file, ordered by name. */
export const hashFiles = (files: readonly SourceFile[]): string => {
  const hash = createHash('sha256');
  const ordered = [...files].sort((left, right) => (left.name < right.name ? -1 : left.name > right.name ? 1 : 0));
  for (const { name, bytes } of ordered) hash.update(`${name}\0${bytes.length}\0`).update(bytes);
  return hash.digest('hex');
};
